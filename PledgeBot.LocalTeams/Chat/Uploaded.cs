namespace PledgeBot.LocalTeams.Chat;

/// <summary>The id under which what was uploaded can be put into a message.</summary>
internal sealed record Uploaded(string Id);
