namespace PledgeBot.LocalTeams;

/// <summary>A chat of several members.</summary>
/// <param name="Key">Tells its id apart from the others': small letters, digits and hyphens; not "team" or "channel".</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">Its members, 1 to 200. Somebody who is in other places too is the same there.</param>
/// <param name="HasApp">Whether the chat has the app from the start. Otherwise somebody adds it on the page.</param>
public sealed record LocalGroupChat(string Key, string Name, IReadOnlyList<LocalMember> Members, bool HasApp = false);
