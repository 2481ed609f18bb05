namespace PledgeBot.Teams.Activities;

/// <summary>Reads where an activity comes from and whom it is for. Whatever is missing on the wire gives the narrower answer.</summary>
public static class ActivityOrigin
{
    private const string BotPrefix = "28:";
    private const string BotRole = "bot";
    private const string ComposePrefix = "composeExtension/";

    /// <summary>Tells whether it comes from the chat of one person and the bot.</summary>
    public static bool IsPersonal(this Activity activity) => Is(activity, ConversationTypes.Personal);

    /// <summary>Tells whether it comes from a channel of a team.</summary>
    public static bool IsInChannel(this Activity activity) => activity.TeamId() is not null || Is(activity, ConversationTypes.Channel);

    /// <summary>The team, as its id in the channel; null outside teams, and when the channel leaves it out.</summary>
    public static string? TeamId(this Activity activity) => NullIfEmpty(activity.ChannelData?.Team?.Id);

    /// <summary>
    /// The tenant that the conversation belongs to, which for a guest is the host's and not the guest's own; null when it is not said.
    /// </summary>
    public static string? HostTenantId(this Activity activity) =>
        NullIfEmpty(activity.Conversation?.TenantId) ?? NullIfEmpty(activity.ChannelData?.Tenant?.Id);

    /// <summary>Tells whether the text mentions the bot. The mentioned id counts, never the name, which the writer can edit.</summary>
    public static bool MentionsBot(this Activity activity) =>
        activity.Recipient?.Id is { Length: > 0 } bot
        && activity.Entities?.Any(entity => entity.Type == EntityTypes.Mention && entity.Mentioned?.Id == bot) == true;

    /// <summary>Tells whether a bot sent it, this one or another.</summary>
    public static bool IsFromBot(this Activity activity) =>
        activity.From is { } from
        && (string.Equals(from.Role, BotRole, StringComparison.OrdinalIgnoreCase)
            || from.Id?.StartsWith(BotPrefix, StringComparison.Ordinal) == true
            || (from.Id is not null && from.Id == activity.Recipient?.Id));

    /// <summary>
    /// Tells whether it is a request of a message extension, which a person can make in any conversation, also where the bot is not.
    /// </summary>
    public static bool IsFromComposeBox(this Activity activity) =>
        activity is { Type: ActivityTypes.Invoke, Name: { } name } && name.StartsWith(ComposePrefix, StringComparison.Ordinal);

    private static bool Is(Activity activity, string type) =>
        string.Equals(activity.Conversation?.ConversationType, type, StringComparison.OrdinalIgnoreCase);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
