using System.Text.Json;

namespace PledgeBot.Tests.Traffic;

/// <summary>One activity of the corpus: an invented one, in a shape that Teams or its local client sends.</summary>
/// <param name="Section">The section of the protocol reference that the shape is from.</param>
/// <param name="About">What is special about it.</param>
/// <param name="Expect">What comes of it.</param>
/// <param name="Activity">The activity.</param>
internal sealed record TrafficSample(string Section, string About, TrafficExpectation Expect, JsonElement Activity)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Gets the names of all of them.</summary>
    public static IEnumerable<string> Names => Repository.FilesIn(Folder, "*.json")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal);

    private static string Folder => Repository.PathOf("PledgeBot.Tests", "Traffic");

    /// <summary>Reads one.</summary>
    public static TrafficSample Read(string name) =>
        JsonSerializer.Deserialize<TrafficSample>(File.ReadAllText(Path.Combine(Folder, name + ".json")), Options)!;
}

/// <summary>What comes of an activity.</summary>
internal sealed record TrafficExpectation
{
    /// <summary>Gets the status of the answer.</summary>
    public int Status { get; init; } = 200;

    /// <summary>
    /// Gets what the answer's body is: <c>none</c>, a <c>card</c>, <c>message</c> or <c>error</c> for a card's button, a <c>form</c> or
    /// <c>closing</c> for a form, <c>hits</c> or <c>hint</c> for a search, <c>config</c>, or <c>choices</c>.
    /// </summary>
    public string Answer { get; init; } = "none";

    /// <summary>Gets how many times the bot shows that it is writing.</summary>
    public int Typing { get; init; }

    /// <summary>Gets how many messages the bot sends.</summary>
    public int Sends { get; init; }

    /// <summary>Gets how many of its messages the bot changes.</summary>
    public int Edits { get; init; }

    /// <summary>Gets what stands in the answer or the message; empty for nothing in particular.</summary>
    public string Says { get; init; } = "";
}
