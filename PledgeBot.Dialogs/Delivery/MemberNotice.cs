using System.Globalization;
using System.Text.Json;
using PledgeBot.Dialogs.Decisions;
using PledgeBot.Dialogs.Polls;
using PledgeBot.Dialogs.Reminders;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>What a member is told, in their own chat with the bot: what a coordinator has done in their name, and that a poll waits for them.</summary>
/// <remarks>
/// What is told is looked up when it is sent: a vote that the member has cast themself since is not told of. A member who has no
/// account, or to whom the channel does not let the bot write, is not told; the coordinator heard so when something was recorded, as
/// far as it was known then, and sees by the turnout who is to be reminded otherwise.
/// </remarks>
internal static class MemberNotice
{
    /// <summary>The kind of work; its key names what is told. It has no payload, but for what a secret poll does not keep.</summary>
    public const string Kind = "notify-member";

    private const string VoteKey = "vote";
    private const string ConfirmationKey = "confirmation";
    private const string ReturnKey = "return";
    private const string ConflictKey = "conflict";
    private const string SettlementKey = "settlement";
    private const string ReminderKey = "reminder";

    /// <summary>Tells of a recorded vote.</summary>
    /// <param name="poll">The poll.</param>
    /// <param name="ballot">The ballot, with its recording. Of a secret poll's the work has who recorded it and how it was told; never picks.</param>
    /// <param name="now">The present.</param>
    public static DueWork OfVote(Poll poll, Ballot ballot, DateTimeOffset now) => new(
        Kind,
        KeyOfVote(poll.Id, ballot.Member),
        now,
        poll.Rules.IsSecret ? JsonSerializer.Serialize(ballot.Recording, DeliveryJson.Default.BallotRecording) : "");

    /// <summary>Tells no more of a member's recorded vote, if that has not been done.</summary>
    public static void ForgetVote(ITurn records, PollId poll, MemberId member) => records.Unschedule(Kind, KeyOfVote(poll, member));

    /// <summary>Tells of a recorded confirmation.</summary>
    public static DueWork OfConfirmation(WalkNumber walk, Party party, DateTimeOffset now) => new(Kind, $"{ConfirmationKey}/{walk}/{party}", now, "");

    /// <summary>Tells of a recorded return of a proposal.</summary>
    public static DueWork OfReturn(ProposalReference proposal, DateTimeOffset now) => new(Kind, $"{ReturnKey}/{proposal}", now, "");

    /// <summary>Tells of a conflict of interest that a coordinator declared for a member.</summary>
    public static DueWork OfConflict(PollId poll, MemberId member, DateTimeOffset now) => new(Kind, $"{ConflictKey}/{poll}/{member}", now, "");

    /// <summary>Tells of what a coordinator recorded that a party chose.</summary>
    public static DueWork OfSettlement(PollId poll, Party party, DateTimeOffset now) => new(Kind, $"{SettlementKey}/{poll}/{party}", now, "");

    /// <summary>Reminds a member of a poll.</summary>
    public static DueWork OfReminder(PollId poll, MemberId member, DateTimeOffset now) => new(Kind, $"{ReminderKey}/{poll}/{member}", now, "");

    /// <summary>Tells whether a member has an account that can be written to.</summary>
    public static bool CanReach(IEnumerable<Contact> contacts, MemberId member) => AccountOf(contacts, member) is not null;

    /// <summary>Draws what is to be told, and finds whom; no card if there is nothing to tell any more.</summary>
    /// <param name="turn">The turn in which it is looked up.</param>
    /// <param name="work">The work.</param>
    /// <param name="contacts">The names and accounts of the members.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The work names nothing that can be told of.</exception>
    public static async Task<(MemberId Member, DrawnCard? Notice)> DrawAsync(
        ITurn turn, DueWork work, IReadOnlyList<Contact> contacts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Partnership partnership = turn.Partnership;
        switch (work.Key.Split('/'))
        {
            case [VoteKey, var id, var voter]:
                Poll poll = PollOf(id);
                MemberId member = MemberOf(voter);
                BallotRecording? recording = poll.HasEnded
                    ? RecordingIn(poll, member, work.Payload)
                    : (await turn.ReadBallotsAsync(poll.Id, cancellationToken)).BallotOf(member)?.Recording;
                return (member, recording is null ? null : RecordedVoteNotice.Draw(partnership, poll, recording, now));
            case [ConfirmationKey, var number, var name]:
                Recommendation recommendation = partnership.Recommendations[WalkNumber.Parse(number, CultureInfo.InvariantCulture)];
                Confirmation? confirmation = recommendation.Confirmations.FirstOrDefault(given => given.Party == Enum.Parse<Party>(name));
                return (confirmation?.By ?? default, RecordedConfirmationNotice.Draw(partnership, recommendation.Walk, confirmation));
            case [ReturnKey, var proposal]:
                var reference = ProposalReference.Parse(proposal, CultureInfo.InvariantCulture);
                ReturnedProposal? returned = partnership.Recommendations[reference.Walk].Returned.FirstOrDefault(entry => entry.Reference == reference);
                return (returned?.By ?? default, RecordedReturnNotice.Draw(partnership, returned));
            case [ConflictKey, var id, var conflicted]:
                return (MemberOf(conflicted), ConflictNotice.Draw(partnership, PollOf(id), MemberOf(conflicted)));
            case [SettlementKey, var id, var name]:
                Poll unsettled = PollOf(id);
                SettlementProposed? said = unsettled.Proposed.FirstOrDefault(proposed => proposed.Party == Enum.Parse<Party>(name));
                return (said?.Recorded?.Member ?? default, SettlementNotice.Draw(partnership, unsettled, said));
            case [ReminderKey, var id, var reminded]:
                IReadOnlyDictionary<PollId, BallotBox> boxes = await OpenBoxes.ReadAsync(turn, now, cancellationToken);
                var view = new CardView(partnership, boxes, contacts, partnership.FindMember(MemberOf(reminded)), now);
                return (MemberOf(reminded), ReminderCard.Draw(PollOf(id), view));
            default:
                throw new InvalidOperationException("The work names nothing that can be told of.");
        }

        Poll PollOf(string id) => partnership.FindPoll(PollId.Parse(id, CultureInfo.InvariantCulture))!;

        static MemberId MemberOf(string id) => MemberId.Parse(id, CultureInfo.InvariantCulture);
    }

    /// <summary>Finds a member's account; nothing if they have none.</summary>
    public static string? AccountOf(IEnumerable<Contact> contacts, MemberId member) =>
        contacts.FirstOrDefault(contact => contact.Member == member)?.ChannelAccountId is { Length: > 0 } account ? account : null;

    // The ballots themselves were destroyed when the poll ended. Those of one that was broken off count for nothing.
    private static BallotRecording? RecordingIn(Poll poll, MemberId member, string payload) =>
        poll.Result is not { } result ? null
        : poll.Rules.IsSecret ? JsonSerializer.Deserialize(payload, DeliveryJson.Default.BallotRecording)
        : result.Ballots.FirstOrDefault(ballot => ballot.Voter == member)?.Recording;

    private static string KeyOfVote(PollId poll, MemberId member) => $"{VoteKey}/{poll}/{member}";
}
