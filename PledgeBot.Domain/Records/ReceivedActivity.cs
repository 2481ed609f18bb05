namespace PledgeBot.Domain.Records;

/// <summary>An activity that has come before, and what it was answered.</summary>
/// <param name="At">When it came first.</param>
/// <param name="Answer">The answer, as JSON, to be given again word for word; nothing if none was called for.</param>
public sealed record ReceivedActivity(DateTimeOffset At, string? Answer);
