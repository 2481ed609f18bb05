namespace PledgeBot.Teams.Activities;

/// <summary>All that is needed to write in a conversation later.</summary>
/// <param name="ServiceUrl">
/// The connector's address as last received. It can change, so the newest activity's wins; it is checked again at every call.
/// </param>
/// <param name="ConversationId">The conversation, with <c>;messageid=</c> for a thread.</param>
/// <param name="BotId">The bot's own id in the channel (<c>28:…</c>).</param>
/// <param name="TenantId">The tenant, which is needed to start a conversation.</param>
/// <param name="ConversationType">The kind of conversation; one of <see cref="ConversationTypes"/>.</param>
/// <param name="UserId">
/// In a personal conversation the member's id in the channel, by which it is found again when its own id no longer is valid.
/// </param>
public sealed record ConversationReference(
    string ServiceUrl,
    string ConversationId,
    string BotId,
    string? TenantId = null,
    string? ConversationType = null,
    string? UserId = null)
{
    /// <summary>The place that an incoming activity came from.</summary>
    /// <exception cref="ArgumentException">The activity lacks its service address, conversation or recipient.</exception>
    public static ConversationReference From(Activity activity) => new(
        activity.ServiceUrl ?? throw new ArgumentException("The activity has no serviceUrl.", nameof(activity)),
        activity.Conversation?.Id ?? throw new ArgumentException("The activity has no conversation.id.", nameof(activity)),
        activity.Recipient?.Id ?? throw new ArgumentException("The activity has no recipient.id.", nameof(activity)),
        activity.Conversation.TenantId ?? activity.ChannelData?.Tenant?.Id,
        activity.Conversation.ConversationType,
        activity.Conversation.ConversationType == ConversationTypes.Personal ? activity.From?.Id : null);

    /// <summary>The same channel's thread that starts with the given message.</summary>
    public ConversationReference InThread(string rootMessageId) =>
        this with { ConversationId = ConversationIds.InThread(ConversationId, rootMessageId) };
}
