namespace PledgeBot.LocalTeams.Conversations;

/// <summary>A conversation id taken apart: the chat or channel, and in a channel the thread.</summary>
/// <param name="Id">The chat or channel, without a thread.</param>
/// <param name="Thread">The message id of the thread's first post; <c>null</c> in a chat, and for the channel as a whole.</param>
internal readonly record struct ConversationReference(string Id, string? Thread)
{
    private const string ThreadMark = ";messageid=";

    /// <summary>The id as the protocol writes it.</summary>
    public string Full => Thread is null ? Id : Id + ThreadMark + Thread;

    public static ConversationReference Parse(string conversationId)
    {
        int mark = conversationId.IndexOf(ThreadMark, StringComparison.Ordinal);
        return mark < 0 ? new(conversationId, null) : new(conversationId[..mark], conversationId[(mark + ThreadMark.Length)..]);
    }
}
