using PledgeBot.Recount.Polls;
using PledgeBot.Recount.Records;

namespace PledgeBot.Recount.Recommendations;

/// <summary>
/// Follows polls, run-offs, settlements, withdrawals, returns and replaced measures to what the group recommended,
/// and holds it against what the record states.
/// </summary>
internal sealed class RecommendationCheck
{
    private static readonly HashSet<string> NothingGone = [];

    private readonly IReadOnlyList<CheckedPoll> _polls;
    private readonly IReadOnlyList<Settlement> _settlements;
    private readonly HashSet<string> _withdrawn;
    private readonly IReadOnlyList<string> _replaced;
    private readonly HashSet<string> _gone;
    private readonly IReadOnlyList<string> _stated;
    private readonly HashSet<string> _counted = new(StringComparer.Ordinal);
    private readonly List<string> _placed = [];
    private readonly List<string> _differences = [];
    private Ranking? _ranking;
    private int _places;
    private IReadOnlyList<string> _anew = [];

    private RecommendationCheck(
        IReadOnlyList<CheckedPoll> polls,
        IReadOnlyList<Settlement> settlements,
        IReadOnlyList<string> withdrawn,
        IReadOnlyList<string> returned,
        IReadOnlyList<string> replaced,
        IReadOnlyList<string> stated)
    {
        _polls = polls;
        _settlements = settlements;
        _withdrawn = new HashSet<string>(withdrawn, StringComparer.Ordinal);
        _replaced = replaced;
        _gone = new HashSet<string>([.. withdrawn, .. returned], StringComparer.Ordinal);
        _stated = stated;
    }

    /// <summary>Follows the polls to the recommendation.</summary>
    /// <param name="polls">The counted polls in the order they opened.</param>
    /// <param name="settlements">How places were given that no poll decided, in order.</param>
    /// <param name="withdrawn">Candidates withdrawn while the group chose.</param>
    /// <param name="returned">What a party returned.</param>
    /// <param name="replaced">Measures that turned out impossible, in order.</param>
    /// <param name="stated">
    /// What the group is said to have recommended. After a replaced measure it may be what took its place alone, or with what kept its own.
    /// </param>
    /// <returns>
    /// What follows, or nothing when no poll was counted (with one or two candidates there is none); and what is not as it should be.
    /// </returns>
    public static (Recommendation? Recommendation, IReadOnlyList<string> Differences) Of(
        IReadOnlyList<CheckedPoll> polls,
        IReadOnlyList<Settlement> settlements,
        IReadOnlyList<string> withdrawn,
        IReadOnlyList<string> returned,
        IReadOnlyList<string> replaced,
        IReadOnlyList<string> stated)
    {
        var check = new RecommendationCheck(polls, settlements, withdrawn, returned, replaced, stated);
        return (check.Follow(), check._differences);
    }

    private Recommendation? Follow()
    {
        Recommendation? recommendation = FillPlaces(replaced: null);
        if (recommendation is null)
        {
            // What went to confirmation without a poll the record does not say otherwise.
            _placed.AddRange([.. _replaced, .. _stated.Except(_polls.SelectMany(poll => poll.Poll.Options)).Except(_replaced)]);
        }

        foreach (string replaced in _replaced)
        {
            DifferIf(!_placed.Remove(replaced), RecountTexts.ReplacedWithoutPlace, replaced);
            _gone.Add(replaced);
            recommendation = FillPlaces(replaced);
        }

        foreach (CheckedPoll poll in _polls.Where(poll => poll.Poll.Replaces is { } replaced && !_replaced.Contains(replaced)))
        {
            Differ(RecountTexts.ReplacesNothing, poll.Name);
        }

        foreach (Settlement settlement in _settlements.Where(settlement => !_counted.Contains(settlement.Poll)))
        {
            Differ(RecountTexts.SettlementWithoutPoll, Sentence.Options(settlement.Among));
        }

        return Compare(recommendation);
    }

    // First the walk's places are filled, then the one of each measure that turned out impossible.
    private Recommendation? FillPlaces(string? replaced)
    {
        _places = 1;
        foreach (CheckedPoll poll in _polls.Where(poll => poll.Poll.Replaces == replaced))
        {
            Follow(poll);
            if (poll.Result is null)
            {
                DifferIf(!CouldBeBrokenOff(poll.Poll), RecountTexts.CancelledWithoutReason, poll.Name);
                continue;
            }

            DifferIf(!_counted.Add(poll.Poll.Id), RecountTexts.PollTwice, poll.Name);
            foreach (Settlement settlement in _settlements.Where(settlement => settlement.Poll == poll.Poll.Id))
            {
                Settle(settlement, poll);
            }
        }

        if (_ranking is null)
        {
            return null;
        }

        Recommendation taken = WithoutAPoll(_ranking.Recommend(_places, Out()));
        DifferIf(taken.Unsettled.Count > 0, RecountTexts.Unsettled, Sentence.Options(taken.Unsettled));
        _anew = taken.Options;
        _placed.AddRange(_anew);
        return new Recommendation([.. _placed], taken.Unsettled);
    }

    private void Follow(CheckedPoll poll)
    {
        if (poll.Poll.Kind == PollKind.RunOff)
        {
            DifferIf(poll.Poll.After is not { } after || !_counted.Contains(after), RecountTexts.RunOffAfterNothing, poll.Name);
            RunOff(poll);
            return;
        }

        DifferIf(poll.Poll.Kind == PollKind.Replacement && poll.Poll.Replaces is null, RecountTexts.ReplacesNothing, poll.Name);
        if (RankingOf(poll) is { } ranking)
        {
            _ranking = ranking;
            _places = poll.Poll.Places;
        }
    }

