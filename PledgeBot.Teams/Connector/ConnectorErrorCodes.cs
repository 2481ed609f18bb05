namespace PledgeBot.Teams.Connector;

/// <summary>The error codes of the connector that the bot acts upon, and those of the client itself.</summary>
public static class ConnectorErrorCodes
{
    /// <summary>The app is not installed in the conversation.</summary>
    public const string BotNotInConversationRoster = "BotNotInConversationRoster";

    /// <summary>An administrator switched the bot off for the member.</summary>
    public const string BotDisabledByAdmin = "BotDisabledByAdmin";

    /// <summary>The member blocked the bot.</summary>
    public const string ConversationBlockedByUser = "ConversationBlockedByUser";

    /// <summary>The member blocked or removed the bot.</summary>
    public const string MessageWritesBlocked = "MessageWritesBlocked";

    /// <summary>The conversation does not exist, or no longer.</summary>
    public const string ConversationNotFound = "ConversationNotFound";

    /// <summary>The message does not exist, or no longer.</summary>
    public const string ActivityNotFoundInConversation = "ActivityNotFoundInConversation";

    /// <summary>The message is too large. Of the client itself, too: then nothing was sent.</summary>
    public const string MessageSizeTooBig = "MessageSizeTooBig";

    /// <summary>Too many calls. Of the client itself, too: then nothing was sent.</summary>
    public const string Throttled = "Throttled";

    /// <summary>The client itself: the address is not one that may be called; nothing was sent.</summary>
    public const string AddressRefused = "AddressRefused";

    /// <summary>The credentials: the identity platform will not give the bot a token until somebody changes the configuration.</summary>
    public const string CredentialsRefused = "CredentialsRefused";

    /// <summary>The credentials: the identity platform could not be asked for a token now; nothing was sent.</summary>
    public const string TokenUnavailable = "TokenUnavailable";

    /// <summary>The client itself: the answer is larger than it may be.</summary>
    public const string AnswerTooLarge = "AnswerTooLarge";

    /// <summary>The client itself: the call succeeded but its answer makes no sense.</summary>
    public const string AnswerNotUnderstood = "AnswerNotUnderstood";
}
