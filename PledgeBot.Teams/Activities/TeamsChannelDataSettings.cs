using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Activities;

/// <summary>What was chosen when the app was installed in a team.</summary>
public sealed class TeamsChannelDataSettings
{
    /// <summary>Gets or sets the channel that was picked.</summary>
    public ChannelInfo? SelectedChannel { get; set; }

    /// <summary>Gets or sets the fields that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
