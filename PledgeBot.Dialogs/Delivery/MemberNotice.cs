using System.Globalization;
using System.Net;
using PledgeBot.Dialogs.Decisions;
using PledgeBot.Dialogs.Polls;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>Tells a member, in their own chat with the bot, what a coordinator has recorded in their name.</summary>
/// <remarks>
/// What is told is looked up when it is sent: a vote that the member has cast themself since is not told of. A member who has no
/// account, or to whom the channel does not let the bot write, is not told; the coordinator heard so when it was recorded, as far
/// as it was known then.
/// </remarks>
internal static class MemberNotice
{
    /// <summary>The kind of work; its key names what was recorded, and it has no payload.</summary>
    public const string Kind = "notify-member";

    private const string VoteKey = "vote";
    private const string ConfirmationKey = "confirmation";

    /// <summary>Tells of a recorded vote.</summary>
    public static DueWork OfVote(PollId poll, MemberId member, DateTimeOffset now) => new(Kind, $"{VoteKey}/{poll}/{member}", now, "");

    /// <summary>Tells of a recorded confirmation.</summary>
    public static DueWork OfConfirmation(WalkNumber walk, Party party, DateTimeOffset now) => new(Kind, $"{ConfirmationKey}/{walk}/{party}", now, "");

    /// <summary>Tells whether a member has an account that can be written to.</summary>
    public static bool CanReach(IEnumerable<Contact> contacts, MemberId member) => AccountOf(contacts, member) is not null;

    /// <summary>Does the work.</summary>
    /// <returns>What came of it, for the record.</returns>
    /// <exception cref="ConnectorException">The message was not, or perhaps not, sent, and may be another time.</exception>
    public static async Task<string> DeliverAsync(
        TakenWork taken,
        IPartnershipRecords records,
        IDirectory directory,
        ConnectorClient connector,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (await DrawAsync(taken, records, now, cancellationToken) is not (var member, { } notice))
        {
            return "nothing to tell";
        }

        IReadOnlyList<Contact> contacts = await directory.ReadContactsAsync(taken.Partnership, cancellationToken);
        if (AccountOf(contacts, member) is not { } account
            || await directory.FindMeetingPlaceAsync(taken.Partnership, cancellationToken) is not { } place)
        {
            return "nobody to tell";
        }

        ConversationReference channel = ChannelPlace.Read(place);
        try
        {
            ConversationReference chat = await connector.CreatePersonalConversationAsync(
                channel.ServiceUrl, place.TenantId, channel.BotId, account, cancellationToken);
            await connector.SendAsync(chat, Outgoing.To(chat, Activity.WithCard(notice.Card, notice.Summary), taken.Partnership), cancellationToken);
            return "told";
        }
        catch (ConnectorException refused) when (refused.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            // The app is not installed for the member, or they have blocked it (protocol 3.4).
            return "out of reach";
        }
    }

    private static async Task<(MemberId Member, DrawnCard? Notice)> DrawAsync(
        TakenWork taken, IPartnershipRecords records, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Partnership partnership = await records.ReadAsync(taken.Partnership, cancellationToken);
        switch (taken.Work.Key.Split('/'))
        {
            case [VoteKey, var id, var voter]:
                Poll poll = partnership.FindPoll(PollId.Parse(id, CultureInfo.InvariantCulture))!;
                var member = MemberId.Parse(voter, CultureInfo.InvariantCulture);
                BallotBox box = await records.ReadBallotsAsync(taken.Partnership, poll.Id, cancellationToken);
                return (member, RecordedVoteNotice.Draw(partnership, poll, box.BallotOf(member), now));
            case [ConfirmationKey, var number, var name]:
                Recommendation recommendation = partnership.Recommendations[WalkNumber.Parse(number, CultureInfo.InvariantCulture)];
                Confirmation? confirmation = recommendation.Confirmations.FirstOrDefault(given => given.Party == Enum.Parse<Party>(name));
                return (confirmation?.By ?? default, RecordedConfirmationNotice.Draw(partnership, recommendation.Walk, confirmation));
            default:
                throw new InvalidOperationException("The work names nothing that can be told of.");
        }
    }

    private static string? AccountOf(IEnumerable<Contact> contacts, MemberId member) =>
        contacts.FirstOrDefault(contact => contact.Member == member)?.ChannelAccountId is { Length: > 0 } account ? account : null;
}
