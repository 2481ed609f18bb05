using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PledgeBot.Recount;

namespace PledgeBot.Tests.Recount;

/// <summary>A decision record's file, written for a test and given to the command.</summary>
internal static class WrittenRecord
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The record of polls that led to a recommendation; letters as in <see cref="WrittenPoll"/>.</summary>
    public static JsonObject Of(
        string recommended,
        WrittenPoll[] polls,
        JsonObject[]? settlements = null,
        string withdrawn = "",
        string returned = "",
        string replaced = "") => new()
        {
            ["format"] = "pledgebot/decision-record/1",
            ["number"] = "2026:1",
            ["corrects"] = null,
            ["walk"] = "V1",
            ["heading"] = "Två åtgärder i Brösarp",
            ["polls"] = new JsonArray([.. polls.Select(poll => (JsonNode)poll.Write())]),
            ["withdrawn"] = WrittenPoll.References(withdrawn),
            ["settlements"] = new JsonArray([.. settlements ?? []]),
            ["returned"] = WrittenPoll.References(returned),
            ["replaced"] = WrittenPoll.References(replaced),
            ["recommended"] = WrittenPoll.References(recommended),
        };

    /// <summary>The record of one poll.</summary>
    public static JsonObject Of(string recommended, WrittenPoll poll) => Of(recommended, [poll]);

    /// <summary>How places were given that no poll decided.</summary>
    public static JsonObject Settlement(string way, string among, int places, string chosen, string poll = "1", string? seed = null)
    {
        var settlement = new JsonObject
        {
            ["way"] = way,
            ["poll"] = poll,
            ["among"] = WrittenPoll.References(among),
            ["places"] = places,
            ["chosen"] = WrittenPoll.References(chosen),
        };
        if (seed is not null)
        {
            settlement["seed"] = seed;
        }

        return settlement;
    }

    /// <summary>Writes the file's text, with its checksum. It is indented, since the record's own text is what is summed.</summary>
    public static string TextOf(JsonObject record)
    {
        string text = record.ToJsonString(Indented);
        return $$"""{"checksum": "sha256:{{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}}", "record": {{text}} }""";
    }

    /// <summary>Gives a record to the command.</summary>
    public static (int Code, string Said) CountAgain(JsonObject record, params string[] args) => CountAgain(TextOf(record), args);

    /// <summary>Gives a file with a text to the command.</summary>
    public static (int Code, string Said) CountAgain(string text, params string[] args) => CountAgain(Encoding.UTF8.GetBytes(text), args);

    /// <summary>Gives a file to the command.</summary>
    public static (int Code, string Said) CountAgain(byte[] bytes, params string[] args)
    {
        string file = Path.Combine(Path.GetTempPath(), $"beslut-{Guid.NewGuid():N}.json");
        try
        {
            File.WriteAllBytes(file, bytes);
            using var output = new StringWriter();
            int code = RecountCommand.Run([file, .. args], output);
            return (code, output.ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Asserts that the command finds everything as the record states it.</summary>
    public static string AssertAgrees(JsonObject record, params string[] args)
    {
        (int code, string said) = CountAgain(record, args);
        Assert.True(code == RecountCommand.Agrees, said);
        return said;
    }

    /// <summary>Asserts that the command finds differences, and that these sentences tell them all, in this order.</summary>
    public static void AssertDiffers(JsonObject record, params string[] differences) => AssertDiffers(TextOf(record), differences);

    /// <summary>Asserts that the command finds differences, and that these sentences tell them all, in this order.</summary>
    public static void AssertDiffers(string text, params string[] differences)
    {
        (int code, string said) = CountAgain(text);
        IEnumerable<string> reported = Lines(said).Where(line => line.StartsWith("STÄMMER INTE", StringComparison.Ordinal));
        Assert.Equal(differences.Select(difference => $"STÄMMER INTE: {difference}"), reported);
        Assert.Equal(RecountCommand.Differs, code);
    }

    public static string[] Lines(string said) => said.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
