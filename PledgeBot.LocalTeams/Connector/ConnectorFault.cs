namespace PledgeBot.LocalTeams.Connector;

/// <summary>Something that goes wrong with one connector call. Its parts can be combined.</summary>
public sealed record ConnectorFault
{
    /// <summary>Which calls it waits for; <c>null</c> means the next call of any kind.</summary>
    public ConnectorOperation? Operation { get; init; }

    /// <summary>Answers this status, and does nothing; <c>null</c> lets the call be done.</summary>
    public int? Status { get; init; }

    /// <summary>The error code in the answer's body. Default "ServiceError"; without meaning when <see cref="Status"/> is <c>null</c>.</summary>
    public string Code { get; init; } = "ServiceError";

    /// <summary>The Retry-After header, rounded up to whole seconds; <c>null</c> sends none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Waits before anything else, on the stand-in's <see cref="TimeProvider"/>. Default none.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Does what was asked and then breaks the connection, so that the bot cannot know.</summary>
    public bool DropAnswer { get; init; }

    /// <summary>The channel asks the bot to slow down.</summary>
    public static ConnectorFault Throttled(TimeSpan retryAfter) => new() { Status = 429, Code = "Throttled", RetryAfter = retryAfter };
}
