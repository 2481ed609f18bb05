using System.Collections.Immutable;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Polls;

/// <summary>
/// What a walk's polls have left for the two who confirm, or the last resort of the poll's rules, to settle (domain reference 9.1.6
/// and 9.5): a tie after the run-off, or a poll that was not quorate, or in which everybody abstained.
/// </summary>
/// <param name="Poll">The walk's latest poll.</param>
/// <param name="Among">What can be chosen, in order of reference.</param>
/// <param name="Places">How many places are left.</param>
/// <param name="IsTie">Whether votes were counted, and tied; then the last resort may be used.</param>
public sealed record Unsettled(Poll Poll, ImmutableArray<ProposalReference> Among, int Places, bool IsTie)
{
    /// <summary>Gets the fewest to choose: every place among those that votes have put ahead of the rest, otherwise one.</summary>
    public int Fewest => IsTie || Poll.RunOffOf is not null ? Places : 1;

    /// <summary>Gets the most to choose.</summary>
    public int Most => Math.Min(Places, Among.Length);

    /// <summary>Finds what a walk's polls have left to settle; nothing while one is open, and when nothing is left.</summary>
    public static Unsettled? Of(Partnership partnership, WalkNumber walk)
    {
        if (partnership.LatestPollOf(walk) is not { HasEnded: true })
        {
            return null;
        }

        var choosing = Choosing.Of(partnership, walk);
        if (choosing.Polls is not [.., var last])
        {
            return null;
        }

        bool isCounted = last.Result!.Outcome is PollOutcome.Clear or PollOutcome.Tie;
        if (!choosing.Tied.IsEmpty)
        {
            return new Unsettled(last, choosing.Tied, choosing.PlacesLeft, isCounted);
        }

        // Nobody was ranked: neither votes that count, nor a settlement. What is left may have been recommended without a poll.
        ImmutableArray<ProposalReference> left = [.. last.Options.Intersect(Choosing.CandidatesOf(partnership, walk))];
        bool isRecommended = partnership.Recommendations.GetValueOrDefault(walk) is { IsDecided: false, Proposals.IsEmpty: false };
        return isCounted || last.RunOffOf is not null || last.Settlement is not null || isRecommended || left.IsEmpty || choosing.PlacesLeft == 0
            ? null
            : new Unsettled(last, left, Math.Min(choosing.PlacesLeft, last.Rules.Picks), IsTie: false);
    }
}
