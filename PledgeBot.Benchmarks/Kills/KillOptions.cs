using System.Globalization;

namespace PledgeBot.Benchmarks.Kills;

/// <summary>How often the program is killed.</summary>
/// <param name="Rounds">How many times; from 1 to 10,000.</param>
/// <param name="Seed">What the moments and the votes are drawn from.</param>
internal readonly record struct KillOptions(int Rounds, int Seed)
{
    /// <summary>What to write.</summary>
    public const string Usage = "kills [rounds: 1 to 10000, 500 if left out] [seed: 1 if left out]";

    /// <summary>Reads what was written after <c>kills</c>.</summary>
    public static bool TryParse(string[] numbers, out KillOptions options)
    {
        int rounds = 500;
        int seed = 1;
        bool isRead = numbers.Length <= 2
            && (numbers.Length < 1 || int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out rounds))
            && (numbers.Length < 2 || int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out seed));
        options = new KillOptions(rounds, seed);
        return isRead && rounds is >= 1 and <= 10_000;
    }
}
