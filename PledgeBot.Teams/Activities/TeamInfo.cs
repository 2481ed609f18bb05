using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Activities;

/// <summary>A team in Teams.</summary>
public sealed class TeamInfo
{
    /// <summary>Gets or sets the team's id in the channel, which is the id of its General channel.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the Entra group behind the team; present when installing and renaming.</summary>
    public string? AadGroupId { get; set; }

    /// <summary>Gets or sets the name; present when installing and renaming.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the fields that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
