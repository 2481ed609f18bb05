using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Tests;

/// <summary>
/// Compares JSON with the approved one beside the test, <c>TestClass.Test.json</c>. A mismatch writes
/// <c>TestClass.Test.received.json</c>; renaming it, in the commit that caused it, accepts the change.
/// </summary>
internal static partial class Snapshot
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Match(AdaptiveCard card, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "") =>
        Match(CardJson.Write(card), testFile, test);

    public static void Match(object actual, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        string name = Path.Combine(Path.GetDirectoryName(testFile)!, $"{Path.GetFileNameWithoutExtension(testFile)}.{test}");
        string approvedFile = name + ".json";
        string receivedFile = name + ".received.json";
        string received = Pictures().Replace(JsonSerializer.Serialize(actual, Readable), "$1…") + "\n";
        string approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : "";
        if (received == approved)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        Assert.Equal(approved, received);
    }

    // The bytes of a picture say nothing to whoever reads the snapshot.
    [GeneratedRegex("(data:image/[a-z]+;base64,)[A-Za-z0-9+/=]+")]
    private static partial Regex Pictures();
}
