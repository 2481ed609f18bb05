using System.Net;

namespace PledgeBot.Teams.Connector;

/// <summary>A call to the connector did not succeed.</summary>
/// <remarks>The message names the operation, the status and the error's code; never what was sent or answered.</remarks>
public sealed class ConnectorException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ConnectorException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the HTTP status, or null when no answer came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Gets the error's code in the protocol, such as <c>BotNotInConversationRoster</c>; null when none was given.</summary>
    public string? Code { get; init; }

    /// <summary>Gets how long to wait, because the connector asks for it or the bot keeps to its rates; null when nobody says.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets whether a new message may stand in the conversation although no success came back.</summary>
    /// <remarks>
    /// True after a time-out, a broken connection, 408, 5xx or an answer without sense, when sending again could show the message
    /// twice. Never true for what can be repeated without harm: reading, replacing, removing, finding a personal conversation.
    /// </remarks>
    public bool OutcomeUnknown { get; init; }

    /// <summary>Gets the connector's correlation id (<c>MS-CV</c>), to be logged; null when none was given.</summary>
    public string? CorrelationId { get; init; }
}