    // A run-off is broken off also when something else goes out, and there are places for more than it was about.
    private bool CouldBeBrokenOff(Poll poll) => poll.Kind == PollKind.RunOff ? _gone.Count > 0 : poll.Options.Any(_withdrawn.Contains);

    // Where a withdrawal leaves no more options than places there is nothing to vote about, and what is left goes to confirmation.
    private Ranking? RankingOf(CheckedPoll poll)
    {
        if (poll.Result is { } result)
        {
            return Ranking.Of(poll.Poll.Options, result);
        }

        string[] left = [.. poll.Poll.Options.Where(option => !_withdrawn.Contains(option))];
        return left.Length <= poll.Poll.Places ? new Ranking([new Rank(left, MayTake: true)]) : null;
    }

    private void RunOff(CheckedPoll poll)
    {
        if (_ranking?.FindEquals(poll.Poll.Options, Out()) is not { MayTake: true } rank)
        {
            Differ(RecountTexts.RunOffOptions, poll.Name, Sentence.Options(TieThatIsLeft()), Sentence.Options(poll.Poll.Options));
            return;
        }

        CheckPlaces(rank, poll.Poll.Places, poll.Name);
        if (poll.Result is { } result)
        {
            _ranking = _ranking.With(rank, poll.Poll.Options, poll.Poll.Places, result);
        }
    }

    // When nothing that was ranked is left for the places, and no more options than places, there is nothing to vote about.
    private Recommendation WithoutAPoll(Recommendation ranked)
    {
        HashSet<string> gone = Out();
        string[] left = [.. _polls.SelectMany(poll => poll.Poll.Options).Distinct(StringComparer.Ordinal).Where(option => !gone.Contains(option))];
        return ranked is { Options.Count: 0, Unsettled.Count: 0 } && left.Length <= _places ? new Recommendation(left, []) : ranked;
    }

    private HashSet<string> Out() => new(_gone.Concat(_placed), StringComparer.Ordinal);

    private void Settle(Settlement settlement, CheckedPoll poll)
    {
        string name = Sentence.Fill(RecountTexts.SettledAfter, Sentence.WayName(settlement.Way), poll.Name);
        string[] chosen = [.. settlement.Chosen.Distinct(StringComparer.Ordinal)];

        // Where no votes were counted, the two who confirm may agree on fewer than there are places for.
        bool mayBeFewer = settlement.Way == SettlementWay.Agreement && poll.Result is { Outcome: PollOutcome.NotQuorate or PollOutcome.NoVotes };
        int fewest = mayBeFewer ? 1 : settlement.Places;
        DifferIf(
            chosen.Length < fewest || chosen.Length > settlement.Places || chosen.Length != settlement.Chosen.Count,
            RecountTexts.SettlementPlaces,
            name,
            settlement.Places,
            Sentence.Options(settlement.Chosen));
        DifferIf(
            chosen.Except(settlement.Among).Any(),
            RecountTexts.SettlementOutside,
            name,
            Sentence.Options(settlement.Among),
            Sentence.Options(chosen));
        if (settlement.Seed is { } seed)
        {
            IReadOnlyList<string> drawn = Lots.Draw(seed, settlement.Among, settlement.Places);
            DifferIf(
                !drawn.ToHashSet(StringComparer.Ordinal).SetEquals(chosen),
                RecountTexts.LotsDiffer,
                name,
                Sentence.Options(drawn),
                Sentence.Options(chosen));
        }

        if (_ranking?.FindEquals(settlement.Among, Out()) is not { } rank)
        {
            Differ(RecountTexts.SettlementOptions, name, Sentence.Options(TieThatIsLeft()), Sentence.Options(settlement.Among));
            return;
        }

        CheckPlaces(rank, settlement.Places, name);
        _ranking = _ranking.With(rank, [.. chosen.Intersect(rank.Options)]);
    }

    // When something was withdrawn or returned the record does not say, so there may have been more places than without it.
    private void CheckPlaces(Rank rank, int stated, string name)
    {
        int most = Math.Max(0, _places - _ranking!.Ahead(rank, Out()));
        int least = Math.Min(most, Math.Max(1, _places - _ranking.Ahead(rank, new HashSet<string>(_placed.Concat(_replaced), StringComparer.Ordinal))));
        string expected = least == most ? Sentence.Fill("{0}", most) : Sentence.Fill("{0}–{1}", least, most);
        DifferIf(stated < least || stated > most, RecountTexts.PlacesDiffer, name, expected, stated);
    }

    private IReadOnlyList<string> TieThatIsLeft() =>
        _ranking?.Recommend(_places, NothingGone).Unsettled is { Count: > 0 } tie
            ? tie
            : _ranking?.Recommend(_places, Out()).Unsettled ?? [];

    private Recommendation? Compare(Recommendation? recommendation)
    {
        var stated = new HashSet<string>(_stated, StringComparer.Ordinal);
        if (recommendation is null)
        {
            string[] impossible = [.. _stated.Where(_gone.Contains)];
            DifferIf(impossible.Length > 0, RecountTexts.RecommendedThoughGone, Sentence.Options(impossible));
            return null;
        }

        bool isOfAll = stated.SetEquals(recommendation.Options);
        bool isOfTheLast = _replaced.Count > 0 && _anew.Count > 0 && stated.IsSubsetOf(recommendation.Options) && stated.IsSupersetOf(_anew);
        DifferIf(
            stated.Count != _stated.Count || !(isOfAll || isOfTheLast),
            RecountTexts.RecommendedDiffer,
            Sentence.Options(recommendation.Options),
            Sentence.Options(_stated));
        return recommendation;
    }

    private void DifferIf(bool differs, string text, params object[] values)
    {
        if (differs)
        {
            Differ(text, values);
        }
    }

    private void Differ(string text, params object[] values) => _differences.Add(Sentence.Fill(text, values));
}
