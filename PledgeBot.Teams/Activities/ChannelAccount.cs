using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Activities;

/// <summary>A person or a bot in a conversation. Also what the roster's pages hold.</summary>
public sealed class ChannelAccount
{
    /// <summary>Gets or sets the id in this channel (<c>29:…</c> for people, <c>28:…</c> for bots). It is particular to this bot.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the display name, which its owner can change; never an identity.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the Entra object id. Missing for bots and anonymous senders.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>Gets or sets the Entra object id under the name that some roster endpoints use instead.</summary>
    public string? ObjectId { get; set; }

    /// <summary>Gets or sets the role in the conversation, such as <c>bot</c> or <c>user</c>.</summary>
    public string? Role { get; set; }

    /// <summary>Gets or sets the role in the roster, such as <c>user</c> or <c>guest</c>.</summary>
    public string? UserRole { get; set; }

    /// <summary>Gets or sets the tenant that the account belongs to.</summary>
    public string? TenantId { get; set; }

    /// <summary>Gets or sets the given name, in the roster.</summary>
    public string? GivenName { get; set; }

    /// <summary>Gets or sets the surname, in the roster.</summary>
    public string? Surname { get; set; }

    /// <summary>Gets or sets the e-mail address, in the roster.</summary>
    public string? Email { get; set; }

    /// <summary>Gets or sets the user principal name, in the roster.</summary>
    public string? UserPrincipalName { get; set; }

    /// <summary>Gets or sets the fields that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>The Entra object id under whichever name it came, or null.</summary>
    public string? EntraObjectId() => AadObjectId ?? ObjectId;

    /// <summary>What the roster says that the account is; null when it does not say, or says something else.</summary>
    public RosterRole? RoleInRoster() => UserRole?.ToUpperInvariant() switch
    {
        "USER" => RosterRole.User,
        "GUEST" => RosterRole.Guest,
        "ANONYMOUS" => RosterRole.Anonymous,
        _ => null,
    };
}
