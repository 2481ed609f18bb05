using System.Collections.Immutable;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Polls;

/// <summary>
/// How far a walk's polls have come in filling its places (domain reference 9.1): what is chosen, what is tied, and what follows. A
/// proposal that was returned, withdrawn or has been a measure is passed over, and its place goes to the next in rank.
/// </summary>
/// <param name="Polls">The recorded polls behind it: the first, and the run-offs after it.</param>
/// <param name="Chosen">What is chosen so far, in order of rank.</param>
/// <param name="Tied">The equals that share the places left; empty when there is no tie.</param>
/// <param name="PlacesLeft">How many places are left.</param>
internal sealed record Choosing(
    ImmutableArray<Poll> Polls, ImmutableArray<ProposalReference> Chosen, ImmutableArray<ProposalReference> Tied, int PlacesLeft)
{
    /// <summary>
    /// Gets whether those that are tied are what the last run-off left, so that the last resort is next. Equals further down become a tie
    /// when what was ahead of them goes out: they have had no run-off.
    /// </summary>
    private bool HadRunOff =>
        Polls is [.., { RunOffOf: not null, Settlement: null, Result: { Outcome: not PollOutcome.Clear } result } last]
        && Tied.All((result.Outcome == PollOutcome.Tie ? result.Tied : last.Options).Contains);

    /// <summary>Finds how far a walk's polls have come. A poll that is open, or whose closing is not recorded, counts for nothing yet.</summary>
    public static Choosing Of(Partnership partnership, WalkNumber walk)
    {
        var ranking = Ranking.Of(partnership, walk);
        int left = PlacesLeftOf(partnership, walk);
        ImmutableArray<ProposalReference>.Builder chosen = ImmutableArray.CreateBuilder<ProposalReference>();
        foreach (ImmutableArray<ProposalReference> tier in ranking.Tiers)
        {
            ImmutableArray<ProposalReference> candidates = [.. tier.Where(option => CanBeChosen(partnership, option))];
            if (left > 0 && candidates.Length > left)
            {
                return new Choosing(ranking.Polls, chosen.ToImmutable(), candidates, left);
            }

            if (left > 0)
            {
                chosen.AddRange(candidates);
                left -= candidates.Length;
            }
        }

        return new Choosing(ranking.Polls, chosen.ToImmutable(), [], left);
    }

    /// <summary>Gets a walk's candidates that can still be chosen, in order of reference.</summary>
    public static ImmutableArray<ProposalReference> CandidatesOf(Partnership partnership, WalkNumber walk) =>
        [.. partnership.ProposalsOf(walk).Select(proposal => proposal.Reference).Where(reference => CanBeChosen(partnership, reference))];

    /// <summary>Counts a walk's places that no measure has: all before the first decision, then those of measures that were replaced.</summary>
    public static int PlacesLeftOf(Partnership partnership, WalkNumber walk) =>
        partnership.Measures.Values.Any(measure => measure.Reference.Walk == walk) ? VacantOf(partnership, walk).Count() : PollRules.ChosenPerWalk;

    /// <summary>Finds the measure whose place is to be filled; nothing when a walk's measures are chosen the first time, and when none is.</summary>
    public static ProposalReference? ReplacedOf(Partnership partnership, WalkNumber walk) => VacantOf(partnership, walk).LastOrDefault()?.Reference;

    /// <summary>
    /// Gets what follows from where the choice stands: the recommendation when it is clear, a run-off when there is a tie that has had
    /// none, otherwise nothing. An open run-off that it no longer needs is broken off.
    /// </summary>
    /// <param name="partnership">The state, with what has just happened folded in.</param>
    /// <param name="walk">The walk.</param>
    /// <param name="runOff">The identifier of the run-off, should there be one.</param>
    /// <param name="wentOut">The proposal that has just been returned or withdrawn; nothing if none was.</param>
    /// <param name="now">The present.</param>
    public static ImmutableArray<PartnershipEvent> Next(
        Partnership partnership, WalkNumber walk, PollId runOff, ProposalReference? wentOut, DateTimeOffset now)
    {
        var choosing = Of(partnership, walk);
        ProposalReference? replaces = ReplacedOf(partnership, walk);
        Poll? open = partnership.LatestPollOf(walk) is { HasEnded: false } unrecorded ? unrecorded : null;
        if (open is not null && open.Options.SequenceEqual(choosing.Tied) && open.Rules.Picks == choosing.PlacesLeft)
        {
            return [];
        }

        ImmutableArray<PartnershipEvent> broken = open is not null && wentOut is { } candidate ? [new PollCancelled(open.Id, candidate)] : [];
        if (choosing.Tied.IsEmpty)
        {
            bool stands = partnership.Recommendations.TryGetValue(walk, out Recommendation? recommendation)
                && !recommendation.IsDecided
                && recommendation.Proposals.SequenceEqual(choosing.Chosen);
            return stands || choosing.Chosen.IsEmpty
                ? broken
                : [.. broken, new RecommendationMade(walk, choosing.Chosen, choosing.Polls[^1].Id, replaces)];
        }

        if (choosing.HadRunOff)
        {
            return broken;
        }

        Poll last = choosing.Polls[^1];
        PollRules rules = last.Rules with { Picks = choosing.PlacesLeft, Exactly = true };
        DateTimeOffset closesAt = PollSlice.AfterWorkingDays(now, last.ClosesAt, rules.RunOffDays);

        // Months later the group is another: a poll for a measure's place has a roll of its own.
        ImmutableArray<RollEntry> roll = replaces is not null && last.Replaces != replaces ? PollSlice.RollOf(partnership, walk) : last.Roll;
        return [.. broken, new PollOpened(runOff, walk, last.Id, choosing.Tied, roll, rules, closesAt, replaces)];
    }

    private static IEnumerable<Measure> VacantOf(Partnership partnership, WalkNumber walk) =>
        partnership.Measures.Values.Where(measure =>
            measure.Reference.Walk == walk
            && measure.Status == MeasureStatus.Replaced
            && !partnership.Measures.Values.Any(other => other.Replaces == measure.Reference));

    private static bool CanBeChosen(Partnership partnership, ProposalReference option) =>
        partnership.Proposals[option].IsCandidate
        && !partnership.Measures.ContainsKey(option)
        && !(partnership.Recommendations.TryGetValue(option.Walk, out Recommendation? recommendation)
            && recommendation.Returned.Any(returned => returned.Reference == option));
}
