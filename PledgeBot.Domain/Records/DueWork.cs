namespace PledgeBot.Domain.Records;

/// <summary>Work for later, written in the transaction that caused it.</summary>
/// <param name="Kind">What is to be done, a constant of the one who does it; at most 40 characters.</param>
/// <param name="Key">What it is to be done to: of each kind and key at most one waits at a time; at most 200 characters.</param>
/// <param name="DueAt">When it is to be done at the earliest.</param>
/// <param name="Payload">What the one who does it needs, as JSON.</param>
public sealed record DueWork(string Kind, string Key, DateTimeOffset DueAt, string Payload);
