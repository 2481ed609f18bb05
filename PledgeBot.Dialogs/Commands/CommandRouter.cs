using System.Globalization;
using System.Text.RegularExpressions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Commands;

/// <summary>Finds the command that a text means, in any of the languages.</summary>
internal sealed partial class CommandRouter
{
    private const int LongestEcho = 60;

    private readonly (string Phrase, ChatCommand Command)[] _phrases;

    /// <summary>Collects what can be written.</summary>
    public CommandRouter(IEnumerable<Feature> features)
    {
        Commands = [.. features.SelectMany(feature => feature.Commands)];
        var phrases = new Dictionary<string, ChatCommand>(StringComparer.Ordinal);
        foreach (string language in (string[])["sv", "en"])
        {
            using (CultureScope.For(language))
            {
                foreach (ChatCommand command in Commands)
                {
                    foreach (string phrase in command.AllPhrases)
                    {
                        phrases.TryAdd(Normalize(phrase), command);
                    }
                }
            }
        }

        // The longest phrase wins: "ny omröstning" before "ny".
        _phrases = [.. phrases.Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Key.Length)];
    }

    /// <summary>Gets all the commands, in the order of the features.</summary>
    public IReadOnlyList<ChatCommand> Commands { get; }

    /// <summary>Finds the command that a text means, and what follows its phrase; nothing if there is none.</summary>
    public (ChatCommand Command, string Argument)? Find(string text)
    {
        string normalized = Normalize(text);
        foreach ((string phrase, ChatCommand command) in _phrases)
        {
            if (normalized == phrase)
            {
                return (command, "");
            }

            if (normalized.StartsWith(phrase, StringComparison.Ordinal) && normalized[phrase.Length] == ' ')
            {
                return (command, normalized[(phrase.Length + 1)..]);
            }
        }

        return null;
    }

    /// <summary>Finds the phrase nearest to a text that means nothing; nothing if none is near.</summary>
    public string? FindNearest(string text)
    {
        string[] words = Normalize(text).Split(' ');
        var nearest = _phrases
            .Select(entry => (entry.Phrase, Distance: EditDistance.Between(entry.Phrase, FirstWords(words, entry.Phrase))))
            .OrderBy(entry => entry.Distance)
            .ThenBy(entry => entry.Phrase, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Phrase is { } phrase && nearest.Distance <= Math.Max(1, phrase.Length / 3) ? phrase : null;
    }

    /// <summary>Tells whether what follows a phrase is what the help teaches: nothing, or numbers and references alone.</summary>
    public static bool IsTaught(string argument) => TaughtArgument().IsMatch(argument);

    /// <summary>Gets as much of a text as an answer may repeat.</summary>
    public static string Echo(string text) => text.Length <= LongestEcho ? text : text[..LongestEcho] + "…";

    /// <summary>Gets a reference or walk number written alone as the command that shows it; otherwise the text.</summary>
    public static string Spelled(string text) =>
        ProposalReference.TryParse(text, CultureInfo.InvariantCulture, out ProposalReference reference) ? $"{CommandTexts.ShowReference} {reference}"
        : WalkAlone().IsMatch(text.Trim()) && WalkNumber.TryParse(text, CultureInfo.InvariantCulture, out WalkNumber walk) ? $"{CommandTexts.ShowWalk} {walk}"
        : text;

    private static string FirstWords(string[] words, string phrase) => string.Join(' ', words.Take(phrase.Count(c => c == ' ') + 1));

    private static string Normalize(string text) =>
        Spaces().Replace(text, " ").Trim().TrimEnd('?', '!', '.', ' ').ToLower(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Spaces();

    [GeneratedRegex("^[vV0-9 ,–-]*$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex TaughtArgument();

    [GeneratedRegex("^[vV][0-9]{1,4}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex WalkAlone();
}
