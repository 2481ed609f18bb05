using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>What the client says after the press of a button.</summary>
public sealed record MsTeamsFeedback
{
    /// <summary>Gets whether the client's own confirmation is left out.</summary>
    public bool? Hide { get; init; }

    /// <summary>Gets the properties that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
