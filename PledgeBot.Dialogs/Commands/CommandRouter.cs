using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Dialogs.Commands;

/// <summary>Finds the command that a text means, in any of the languages.</summary>
internal sealed partial class CommandRouter
{
    private const int LongestEcho = 60;
    private const int FewestOfWord = 4;

    private static readonly char[] Separators = [' ', ',', ':', ';', '.', '!', '?', '–', '-'];

    private readonly (string Phrase, string Language, ChatCommand Command)[] _phrases;

    /// <summary>Collects what can be written.</summary>
    public CommandRouter(IEnumerable<Feature> features)
    {
        Commands = [.. features.SelectMany(feature => feature.Commands)];
        var phrases = new Dictionary<string, (string Language, ChatCommand Command)>(StringComparer.Ordinal);
        foreach (string language in (string[])["sv", "en"])
        {
            using (CultureScope.For(language))
            {
                foreach (ChatCommand command in Commands)
                {
                    foreach (string phrase in command.AllPhrases)
                    {
                        phrases.TryAdd(Normalize(phrase), (language, command));
                    }
                }
            }
        }

        // The longest phrase wins: "ny omröstning" before "ny".
        _phrases = [.. phrases.Select(pair => (pair.Key, pair.Value.Language, pair.Value.Command)).OrderByDescending(entry => entry.Key.Length)];
    }

    /// <summary>Gets all the commands, in the order of the features.</summary>
    public IReadOnlyList<ChatCommand> Commands { get; }

    /// <summary>Finds the command that a text means, and what follows its phrase; nothing if there is none.</summary>
    public (ChatCommand Command, string Argument)? Find(string text)
    {
        string normalized = Normalize(text);
        foreach ((string phrase, _, ChatCommand command) in _phrases)
        {
            if (normalized.StartsWith(phrase, StringComparison.Ordinal)
                && (normalized.Length == phrase.Length || !char.IsLetterOrDigit(normalized[phrase.Length])))
            {
                string argument = normalized[phrase.Length..].TrimStart(Separators);

                // "Hej, status" wants the status.
                return command.IsSmallTalk && argument.Length > 0 && Find(argument) is { } meant ? meant : (command, argument);
            }
        }

        return null;
    }

    /// <summary>Finds the phrase nearest to a text that means nothing, and its command; nothing if none is near.</summary>
    public (string Phrase, ChatCommand Command)? FindNearest(string text)
    {
        string[] words = Normalize(text).Split(' ');
        (string Phrase, ChatCommand Command, int Distance) nearest = _phrases
            .OrderBy(entry => entry.Language == Word.Language ? 0 : 1)
            .ThenBy(entry => entry.Phrase, StringComparer.Ordinal)
            .Select(entry => (entry.Phrase, entry.Command, Distance: EditDistance.Between(entry.Phrase, FirstWords(words, entry.Phrase))))
            .Where(entry => entry.Distance <= SlipsIn(entry.Phrase) && (entry.Phrase.Length >= FewestOfWord || entry.Phrase[0] == words[0].FirstOrDefault()))
            .DefaultIfEmpty()
            .MinBy(entry => entry.Distance);
        return nearest.Phrase is { } phrase ? (phrase, nearest.Command) : null;
    }

    /// <summary>Tells whether what follows a phrase is what the help teaches: nothing, or numbers and references alone.</summary>
    public static bool IsTaught(string argument) => TaughtArgument().IsMatch(argument);

    /// <summary>Gets as much of a text as an answer may repeat, on one line and without what would turn the answer around it.</summary>
    public static string Echo(string text) =>
        Clipped.To(Spaces().Replace(Invisible().Replace(ActivityText.WithBareMentions(text), ""), " ").Trim(), LongestEcho);

    /// <summary>Tells whether a text shows nothing: no letter, digit, mark or picture.</summary>
    public static bool IsBlank(string text) => string.IsNullOrWhiteSpace(Invisible().Replace(text, ""));

    /// <summary>Tells whether a text is nothing but pictures, as a raised thumb.</summary>
    public static bool IsPicture(string text) =>
        !text.Any(char.IsLetterOrDigit)
        && text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol);

    /// <summary>Gets a reference or walk number written alone as the command that shows it; otherwise the text.</summary>
    public static string Spelled(string text) =>
        ReferenceAlone().IsMatch(text.Trim()) && ProposalReference.TryParse(text, CultureInfo.InvariantCulture, out ProposalReference reference) ? $"{CommandTexts.ShowReference} {reference}"
        : WalkAlone().IsMatch(text.Trim()) && WalkNumber.TryParse(text, CultureInfo.InvariantCulture, out WalkNumber walk) ? $"{CommandTexts.ShowWalk} {walk}"
        : text;

    private static string FirstWords(string[] words, string phrase) => string.Join(' ', words.Take(phrase.Count(c => c == ' ') + 1));

    // One letter in a short word, one in three of a long one; a word of two letters is written right or is another word.
    private static int SlipsIn(string phrase) => phrase.Length < 3 ? 0 : Math.Max(1, phrase.Length / 3);

    // Letters such as å come as one character or as two, by the keyboard. What stands before the first letter or digit, and the marks
    // after the last, mean nothing.
    private static string Normalize(string text)
    {
        string spaced = Spaces().Replace(Invisible().Replace(text.Normalize(NormalizationForm.FormC), ""), " ");
        int start = 0;
        while (start < spaced.Length && !char.IsLetterOrDigit(spaced[start]))
        {
            start++;
        }

        int end = spaced.Length;
        while (end > start && (char.IsWhiteSpace(spaced[end - 1]) || char.IsPunctuation(spaced[end - 1])))
        {
            end--;
        }

        return spaced[start..end].ToLower(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("^[vV0-9 ,–-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TaughtArgument();

    [GeneratedRegex("^[vV][0-9]{1,4}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WalkAlone();

    // Not any two numbers with a dash: telephone and personal numbers are written so, too.
    [GeneratedRegex("^[vV]?[0-9]{1,4}[-–][0-9]{1,3}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReferenceAlone();

    // Spaces without width, marks of byte order, and the marks that turn the direction of writing.
    [GeneratedRegex("[\u200B\u200E\u200F\u061C\u2028-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Invisible();
}
