namespace PledgeBot.LocalTeams.Chat;

/// <summary>An id with the name the page shows for it.</summary>
internal sealed record NamedThing(string Id, string Name);
