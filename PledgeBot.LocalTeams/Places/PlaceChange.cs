namespace PledgeBot.LocalTeams.Places;

/// <summary>What a member does to a place on the page.</summary>
internal sealed record PlaceChange
{
    /// <summary>The id of the team, group chat or personal chat.</summary>
    public required string Place { get; init; }

    /// <summary>
    /// What is done: <c>addApp</c>, <c>removeApp</c>; <c>addMember</c>, <c>removeMember</c>; <c>block</c>, <c>unblock</c> (a personal
    /// chat); <c>renameTeam</c>, <c>archiveTeam</c>, <c>unarchiveTeam</c>, <c>deleteTeam</c>, <c>restoreTeam</c>; <c>createChannel</c>,
    /// <c>renameChannel</c>, <c>deleteChannel</c>, <c>restoreChannel</c>.
    /// </summary>
    public required string Change { get; init; }

    /// <summary>The id of the channel: the one chosen for the app (General, when none is), or the one that is changed.</summary>
    public string? Channel { get; init; }

    /// <summary>The id of the member who comes or goes.</summary>
    public string? Member { get; init; }

    /// <summary>A new name, 1 to 50 characters.</summary>
    public string? Name { get; init; }
}
