using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PledgeBot.Tests.Gallery;

/// <summary>The pieces of the bot's texts that stand in one language only.</summary>
internal sealed partial class WordsOfOneLanguage
{
    // Shorter pieces, "Route" or "kl.", may stand anywhere.
    private const int Shortest = 12;

    // What the partnerships of the gallery are called, whatever the language.
    private static readonly string[] Names = ["Lokalpolisområde Ystad"];

    private readonly string[] _swedish;
    private readonly string[] _english;

    private WordsOfOneLanguage(string[] swedish, string[] english)
    {
        _swedish = swedish;
        _english = english;
    }

    /// <summary>Reads the text files.</summary>
    public static WordsOfOneLanguage Read()
    {
        string[] files = [.. Repository.FilesIn(Repository.PathOf("PledgeBot.Dialogs"), "*Texts.resx")];
        string[] swedish = [.. files.SelectMany(PiecesOf).Distinct(StringComparer.Ordinal)];
        string[] english = [.. files.SelectMany(file => PiecesOf(Path.ChangeExtension(file, ".en.resx"))).Distinct(StringComparer.Ordinal)];
        return new WordsOfOneLanguage(Without(swedish, [.. english, .. Names]), Without(english, [.. swedish, .. Names]));
    }

    /// <summary>Finds a piece of the other language in a text; nothing if there is none.</summary>
    public string? FindForeign(string text, string language) =>
        (language == "sv" ? _english : _swedish).FirstOrDefault(piece => Stands(piece, text));

    // "Lokalpolisområde" does not stand in somebody's title "Lokalpolisområdeschef".
    private static bool Stands(string piece, string text)
    {
        int at = text.IndexOf(piece, StringComparison.Ordinal);
        return at >= 0
            && (at == 0 || !char.IsLetter(text[at - 1]) || !char.IsLetter(piece[0]))
            && (at + piece.Length == text.Length || !char.IsLetter(text[at + piece.Length]) || !char.IsLetter(piece[^1]));
    }

    private static string[] Without(string[] pieces, string[] others) =>
        [.. pieces.Where(piece => !others.Any(other => other.Contains(piece, StringComparison.Ordinal)))];

    private static IEnumerable<string> PiecesOf(string file) => XDocument.Load(file).Root!
        .Elements("data")
        .Where(data => !data.Element("value")!.Value.Contains('|', StringComparison.Ordinal))
        .SelectMany(data => Gap().Split(data.Element("value")!.Value))
        .Select(piece => piece.Trim())
        .Where(piece => piece.Length >= Shortest);

    [GeneratedRegex(@"\{[0-9]+[^}]*\}|\*\*")]
    private static partial Regex Gap();
}
