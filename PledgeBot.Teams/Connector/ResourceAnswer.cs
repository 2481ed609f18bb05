namespace PledgeBot.Teams.Connector;

/// <summary>The body of an answer to sending, updating or starting a conversation.</summary>
internal sealed record ResourceAnswer(string? Id, string? ActivityId);
