using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Activities;

/// <summary>A channel of a team.</summary>
public sealed class ChannelInfo
{
    /// <summary>Gets or sets the channel's id.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the name; null for the General channel.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the fields that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
