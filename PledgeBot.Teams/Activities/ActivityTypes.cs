namespace PledgeBot.Teams.Activities;

/// <summary>
/// The activity types that Teams sends or accepts. Any other value is legal on the wire and must be ignored by a receiver.
/// </summary>
public static class ActivityTypes
{
    /// <summary>A message in a conversation, or the press of an <c>Action.Submit</c> button.</summary>
    public const string Message = "message";

    /// <summary>Members, channel or team changed.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The app was installed in, or removed from, a conversation.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A request whose answer is the body of the HTTP response.</summary>
    public const string Invoke = "invoke";

    /// <summary>A reaction to one of the bot's messages was added or removed.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>A message was edited or restored.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A message was deleted.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>Something named that is neither a message nor a request, such as a read receipt.</summary>
    public const string Event = "event";

    /// <summary>Shows that the sender is writing.</summary>
    public const string Typing = "typing";

    /// <summary>Tells whether the type is one of these.</summary>
    public static bool IsKnown(string type) => type is
        Message or ConversationUpdate or InstallationUpdate or Invoke or MessageReaction or MessageUpdate or MessageDelete or Event or Typing;
}
