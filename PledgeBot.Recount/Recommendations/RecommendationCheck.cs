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
    private readonly List<string> _differences = [];
    private Ranking? _ranking;
    private int _places;
    private IReadOnlyList<string> _replacements = [];

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
        _gone = new HashSet<string>([.. withdrawn, .. returned, .. replaced], StringComparer.Ordinal);
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
        HashSet<string> counted = new(StringComparer.Ordinal);
        foreach (CheckedPoll poll in _polls)
        {
            Follow(poll, counted);
            if (poll.Result is null)
            {
                DifferIf(!poll.Poll.Options.Any(_withdrawn.Contains), RecountTexts.CancelledWithoutReason, poll.Name);
                continue;
            }

            DifferIf(!counted.Add(poll.Poll.Id), RecountTexts.PollTwice, poll.Name);
            foreach (Settlement settlement in _settlements.Where(settlement => settlement.Poll == poll.Poll.Id))
            {
                Settle(settlement, poll.Name);
            }
        }

        foreach (Settlement settlement in _settlements.Where(settlement => !counted.Contains(settlement.Poll)))
        {
            Differ(RecountTexts.SettlementWithoutPoll, Sentence.Options(settlement.Among));
        }

        return Compare();
    }

    private void Follow(CheckedPoll poll, HashSet<string> counted)
    {
        switch (poll)
        {
            case { Poll.Kind: PollKind.RunOff }:
                DifferIf(poll.Poll.After is not { } after || !counted.Contains(after), RecountTexts.RunOffAfterNothing, poll.Name);
                RunOff(poll);
                break;
            case { Poll.Kind: PollKind.Replacement } when RankingOf(poll) is { } ranking:
                Replace(poll.Poll, ranking);
                break;
            case { Poll.Kind: PollKind.First } when RankingOf(poll) is { } ranking:
                _ranking = ranking;
                _places = poll.Poll.Places;
                _replacements = [];
                break;
        }
    }

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
        if (_ranking?.FindEquals(poll.Poll.Options, _gone) is not { MayTake: true } rank)
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

    // What is said to be recommended tells which of two that were equal stayed, when one of them became impossible.
    private void Replace(Poll poll, Ranking ranking)
    {
        string[] before = [.. (_ranking?.Recommend(_places, _gone).Options ?? _stated).Except(poll.Options)];
        _places = _ranking is null ? before.Length + poll.Places : Math.Max(_places, poll.Places);
        string[] kept = [.. before.OrderBy(option => !_stated.Contains(option)).Take(_places - poll.Places)];
        _ranking = (_ranking ?? new Ranking([])).ReplacedBy(kept, ranking);
        _replacements = poll.Options;
    }

    private void Settle(Settlement settlement, string poll)
    {
        string name = Sentence.Fill(RecountTexts.SettledAfter, Sentence.WayName(settlement.Way), poll);
        string[] chosen = [.. settlement.Chosen.Distinct(StringComparer.Ordinal)];
        DifferIf(
            chosen.Length != settlement.Places || chosen.Length != settlement.Chosen.Count,
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

        if (_ranking?.FindEquals(settlement.Among, _gone) is not { } rank)
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
        int most = Math.Max(0, _places - _ranking!.Ahead(rank, _gone));
        int least = Math.Min(most, Math.Max(1, _places - _ranking.Ahead(rank, NothingGone)));
        string expected = least == most ? Sentence.Fill("{0}", most) : Sentence.Fill("{0}–{1}", least, most);
        DifferIf(stated < least || stated > most, RecountTexts.PlacesDiffer, name, expected, stated);
    }

    private IReadOnlyList<string> TieThatIsLeft() =>
        _ranking?.Recommend(_places, NothingGone).Unsettled is { Count: > 0 } tie
            ? tie
            : _ranking?.Recommend(_places, _gone).Unsettled ?? [];

    private Recommendation? Compare()
    {
        if (_ranking is null)
        {
            string[] impossible = [.. _stated.Where(_gone.Contains)];
            DifferIf(impossible.Length > 0, RecountTexts.RecommendedThoughGone, Sentence.Options(impossible));
            return null;
        }

        Recommendation recommendation = _ranking.Recommend(_places, _gone);
        DifferIf(recommendation.Unsettled.Count > 0, RecountTexts.Unsettled, Sentence.Options(recommendation.Unsettled));
        DifferIf(
            !IsOf(recommendation.Options, TakenAnew(recommendation.Options)),
            RecountTexts.RecommendedDiffer,
            Sentence.Options(recommendation.Options),
            Sentence.Options(_stated));
        return recommendation;
    }

    private string[] TakenAnew(IReadOnlyList<string> recommended)
    {
        if (_replaced.Count == 0)
        {
            return [.. recommended.Intersect(_replacements)];
        }

        var goneBefore = new HashSet<string>(_gone, StringComparer.Ordinal);
        goneBefore.Remove(_replaced[^1]);
        string[] anew = [.. recommended.Except(_ranking!.Recommend(_places, goneBefore).Options)];
        return anew.Length > 0 ? anew : [.. recommended.Intersect(_replacements)];
    }

    private bool IsOf(IReadOnlyList<string> recommended, string[] anew)
    {
        var stated = new HashSet<string>(_stated, StringComparer.Ordinal);
        return stated.Count == _stated.Count
            && stated.IsSubsetOf(recommended)
            && (anew.Length > 0 ? stated.IsSupersetOf(anew) : stated.Count == recommended.Count);
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
