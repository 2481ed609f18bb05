using System.Text.Json;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>A call that the bot made to the connector, as a test wants to look at it.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the service URL, percent-decoded.</param>
/// <param name="Authorization">The Authorization header; <c>null</c> when absent.</param>
/// <param name="Body">The JSON body; <c>null</c> when there was none, or none that could be read.</param>
/// <param name="Status">The status that was answered; <c>null</c> when the bot was left without an answer on purpose.</param>
/// <param name="At">When the call was answered.</param>
public sealed record ConnectorCall(
    ConnectorOperation Operation,
    string Method,
    string Path,
    string? Authorization,
    JsonElement? Body,
    int? Status,
    DateTimeOffset At);
