using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace PledgeBot.LocalTeams.Places;

/// <summary>Where members talk, and where the app is or is not: a team, a group chat, or one member's chat with the bot.</summary>
internal sealed record Place
{
    /// <summary>The team's id, which is also that of its General channel, or the chat's conversation id.</summary>
    public required string Id { get; init; }

    public required PlaceKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The ids of the members; the bot is never among them, as in Teams.</summary>
    public required ImmutableArray<string> Members { get; init; }

    /// <summary>A team's channels, General first; empty for a chat.</summary>
    public ImmutableArray<TeamChannel> Channels { get; init; } = [];

    public required AppState App { get; init; }

    /// <summary>Whether the bot has taken the events that tell it of its installation.</summary>
    public bool IsTold { get; init; }

    /// <summary>The channel that was chosen when the app was added to the team; <c>null</c> in a chat.</summary>
    public string? SelectedChannel { get; init; }

    /// <summary>Whether the member has blocked the bot in their chat.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Whether the team is archived: everything can be read and nothing written.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Whether the team is deleted. It can be restored.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>The team's Entra group: made from its id, so that it is the same at each start.</summary>
    [JsonIgnore]
    public string AadGroupId => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(Id)).AsSpan(..16)).ToString();

    /// <summary>The conversations in the place, without deleted channels.</summary>
    public IEnumerable<string> Conversations() => Kind == PlaceKind.Team ? Channels.Where(c => !c.IsDeleted).Select(c => c.Id) : [Id];

    /// <summary>Finds one of a team's channels, deleted ones included.</summary>
    public TeamChannel? FindChannel(string? id) => Channels.FirstOrDefault(c => c.Id == id);

    /// <summary>The same place with one of its channels replaced.</summary>
    public Place With(TeamChannel channel) => this with { Channels = [.. Channels.Select(c => c.Id == channel.Id ? channel : c)] };
}
