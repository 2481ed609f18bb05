namespace PledgeBot.Teams.Invokes;

/// <summary>The value of an answer that says that a card action failed.</summary>
internal sealed record InvokeError(string Code, string Message);
