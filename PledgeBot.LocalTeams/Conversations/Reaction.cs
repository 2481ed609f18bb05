namespace PledgeBot.LocalTeams.Conversations;

/// <summary>A reaction to a message.</summary>
/// <param name="Type">Teams' name for it, such as <c>like</c>.</param>
/// <param name="By">The id of the member, or of the bot, who gave it.</param>
internal sealed record Reaction(string Type, string By);
