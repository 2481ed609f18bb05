using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Activities;

/// <summary>An Entra tenant.</summary>
public sealed class TenantInfo
{
    /// <summary>Gets or sets the tenant's id.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the fields that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
