namespace PledgeBot.LocalTeams;

/// <summary>Somebody a visitor of the local page can be. Everybody has a personal chat with the bot.</summary>
/// <param name="Id">The member's Teams id (<c>29:…</c>), as the bot sees it in <c>from.id</c>.</param>
/// <param name="AadObjectId">The member's Entra object id, a GUID.</param>
/// <param name="Name">The name shown beside messages.</param>
/// <param name="Label">Role and party for the page alone ("Trygghetssamordnare · kommunen"); never sent to the bot.</param>
/// <param name="IsGuest">Whether the member is a guest from another organisation, which the roster tells the bot.</param>
public sealed record LocalMember(string Id, string AadObjectId, string Name, string Label, bool IsGuest = false);
