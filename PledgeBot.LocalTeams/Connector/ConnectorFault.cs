namespace PledgeBot.LocalTeams.Connector;

/// <summary>Something that goes wrong with one connector call. Its parts can be combined.</summary>
public sealed record ConnectorFault
{
    /// <summary>Which calls it waits for; <c>null</c> means the next call of any kind.</summary>
    public ConnectorOperation? Operation { get; init; }

    /// <summary>Answers this status, and does nothing; <c>null</c> lets the call be done.</summary>
    public int? Status { get; init; }

    /// <summary>
    /// The error code in the answer's body. Default "ServiceError"; without meaning when <see cref="Status"/> is <c>null</c>.
    /// "MessageWritesBlocked" is answered in the form of its own that Teams has for it.
    /// </summary>
    public string Code { get; init; } = "ServiceError";

    /// <summary>The Retry-After header, rounded up to whole seconds; <c>null</c> sends none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Waits before anything else, on the stand-in's <see cref="TimeProvider"/>. Default none;
    /// <see cref="Timeout.InfiniteTimeSpan"/> waits until the bot gives up.
    /// </summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Does what was asked and then breaks the connection, so that the bot cannot know.</summary>
    public bool DropAnswer { get; init; }

    /// <summary>400: the payload is wrong.</summary>
    public static ConnectorFault BadSyntax { get; } = new() { Status = 400, Code = "BadSyntax" };

    /// <summary>401: the token has expired, or the bot is not registered.</summary>
    public static ConnectorFault Unauthorized { get; } = new() { Status = 401, Code = "Unauthorized" };

    /// <summary>403: the app is not where the bot writes.</summary>
    public static ConnectorFault NotInRoster { get; } = Forbidden("BotNotInConversationRoster");

    /// <summary>403: the member has blocked the bot, as the conversation says it.</summary>
    public static ConnectorFault BlockedByUser { get; } = Forbidden("ConversationBlockedByUser");

    /// <summary>403: the member has blocked the bot, as the message service says it, without an <c>error</c> object.</summary>
    public static ConnectorFault WritesBlocked { get; } = Forbidden("MessageWritesBlocked");

    /// <summary>404: there is no such conversation any longer.</summary>
    public static ConnectorFault ConversationNotFound { get; } = new() { Status = 404, Code = "ConversationNotFound" };

    /// <summary>404: there is no such message any longer.</summary>
    public static ConnectorFault ActivityNotFound { get; } = new() { Status = 404, Code = "ActivityNotFoundInConversation" };

    /// <summary>412: something else is being done in the same conversation.</summary>
    public static ConnectorFault PreconditionFailed { get; } = new() { Status = 412, Code = "PreconditionFailed" };

    /// <summary>413: the message is too big.</summary>
    public static ConnectorFault TooBig { get; } = new() { Status = 413, Code = "MessageSizeTooBig" };

    /// <summary>500: the service failed, and it is not worth trying again.</summary>
    public static ConnectorFault ServiceError { get; } = new() { Status = 500 };

    /// <summary>502: the service failed on the way.</summary>
    public static ConnectorFault BadGateway { get; } = new() { Status = 502 };

    /// <summary>504: the service was too slow.</summary>
    public static ConnectorFault GatewayTimeout { get; } = new() { Status = 504 };

    /// <summary>Nothing is done and nothing answered, for as long as the bot waits.</summary>
    public static ConnectorFault NoAnswer { get; } = new() { Delay = Timeout.InfiniteTimeSpan };

    /// <summary>What was asked is done, and the connection breaks before the answer.</summary>
    public static ConnectorFault CutAfterAccepting { get; } = new() { DropAnswer = true };

    /// <summary>403 with a code, such as <c>BotDisabledByAdmin</c>, <c>InvalidBotApiHost</c> or <c>NotEnoughPermissions</c>.</summary>
    public static ConnectorFault Forbidden(string code) => new() { Status = 403, Code = code };

    /// <summary>429: the channel asks the bot to slow down.</summary>
    /// <param name="retryAfter">What it says in Retry-After; <c>null</c> leaves the header out, as Teams sometimes does.</param>
    public static ConnectorFault Throttled(TimeSpan? retryAfter) => new() { Status = 429, Code = "Throttled", RetryAfter = retryAfter };
}
