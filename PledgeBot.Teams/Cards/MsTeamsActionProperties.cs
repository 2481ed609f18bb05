using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>What only Teams understands about a button.</summary>
public sealed record MsTeamsActionProperties
{
    /// <summary>Gets what the client says after the press.</summary>
    public MsTeamsFeedback? Feedback { get; init; }

    /// <summary>Gets the properties that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
