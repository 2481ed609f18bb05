namespace PledgeBot.LocalTeams;

/// <summary>A team beside the first one.</summary>
/// <param name="Key">Tells its ids apart from the others': small letters, digits and hyphens; not "team" or "channel".</param>
/// <param name="Name">Its name.</param>
/// <param name="Channels">The names of its channels besides General; may be empty.</param>
/// <param name="Members">Its members, 1 to 200. Somebody who is in other places too is the same there.</param>
/// <param name="HasApp">Whether the team and its members have the app from the start. Otherwise somebody adds it on the page.</param>
public sealed record LocalTeam(string Key, string Name, IReadOnlyList<string> Channels, IReadOnlyList<LocalMember> Members, bool HasApp = false);
