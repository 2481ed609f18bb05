namespace PledgeBot.Recount.Polls;

/// <summary>Counts a poll of a record and holds the result against the one that the record states.</summary>
internal sealed class PollCheck
{
    private readonly Poll _poll;
    private readonly string _name;
    private readonly List<string> _differences = [];

    private PollCheck(Poll poll, string name)
    {
        _poll = poll;
        _name = name;
    }

    /// <summary>Counts. A ballot that is not valid is reported and left out.</summary>
    /// <param name="poll">The poll.</param>
    /// <param name="name">What to call it.</param>
    public static CheckedPoll Of(Poll poll, string name) => new PollCheck(poll, name).Check();

    private CheckedPoll Check()
    {
        string[] options = Once(_poll.Options, option => option, RecountTexts.OptionTwice);
        Voter[] roll = Once(_poll.Roll, voter => voter.Number, RecountTexts.VoterTwice);
        Ballot[] ballots = Valid(options, roll);
        List<PartyTurnout> turnout = Turnout(roll, ballots);
        PollResult? result = null;
        if (_poll.IsCancelled)
        {
            DifferIf(_poll.Ballots.Count > 0 || _poll.Stated is not null, RecountTexts.CancelledWithResult);
        }
        else
        {
            result = PollCount.Of(_poll.Places, _poll.Rules.Share, _poll.Rules.BothParties, options, turnout, ballots);
            Compare(result);
        }

        return new CheckedPoll(_poll with { Options = options, Roll = roll }, _name, ballots, turnout, result, _differences);
    }

    private T[] Once<T, TKey>(IReadOnlyList<T> listed, Func<T, TKey> key, string twice)
        where TKey : notnull
    {
        HashSet<TKey> seen = [];
        List<T> once = [];
        foreach (T entry in listed)
        {
            if (seen.Add(key(entry)))
            {
                once.Add(entry);
            }
            else
            {
                Differ(twice, key(entry));
            }
        }

        return [.. once];
    }

    private Ballot[] Valid(string[] options, Voter[] roll)
    {
        HashSet<string> known = new(options, StringComparer.Ordinal);
        HashSet<int> voters = [.. roll.Select(voter => voter.Number)];
        HashSet<string> receipts = new(StringComparer.OrdinalIgnoreCase);
        HashSet<int> voted = [];
        List<Ballot> valid = [];
        foreach (Ballot ballot in _poll.Ballots)
        {
            bool isFirst = receipts.Add(Receipt.Plain(ballot.Receipt));
            string? fault = isFirst ? FaultOf(ballot, known) ?? FaultOfVoter(ballot, voters, voted) : RecountTexts.FaultReceiptTwice;
            if (fault is null)
            {
                valid.Add(ballot);
            }
            else
            {
                Differ(RecountTexts.InvalidBallot, ballot.Receipt, fault);
            }
        }

        return [.. valid];
    }

    private string? FaultOf(Ballot ballot, HashSet<string> known)
    {
        int picks = ballot.Picks.Count;
        if (picks == 0)
        {
            return _poll.Rules.MayAbstain ? null : RecountTexts.FaultAbstained;
        }

        if (ballot.Picks.FirstOrDefault(pick => !known.Contains(pick)) is { } unknown)
        {
            return Sentence.Fill(RecountTexts.FaultUnknownOption, unknown);
        }

        if (ballot.Picks.Distinct(StringComparer.Ordinal).Count() < picks)
        {
            return RecountTexts.FaultSameOption;
        }

        if (picks > _poll.Places)
        {
            return Sentence.Fill(RecountTexts.FaultTooMany, _poll.Places, picks);
        }

        return _poll.Rules.Exactly && picks < Math.Min(_poll.Places, known.Count)
            ? Sentence.Fill(RecountTexts.FaultTooFew, _poll.Places, picks)
            : null;
    }

