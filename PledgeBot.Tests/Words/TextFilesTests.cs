using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PledgeBot.Tests.Words;

/// <summary>The text files of all subjects: each text in both languages, with the same gaps.</summary>
public sealed partial class TextFilesTests
{
    public static TheoryData<string> Files { get; } = [.. FindFiles()];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryText_InBothLanguages_HasTheSameGaps(string file)
    {
        Dictionary<string, string> swedish = Read(file);
        Dictionary<string, string> english = Read(Path.ChangeExtension(file, ".en.resx"));

        Assert.Equal(swedish.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(swedish, text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Value));
            Assert.False(string.IsNullOrWhiteSpace(english[text.Key]));
            Assert.Equal(GapsOf(text.Value), GapsOf(english[text.Key]));
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EverySwedishText_AvoidsTheWordsTheGlossaryAvoids(string file) => Assert.All(
        Read(file).Where(text => !text.Key.StartsWith("Command", StringComparison.Ordinal)),
        text => Assert.DoesNotMatch(AvoidedWords(), text.Value));

    private static IEnumerable<string> FindFiles([CallerFilePath] string thisFile = "")
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
        string[] projects = ["PledgeBot", "PledgeBot.Dialogs", "PledgeBot.Recount"];
        return projects
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(root, project), "*Texts.resx", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(file).Root!
        .Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> GapsOf(string text) =>
        Gap().Matches(text).Select(match => match.Groups["number"].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<number>[0-9]+)[:}]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\b(deadline|poll|admin|vänligen|aktör|medborgare)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AvoidedWords();
}
