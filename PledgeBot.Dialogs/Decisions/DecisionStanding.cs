using System.Collections.Immutable;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>How far a walk's recommendation has come, and who takes part in what is left.</summary>
internal static class DecisionStanding
{
    /// <summary>Gets the walk's poll that is open, or whose closing is not recorded; nothing if there is none.</summary>
    public static Poll? UnfinishedPollOf(Partnership partnership, WalkNumber walk) =>
        partnership.LatestPollOf(walk) is { HasEnded: false } poll ? poll : null;

    /// <summary>Tells whether a recommendation waits for confirmations: something is recommended, and nothing is left to vote about or settle.</summary>
    public static bool CanBeConfirmed(Recommendation recommendation, Partnership partnership) =>
        recommendation is { IsDecided: false, Proposals.IsEmpty: false }
        && UnfinishedPollOf(partnership, recommendation.Walk) is null
        && partnership.UnsettledOf(recommendation.Walk) is null;

    /// <summary>Tells whether a member may confirm and return for their party: has the duty, and has declared no conflict of interest in the walk's polls.</summary>
    public static bool MayConfirm(Partnership partnership, WalkNumber walk, Member member) =>
        member.Has(Duties.Confirm)
        && !partnership.Polls.Any(poll => poll.Walk == walk && poll.Conflicted.Any(entry => entry.Member == member.Id));

    /// <summary>Tells whether a member took part in the group's choice: was on the roll of the poll, or entitled to vote when there was none.</summary>
    public static bool TookPart(Recommendation recommendation, Partnership partnership, Member member) =>
        recommendation.Poll is { } poll ? partnership.FindPoll(poll)!.IsOnRoll(member.Id) : member.Has(Duties.Vote);

    /// <summary>Gets what was returned on the way to this recommendation: for one that replaces a measure, since that measure was decided.</summary>
    public static ImmutableArray<ReturnedProposal> ReturnedOnTheWay(Recommendation recommendation, Partnership partnership) =>
        recommendation.Replaces is { } replaced
            ? recommendation.Returned.RemoveAll(returned => returned.At <= partnership.Measures[replaced].DecidedAt)
            : recommendation.Returned;

    /// <summary>Gets the walks whose recommendation is not decided yet and has something in it, in order.</summary>
    public static IEnumerable<WalkNumber> Waiting(Partnership partnership) => partnership.Recommendations.Values
        .Where(recommendation => recommendation is { IsDecided: false, Proposals.IsEmpty: false })
        .Select(recommendation => recommendation.Walk)
        .OrderBy(walk => walk.Value);
}
