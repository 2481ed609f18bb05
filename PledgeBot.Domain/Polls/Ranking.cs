using System.Collections.Immutable;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Polls;

/// <summary>The rank that a walk's polls have given the candidates: the first tier before the second, equals in one tier.</summary>
/// <param name="Polls">The polls it rests on: the first, and the run-offs that followed it, all recorded; without those broken off.</param>
/// <param name="Tiers">The candidates that somebody picked, or that were settled on. Within a tier in order of reference.</param>
internal sealed record Ranking(ImmutableArray<Poll> Polls, ImmutableArray<ImmutableArray<ProposalReference>> Tiers)
{
    /// <summary>
    /// Ranks by the walk's latest poll that is no run-off, and the run-offs after it. When that one was broken off, and what was left
    /// needed no poll, nothing is ranked: an earlier poll no longer counts.
    /// </summary>
    public static Ranking Of(Partnership partnership, WalkNumber walk)
    {
        ImmutableArray<Poll> polls = [.. partnership.Polls.Where(poll => poll.Walk == walk)];
        int first = polls.Length - 1;
        while (first > 0 && polls[first].RunOffOf is not null)
        {
            first--;
        }

        ImmutableArray<Poll> chain = first < 0 ? [] : [.. polls[first..].Where(poll => poll.Result is not null)];
        ImmutableArray<ImmutableArray<ProposalReference>> tiers = [];
        foreach (Poll poll in chain)
        {
            tiers = Settled(Counted(tiers, poll), poll.Settlement);
        }

        return new Ranking(chain, tiers);
    }

    private static ImmutableArray<ImmutableArray<ProposalReference>> Counted(ImmutableArray<ImmutableArray<ProposalReference>> tiers, Poll poll)
    {
        PollResult result = poll.Result!;
        if (result.Outcome is PollOutcome.NotQuorate or PollOutcome.NoVotes)
        {
            return tiers;
        }

        ImmutableArray<ImmutableArray<ProposalReference>> byVotes =
        [
            .. result.Totals
                .GroupBy(total => total.Votes)
                .OrderByDescending(equals => equals.Key)
                .Where(equals => poll.RunOffOf is not null || equals.Key > 0)
                .Select(equals => equals.Select(total => total.Option).Order().ToImmutableArray()),
        ];
        return poll.RunOffOf is null ? byVotes : Split(tiers, byVotes);
    }

    private static ImmutableArray<ImmutableArray<ProposalReference>> Settled(ImmutableArray<ImmutableArray<ProposalReference>> tiers, Settlement? settlement)
    {
        if (settlement is null)
        {
            return tiers;
        }

        ImmutableArray<ProposalReference> rest = [.. settlement.Among.Except(settlement.Chosen)];
        return tiers.IsEmpty ? [settlement.Chosen] : Split(tiers, rest.IsEmpty ? [settlement.Chosen] : [settlement.Chosen, rest]);
    }

    /// <summary>Puts an order between equals: each tier falls into the parts that it has in common with the order's tiers, and what the order does not name.</summary>
    private static ImmutableArray<ImmutableArray<ProposalReference>> Split(
        ImmutableArray<ImmutableArray<ProposalReference>> tiers, ImmutableArray<ImmutableArray<ProposalReference>> order)
    {
        ImmutableArray<ProposalReference> named = [.. order.SelectMany(part => part)];
        return
        [
            .. from tier in tiers
               from part in order.Select(part => part.Where(tier.Contains)).Append(tier.Except(named))
               let members = part.ToImmutableArray()
               where !members.IsEmpty
               select members,
        ];
    }
}
