namespace PledgeBot.LocalTeams.Places;

/// <summary>A channel of a team.</summary>
/// <param name="Id">Its conversation id; General's is the team's own.</param>
/// <param name="Name">Its name; <c>null</c> for General, which Teams lists without one.</param>
/// <param name="IsDeleted">Whether it has been deleted. It can be restored.</param>
internal sealed record TeamChannel(string Id, string? Name, bool IsDeleted = false);
