using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Activities;

/// <summary>Asks Teams to notify the readers of a message.</summary>
public sealed class NotificationInfo
{
    /// <summary>Gets or sets whether the message should show in the activity feed. Each reader's own settings win.</summary>
    public bool? Alert { get; set; }

    /// <summary>Gets or sets the fields that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
