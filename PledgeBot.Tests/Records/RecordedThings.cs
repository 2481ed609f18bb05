using System.Collections.Immutable;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Tests.Records;

/// <summary>Valid things to keep, so that a test states only the facts it is about.</summary>
internal static class RecordedThings
{
    public static readonly DateTimeOffset Noon = new(2020, 9, 7, 12, 0, 0, TimeSpan.Zero);

    public static PartnershipId NewPartnership() => PartnershipId.New(Noon);

    public static MemberId NewMember() => MemberId.New(Noon);

    public static PartnershipEvent Formed { get; } = new PartnershipFormed("Tomelilla kommun", "lokalpolisområde Ystad", true);

    public static PartnershipEvent Listed(string title = "Trygghetssamordnare") =>
        new MemberListed(NewMember(), Party.Municipality, title, Duties.Coordinate | Duties.Vote);

    public static ImmutableArray<ProposalReference> Picks(params int[] numbers) =>
        [.. numbers.Select(number => new ProposalReference(new WalkNumber(1), number))];

    public static Ballot BallotOf(MemberId member, params int[] picks) => new(member, Picks(picks), Noon);

    public static DueWork Work(string key = "k", DateTimeOffset? dueAt = null, string payload = "{}", string kind = "post") =>
        new(kind, key, dueAt ?? Noon, payload);

    /// <summary>Runs a turn to its end.</summary>
    public static async Task TurnAsync(this IPartnershipRecords records, PartnershipId partnership, Action<ITurn> act)
    {
        await using ITurn turn = await records.BeginTurnAsync(partnership, TestContext.Current.CancellationToken);
        act(turn);
        await turn.CommitAsync(TestContext.Current.CancellationToken);
    }

    public static Task AppendAsync(this IPartnershipRecords records, PartnershipId partnership, params ImmutableArray<PartnershipEvent> events) =>
        records.TurnAsync(partnership, turn => turn.Append(events, new Moment(null, Noon)));
}
