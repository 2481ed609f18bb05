namespace PledgeBot.Recount.Polls;

/// <summary>
/// Counts a poll. Written from the rules alone, and on purpose the long way round: each option is held against every other, so
/// that no sorting decides where the border runs.
/// </summary>
internal static class PollCount
{
    /// <summary>Counts an open poll, where it is known whose each ballot is.</summary>
    /// <param name="places">How many are to be chosen; at least one.</param>
    /// <param name="share">How many of the roll have to answer.</param>
    /// <param name="bothParties">Whether at least one of each party has to answer.</param>
    /// <param name="options">The options in order of reference, each once.</param>
    /// <param name="roll">Who could vote, each once.</param>
    /// <param name="ballots">Valid ballots, at most one of each voter on the roll.</param>
    public static PollResult Of(
        int places,
        QuorumShare share,
        bool bothParties,
        IReadOnlyList<string> options,
        IReadOnlyList<Voter> roll,
        IReadOnlyList<Ballot> ballots) =>
        Of(places, share, bothParties, options, TurnoutOf(roll, ballots), ballots);

    /// <summary>Counts a poll, open or secret.</summary>
    /// <param name="places">How many are to be chosen; at least one.</param>
    /// <param name="share">How many of the roll have to answer.</param>
    /// <param name="bothParties">Whether at least one of each party has to answer.</param>
    /// <param name="options">The options in order of reference, each once.</param>
    /// <param name="turnout">How many of each party answered.</param>
    /// <param name="ballots">Valid ballots, at most one of each voter.</param>
    public static PollResult Of(
        int places,
        QuorumShare share,
        bool bothParties,
        IReadOnlyList<string> options,
        IReadOnlyList<PartyTurnout> turnout,
        IReadOnlyList<Ballot> ballots)
    {
        var votes = options.ToDictionary(option => option, _ => 0, StringComparer.Ordinal);
        foreach (string pick in ballots.SelectMany(ballot => ballot.Picks))
        {
            votes[pick]++;
        }

        OptionVotes[] totals = [.. options.Select(option => new OptionVotes(option, votes[option]))];
        int abstentions = ballots.Count(ballot => ballot.Picks.Count == 0);
        if (!IsQuorate(share, bothParties, turnout))
        {
            return new PollResult(totals, abstentions, PollOutcome.NotQuorate, [], []);
        }

        List<OptionVotes> chosen = [];
        List<string> tied = [];
        foreach (OptionVotes option in totals.Where(option => option.Votes > 0))
        {
            int ahead = totals.Count(other => other.Votes > option.Votes);
            int aheadOrEqual = totals.Count(other => other.Votes >= option.Votes);
            if (aheadOrEqual <= places)
            {
                chosen.Add(option);
            }
            else if (ahead < places)
            {
                tied.Add(option.Option);
            }
        }

        PollOutcome outcome = tied.Count > 0 ? PollOutcome.Tie : chosen.Count > 0 ? PollOutcome.Clear : PollOutcome.NoVotes;
        return new PollResult(
            totals, abstentions, outcome, [.. chosen.OrderByDescending(option => option.Votes).Select(option => option.Option)], tied);
    }

    /// <summary>Counts how many of each party answered, from ballots that say whose they are.</summary>
    /// <param name="roll">Who could vote, each once.</param>
    /// <param name="ballots">The ballots; those of others than the roll's are not counted.</param>
    public static IReadOnlyList<PartyTurnout> TurnoutOf(IReadOnlyList<Voter> roll, IReadOnlyList<Ballot> ballots)
    {
        HashSet<int?> answered = [.. ballots.Select(ballot => ballot.Voter)];
        return [.. Enum.GetValues<Party>().Select(party => new PartyTurnout(
            party,
            roll.Count(voter => voter.Party == party),
            roll.Count(voter => voter.Party == party && answered.Contains(voter.Number))))];
    }

    private static bool IsQuorate(QuorumShare share, bool bothParties, IReadOnlyList<PartyTurnout> turnout)
    {
        int entitled = turnout.Sum(party => party.Entitled);
        int answered = turnout.Sum(party => party.Answered);
        bool enough = share switch
        {
            QuorumShare.MoreThanHalf => 2 * answered > entitled,
            QuorumShare.TwoThirds => 3 * answered >= 2 * entitled,
            _ => answered >= entitled,
        };
        return enough && answered > 0
            && (!bothParties || Enum.GetValues<Party>().All(party => turnout.Any(of => of.Party == party && of.Answered > 0)));
    }
}
