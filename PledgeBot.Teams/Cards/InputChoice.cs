using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A choice.</summary>
public sealed record InputChoice
{
    /// <summary>Gets the words.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the value that comes back; without commas.</summary>
    public required string Value { get; init; }

    /// <summary>Gets the properties that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
