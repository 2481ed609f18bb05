using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Activities;

/// <summary>A conversation: a personal chat, a group chat, a channel or a thread in a channel.</summary>
public sealed class ConversationAccount
{
    /// <summary>Gets or sets the id; a thread's ends with <c>;messageid=</c> and the id of its first message.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the kind; one of <see cref="ConversationTypes"/>.</summary>
    public string? ConversationType { get; set; }

    /// <summary>Gets or sets whether more than one person can take part.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>Gets or sets the tenant that the conversation belongs to.</summary>
    public string? TenantId { get; set; }

    /// <summary>Gets or sets the name, where it has one.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the fields that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
