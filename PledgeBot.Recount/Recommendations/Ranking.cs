using PledgeBot.Recount.Polls;

namespace PledgeBot.Recount.Recommendations;

/// <summary>
/// A walk's options, best first, equals together. A poll with votes ranks them by votes; a run-off or a settlement tells equals apart.
/// </summary>
/// <param name="ranks">The ranks, best first.</param>
internal sealed class Ranking(IReadOnlyList<Rank> ranks)
{
    /// <summary>Gets the ranks, best first.</summary>
    public IReadOnlyList<Rank> Ranks => ranks;

    /// <summary>Ranks the options of a poll.</summary>
    /// <param name="options">The options in order of reference.</param>
    /// <param name="result">What was counted. Where there was no quorum nothing is told apart.</param>
    public static Ranking Of(IReadOnlyList<string> options, PollResult result) => new(
        HasRanked(result)
            ? [.. ByVotes(options, result).Select(equals => new Rank([.. equals], MayTake: equals.Key > 0))]
            : [new Rank(options, MayTake: false)]);

    /// <summary>Finds the rank of options that are equal.</summary>
    /// <param name="options">The options.</param>
    /// <param name="gone">What was withdrawn or returned, and may be missing among them.</param>
    /// <returns>The rank; nothing when the options are not equal, or an equal one that is still there is missing.</returns>
    public Rank? FindEquals(IReadOnlyList<string> options, IReadOnlySet<string> gone) => ranks.FirstOrDefault(rank =>
        options.Count > 0
        && options.All(option => rank.Options.Contains(option))
        && rank.Options.Except(options).All(gone.Contains));

    /// <summary>How many options come before a rank and may take places.</summary>
    /// <param name="rank">The rank.</param>
    /// <param name="gone">The options that do not count.</param>
    public int Ahead(Rank rank, IReadOnlySet<string> gone) => ranks
        .TakeWhile(other => other != rank)
        .Where(other => other.MayTake)
        .Sum(other => other.Options.Count(option => !gone.Contains(option)));

    /// <summary>Tells equals apart by a run-off. Without a quorum or votes they stay equal.</summary>
    /// <param name="rank">The rank that the run-off was held in.</param>
    /// <param name="options">The run-off's options.</param>
    /// <param name="places">The run-off's places.</param>
    /// <param name="result">What was counted.</param>
    public Ranking With(Rank rank, IReadOnlyList<string> options, int places, PollResult result)
    {
        bool leftOpen = result.Outcome == PollOutcome.Clear && result.Chosen.Count < places;
        return HasRanked(result)
            ? With(rank, ByVotes(options, result).Select(equals => new Rank(
                [.. equals], rank.MayTake || equals.Key > 0, leftOpen && equals.Key == 0)))
            : this;
    }

    /// <summary>Tells equals apart by a settlement.</summary>
    /// <param name="rank">The rank that was settled in.</param>
    /// <param name="chosen">The options that it puts before the others of the rank.</param>
    public Ranking With(Rank rank, IReadOnlyList<string> chosen) => With(rank, [new Rank(chosen, MayTake: true)]);

    /// <summary>Gives the places, best first. What is gone leaves its place to the next in rank.</summary>
    /// <param name="places">How many places.</param>
    /// <param name="gone">What was withdrawn or returned.</param>
    public Recommendation Recommend(int places, IReadOnlySet<string> gone)
    {
        List<string> recommended = [];
        foreach (Rank rank in ranks.Where(rank => rank.MayTake))
        {
            string[] left = [.. rank.Options.Where(option => !gone.Contains(option))];
            int free = places - recommended.Count;
            if (left.Length > free)
            {
                return new Recommendation(recommended, free > 0 && !rank.MayLeaveOpen ? left : []);
            }

            recommended.AddRange(left);
        }

        return new Recommendation(recommended, []);
    }

    private static bool HasRanked(PollResult result) => result.Outcome is PollOutcome.Clear or PollOutcome.Tie;

    private static IEnumerable<IGrouping<int, string>> ByVotes(IReadOnlyList<string> options, PollResult result)
    {
        var votes = result.Totals.ToDictionary(total => total.Option, total => total.Votes, StringComparer.Ordinal);
        return options.GroupBy(option => votes[option]).OrderByDescending(equals => equals.Key);
    }

    private Ranking With(Rank rank, IEnumerable<Rank> apart)
    {
        Rank[] parts = [.. apart];
        string[] rest = [.. rank.Options.Except(parts.SelectMany(part => part.Options))];
        return new Ranking(
        [
            .. ranks.TakeWhile(other => other != rank),
            .. parts,
            .. rest.Length > 0 ? [rank with { Options = rest }] : Array.Empty<Rank>(),
            .. ranks.SkipWhile(other => other != rank).Skip(1),
        ]);
    }
}
