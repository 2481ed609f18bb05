using System.Globalization;

namespace PledgeBot.Benchmarks.Votes;

/// <summary>How much is to be voted.</summary>
/// <param name="Count">How many votes are measured; from 100 to 50,000.</param>
/// <param name="Connections">How many connections vote at the same time; from 1 to 48.</param>
internal readonly record struct VoteOptions(int Count, int Connections)
{
    /// <summary>What to write.</summary>
    public const string Usage = "votes [count: 100 to 50000, 2000 if left out] [connections: 1 to 48, 16 if left out]";

    /// <summary>Reads what was written after <c>votes</c>.</summary>
    public static bool TryParse(string[] numbers, out VoteOptions options)
    {
        int count = 2_000;
        int connections = 16;
        bool isRead = numbers.Length <= 2
            && (numbers.Length < 1 || int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out count))
            && (numbers.Length < 2 || int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out connections));
        options = new VoteOptions(count, connections);
        return isRead && count is >= 100 and <= 50_000 && connections is >= 1 and <= 48;
    }
}
