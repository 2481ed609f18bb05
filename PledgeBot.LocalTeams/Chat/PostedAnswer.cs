namespace PledgeBot.LocalTeams.Chat;

/// <summary>What became of a posted message: it stays in the conversation even when the bot could not be reached.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Thread">The thread it is in; <c>null</c> in a chat.</param>
/// <param name="Delivered">Whether the bot took it; <c>null</c> when the bot was not to hear it.</param>
internal sealed record PostedAnswer(string Id, string? Thread, bool? Delivered);
