using System.Collections.Immutable;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Polls;

/// <summary>A tie that a walk's closed polls have left, for a run-off to settle.</summary>
/// <param name="Poll">The walk's latest poll.</param>
/// <param name="Options">The proposals that share the places that remain.</param>
/// <param name="Places">How many places remain.</param>
internal sealed record UnsettledTie(Poll Poll, ImmutableArray<ProposalReference> Options, int Places)
{
    /// <summary>
    /// Finds a walk's unsettled tie; nothing if its latest poll is open, has left no tie, or there is none. A run-off that
    /// was not quorate, or that nobody picked anything in, leaves the tie it was to settle as it was.
    /// </summary>
    public static UnsettledTie? Of(Partnership partnership, WalkNumber walk) => partnership.LatestPollOf(walk) switch
    {
        { Result: { Outcome: PollOutcome.Tie } result } poll =>
            new UnsettledTie(poll, [.. result.Tied.Order()], poll.Rules.Picks - result.Chosen.Length),
        { RunOffOf: not null, Result.Outcome: PollOutcome.NotQuorate or PollOutcome.NoVotes } poll =>
            new UnsettledTie(poll, poll.Options, poll.Rules.Picks),
        _ => null,
    };
}