    private string? FaultOfVoter(Ballot ballot, HashSet<int> voters, HashSet<int> voted)
    {
        if (_poll.Rules.IsSecret)
        {
            return ballot.Voter is null ? null : RecountTexts.FaultVoterInSecret;
        }

        if (ballot.Voter is not { } voter)
        {
            return RecountTexts.FaultNoVoter;
        }

        if (!voters.Contains(voter))
        {
            return Sentence.Fill(RecountTexts.FaultNotOnRoll, voter);
        }

        return voted.Add(voter) ? null : Sentence.Fill(RecountTexts.FaultVotedTwice, voter);
    }

    // Whose a secret ballot is, nobody knows: how many of each party answered has to be believed, as long as it adds up.
    private List<PartyTurnout> Turnout(Voter[] roll, Ballot[] ballots)
    {
        IReadOnlyList<PartyTurnout> counted = PollCount.TurnoutOf(roll, ballots);
        if (_poll.Turnout.DistinctBy(of => of.Party).Count() < _poll.Turnout.Count)
        {
            Differ(RecountTexts.TurnoutTwice);
        }

        List<PartyTurnout> turnout = [];
        foreach (PartyTurnout party in counted)
        {
            PartyTurnout stated = _poll.Turnout.FirstOrDefault(of => of.Party == party.Party, party with { Entitled = 0, Answered = 0 });
            string name = Sentence.PartyName(party.Party);
            DifferIf(!_poll.IsCancelled && stated.Entitled != party.Entitled, RecountTexts.EntitledDiffer, name, party.Entitled, stated.Entitled);
            if (_poll.Rules.IsSecret)
            {
                DifferIf(stated.Answered > party.Entitled, RecountTexts.MoreThanEntitled, name, stated.Answered, party.Entitled);
                turnout.Add(party with { Answered = stated.Answered });
            }
            else
            {
                bool differs = !_poll.IsCancelled && stated.Answered != party.Answered;
                DifferIf(differs, RecountTexts.AnsweredDiffer, name, party.Answered, stated.Answered);
                turnout.Add(party);
            }
        }

        int answered = turnout.Sum(party => party.Answered);
        DifferIf(!_poll.IsCancelled && answered != ballots.Length, RecountTexts.BallotsDiffer, ballots.Length, answered);
        return turnout;
    }

    private void Compare(PollResult counted)
    {
        if (_poll.Stated is not { } stated)
        {
            Differ(RecountTexts.NoResult);
            return;
        }

        CompareTotals(counted, stated);
        DifferIf(stated.Abstentions != counted.Abstentions, RecountTexts.AbstentionsDiffer, counted.Abstentions, stated.Abstentions);
        DifferIf(
            stated.Outcome != counted.Outcome,
            RecountTexts.OutcomeDiffers,
            Sentence.OutcomeName(counted.Outcome),
            Sentence.OutcomeName(stated.Outcome));
        DifferIf(
            !stated.Chosen.SequenceEqual(counted.Chosen),
            RecountTexts.ChosenDiffer,
            Sentence.Options(counted.Chosen),
            Sentence.Options(stated.Chosen));
        DifferIf(
            !stated.Tied.SequenceEqual(counted.Tied),
            RecountTexts.TiedDiffer,
            Sentence.Options(counted.Tied),
            Sentence.Options(stated.Tied));
    }

    private void CompareTotals(PollResult counted, PollResult stated)
    {
        Dictionary<string, int> totals = new(StringComparer.Ordinal);
        foreach (OptionVotes total in stated.Totals)
        {
            DifferIf(!totals.TryAdd(total.Option, total.Votes), RecountTexts.TotalTwice, total.Option);
        }

        foreach (OptionVotes total in counted.Totals)
        {
            totals.Remove(total.Option, out int votes);
            DifferIf(votes != total.Votes, RecountTexts.VotesDiffer, total.Option, total.Votes, votes);
        }

        foreach (string unknown in totals.Keys)
        {
            Differ(RecountTexts.TotalOfUnknown, unknown);
        }
    }

    private void DifferIf(bool differs, string text, params object[] values)
    {
        if (differs)
        {
            Differ(text, values);
        }
    }

    private void Differ(string text, params object[] values) => _differences.Add($"{_name}: {Sentence.Fill(text, values)}");
}
