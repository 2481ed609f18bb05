using System.Globalization;
using System.Text.RegularExpressions;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;

namespace PledgeBot.Dialogs.Search;

/// <summary>What a member searches for: a reference, words, or both.</summary>
internal sealed partial class SearchWords
{
    private const int LongestText = 100;
    private const int MostWords = 8;
    private const int ShortestPart = 3;
    private const int ShortestMisspelt = 4;
    private const int LettersPerMistake = 4;
    private const int MostMistakes = 2;

    private readonly string[] _words;

    private SearchWords(string[] words, string? reference)
    {
        _words = words;
        Reference = reference;
    }

    /// <summary>Gets the reference, if the whole text is one: <c>V1</c>, <c>V1-03</c>.</summary>
    public string? Reference { get; }

    /// <summary>Gets whether there is nothing to search for.</summary>
    public bool IsEmpty => _words.Length == 0;

    /// <summary>Reads what was written; of a long text the beginning counts.</summary>
    public static SearchWords Of(string text)
    {
        string searched = text.Length > LongestText ? text[..LongestText] : text;
        return new SearchWords([.. WordsOf(searched).Take(MostWords)], ReferenceIn(searched));
    }

    /// <summary>Gets a text as words that can be compared: in lower case, without accents, and numbers without leading zeros.</summary>
    public static IEnumerable<string> WordsOf(string text) => LooseText.Of(text)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.All(char.IsAsciiDigit) && word.TrimStart('0') is { Length: > 0 } number ? number : word);

    /// <summary>Tells how well something fits: 0 when it lacks one of the words, otherwise more for a better fit.</summary>
    /// <param name="found">What may be meant.</param>
    /// <param name="forgiving">Whether a word may be misspelt.</param>
    public int Fit(Findable found, bool forgiving)
    {
        if (Reference is not null && Reference == found.Reference)
        {
            return int.MaxValue;
        }

        // Whoever writes a whole reference means that matter; a walk's number is part of its proposals' references too.
        if (Reference?.Contains('-', StringComparison.Ordinal) == true)
        {
            return 0;
        }

        int sum = 0;
        foreach (string word in _words)
        {
            int best = Math.Max(2 * Best(word, found.Title, forgiving), Best(word, found.Details, forgiving));
            if (best == 0)
            {
                return 0;
            }

            sum += best;
        }

        return sum;
    }

    private static int Best(string word, IReadOnlySet<string> words, bool forgiving)
    {
        if (words.Contains(word))
        {
            return 4;
        }

        // A number is that number or another one; half of it, or one like it, is something else.
        if (word.Any(char.IsAsciiDigit))
        {
            return 0;
        }

        int best = 0;
        foreach (string other in words)
        {
            int fit = other.StartsWith(word, StringComparison.Ordinal) ? 3
                : word.Length >= ShortestPart && other.Contains(word, StringComparison.Ordinal) ? 2
                : forgiving && IsMisspelt(word, other) ? 1
                : 0;
            best = Math.Max(best, fit);
        }

        return best;
    }

    // Compared with as much of the other word as is written so far.
    private static bool IsMisspelt(string word, string other)
    {
        int mistakes = Math.Min(MostMistakes, word.Length / LettersPerMistake);
        return word.Length >= ShortestMisspelt
            && other.Length >= word.Length - mistakes
            && (EditDistance.Between(word, other) <= mistakes || EditDistance.Between(word, other[..Math.Min(other.Length, word.Length)]) <= mistakes);
    }

    private static string? ReferenceIn(string text)
    {
        Match match = WholeReference().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int walk = int.Parse(match.Groups["walk"].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups["number"] is { Success: true, ValueSpan: var number }
            ? string.Create(CultureInfo.InvariantCulture, $"V{walk}-{int.Parse(number, CultureInfo.InvariantCulture):00}")
            : string.Create(CultureInfo.InvariantCulture, $"V{walk}");
    }

    // "V1", "v1-03", "v1 3", "V 1 – 3", and without the letter only with the dash: "1-3".
    [GeneratedRegex(@"^\s*(?:[vV]\s?(?<walk>[0-9]{1,4})(?:\s*[-–]\s*|\s+|$)(?<number>[0-9]{1,3})?|(?<walk>[0-9]{1,4})\s*[-–]\s*(?<number>[0-9]{1,3}))\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex WholeReference();
}
