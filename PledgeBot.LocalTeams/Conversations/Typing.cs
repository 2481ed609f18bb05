namespace PledgeBot.LocalTeams.Conversations;

/// <summary>The bot is writing: shown for a moment and not kept.</summary>
/// <param name="Conversation">The chat or channel.</param>
/// <param name="Thread">The thread; <c>null</c> in a chat, and for the channel as a whole.</param>
internal sealed record Typing(string Conversation, string? Thread);
