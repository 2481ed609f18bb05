using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>What only Teams understands about a picture.</summary>
public sealed record MsTeamsImageProperties
{
    /// <summary>Gets whether the picture can be opened large.</summary>
    public bool? AllowExpand { get; init; }

    /// <summary>Gets the properties that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
