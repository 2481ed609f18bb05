namespace PledgeBot.Teams.Activities;

/// <summary>
/// Reads and makes conversation ids. A thread's id is its channel's followed by <c>;messageid=</c> and its first message.
/// </summary>
public static class ConversationIds
{
    private const string ThreadMark = ";messageid=";

    /// <summary>
    /// The conversation without the thread: the channel for a thread, otherwise the conversation itself. Null when it has none.
    /// </summary>
    public static string? BaseConversationId(this Activity activity) =>
        activity.Conversation?.Id is { } id ? WithoutThread(id) : null;

    /// <summary>The id of the first message of the thread, or null when the activity is not in a thread.</summary>
    public static string? ThreadRootId(this Activity activity) =>
        activity.Conversation?.Id is { } id && id.IndexOf(ThreadMark, StringComparison.OrdinalIgnoreCase) is var mark and >= 0
            && mark + ThreadMark.Length < id.Length
            ? id[(mark + ThreadMark.Length)..]
            : null;

    /// <summary>The id without the part that names a thread.</summary>
    public static string WithoutThread(string conversationId) =>
        conversationId.IndexOf(';', StringComparison.Ordinal) is var mark and >= 0 ? conversationId[..mark] : conversationId;

    /// <summary>The id of a thread in a channel.</summary>
    /// <param name="conversationId">The channel, or any thread in it.</param>
    /// <param name="rootMessageId">The first message of the wanted thread.</param>
    public static string InThread(string conversationId, string rootMessageId) =>
        WithoutThread(conversationId) + ThreadMark + rootMessageId;
}
