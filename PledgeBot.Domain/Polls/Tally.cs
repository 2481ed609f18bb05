using System.Collections.Immutable;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Polls;

/// <summary>Counts a poll that has closed (domain reference 9.1).</summary>
internal static class Tally
{
    /// <summary>Counts the ballots. A tie is told, never resolved.</summary>
    public static PollResult Of(Poll poll, BallotBox box, DateTimeOffset closedAt)
    {
        ImmutableArray<OptionTotal> totals = box.Count(poll);
        ImmutableArray<Turnout> turnouts = [.. Enum.GetValues<Party>().Select(party => box.TurnoutOf(party, poll))];
        int abstentions = box.CountAbstentions(poll);
        ImmutableArray<CountedBallot> ballots = box.Counted(poll);
        if (!IsQuorate(poll, turnouts))
        {
            return new PollResult(closedAt, totals, turnouts, abstentions, PollOutcome.NotQuorate, [], [], ballots);
        }

        ImmutableArray<OptionTotal> ranked = [.. totals.Where(total => total.Votes > 0).OrderByDescending(total => total.Votes).ThenBy(total => total.Option)];
        if (ranked.IsEmpty)
        {
            return new PollResult(closedAt, totals, turnouts, abstentions, PollOutcome.NoVotes, [], [], ballots);
        }

        int places = poll.Rules.Picks;
        if (ranked.Length <= places || ranked[places - 1].Votes > ranked[places].Votes)
        {
            return new PollResult(closedAt, totals, turnouts, abstentions, PollOutcome.Clear, [.. ranked.Take(places).Select(total => total.Option)], [], ballots);
        }

        int border = ranked[places].Votes;
        ImmutableArray<ProposalReference> ahead = [.. ranked.Where(total => total.Votes > border).Select(total => total.Option)];
        ImmutableArray<ProposalReference> tied = [.. ranked.Where(total => total.Votes == border).Select(total => total.Option)];
        return new PollResult(closedAt, totals, turnouts, abstentions, PollOutcome.Tie, ahead, tied, ballots);
    }

    private static bool IsQuorate(Poll poll, ImmutableArray<Turnout> turnouts) =>
        poll.Rules.IsEnough(turnouts.Sum(turnout => turnout.Answered), poll.Roll.Length)
        && (!poll.Rules.BothParties || turnouts.All(turnout => turnout.Answered > 0));
}
