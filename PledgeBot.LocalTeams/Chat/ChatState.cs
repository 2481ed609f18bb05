using PledgeBot.LocalTeams.Conversations;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>All that a member's page shows, as of one revision.</summary>
internal sealed record ChatState
{
    public required long Revision { get; init; }

    public required string TeamName { get; init; }

    public required NamedThing Channel { get; init; }

    public required NamedThing Personal { get; init; }

    public required NamedThing Bot { get; init; }

    public required MemberView Me { get; init; }

    public required IReadOnlyList<MemberView> Members { get; init; }

    public required IReadOnlyList<string> Banner { get; init; }

    /// <summary>The demo clock's present; <c>null</c> when there is no demo clock.</summary>
    public DateTimeOffset? Clock { get; init; }

    public required IReadOnlyList<StoredActivity> Activities { get; init; }
}
