namespace PledgeBot.Dialogs.Commands;

/// <summary>How far apart two words are: the fewest letters to add, drop, change or swap with their neighbour.</summary>
internal static class EditDistance
{
    /// <summary>The longest text compared; what is longer is cut there.</summary>
    private const int Longest = 64;

    /// <summary>Gets the distance (optimal string alignment).</summary>
    public static int Between(string first, string second)
    {
        ReadOnlySpan<char> a = first.AsSpan(0, Math.Min(first.Length, Longest));
        ReadOnlySpan<char> b = second.AsSpan(0, Math.Min(second.Length, Longest));
        int[,] distances = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }

                int changed = distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int best = Math.Min(changed, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, distances[i - 2, j - 2] + 1);
                }

                distances[i, j] = best;
            }
        }

        return distances[a.Length, b.Length];
    }
}
