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

    /// <summary>Gets how long the connector asks us to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets whether the connector may have done what was asked although no success came back.</summary>
    /// <remarks>
    /// True for a time-out, a broken connection, 408 and 5xx. Sending again can then show a message twice; updating again cannot.
    /// </remarks>
    public bool OutcomeUnknown { get; init; }

    /// <summary>Gets the connector's correlation id (<c>MS-CV</c>), to be logged; null when none was given.</summary>
    public string? CorrelationId { get; init; }
}
