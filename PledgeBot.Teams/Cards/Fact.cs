using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A name and a value.</summary>
public sealed record Fact
{
    /// <summary>Gets the name.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the value.</summary>
    public required string Value { get; init; }

    /// <summary>Gets the properties that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
