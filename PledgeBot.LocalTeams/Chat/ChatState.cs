using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Extension;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>All that a member's page shows, as of one revision.</summary>
internal sealed record ChatState
{
    public required long Revision { get; init; }

    /// <summary>The channel that is open at first: the first team's for its members; <c>null</c> for somebody who is in no team.</summary>
    public NamedThing? Channel { get; init; }

    /// <summary>The member's chat with the bot.</summary>
    public required NamedThing Personal { get; init; }

    /// <summary>The places the member is in, deleted teams included: teams, group chats, the personal chat.</summary>
    public required IReadOnlyList<PlaceView> Places { get; init; }

    public required NamedThing Bot { get; init; }

    public required MemberView Me { get; init; }

    /// <summary>The first team's members, in their order.</summary>
    public required IReadOnlyList<MemberView> Members { get; init; }

    /// <summary>Everybody a visitor can be.</summary>
    public required IReadOnlyList<MemberView> Everybody { get; init; }

    /// <summary>The app's message extension.</summary>
    public required IReadOnlyList<ExtensionCommand> Commands { get; init; }

    /// <summary>Whether files can be sent in the personal chat.</summary>
    public required bool SupportsFiles { get; init; }

    public required IReadOnlyList<string> Banner { get; init; }

    /// <summary>The demo clock's present; <c>null</c> when there is no demo clock.</summary>
    public DateTimeOffset? Clock { get; init; }

    public required IReadOnlyList<StoredActivity> Activities { get; init; }
}
