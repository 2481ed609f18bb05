using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Activities;

/// <summary>What Teams adds to an activity.</summary>
public sealed class TeamsChannelData
{
    /// <summary>Gets or sets the tenant; present in every context.</summary>
    public TenantInfo? Tenant { get; set; }

    /// <summary>Gets or sets the team; present in channels only.</summary>
    public TeamInfo? Team { get; set; }

    /// <summary>Gets or sets the channel; present in channels only.</summary>
    public ChannelInfo? Channel { get; set; }

    /// <summary>Gets or sets what happened, for an event, such as <c>teamMemberAdded</c>. Compare without regard to case.</summary>
    public string? EventType { get; set; }

    /// <summary>Gets or sets what was chosen at installation.</summary>
    public TeamsChannelDataSettings? Settings { get; set; }

    /// <summary>Gets or sets whether an outgoing message asks for a notification.</summary>
    public NotificationInfo? Notification { get; set; }

    /// <summary>Gets or sets the fields that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
