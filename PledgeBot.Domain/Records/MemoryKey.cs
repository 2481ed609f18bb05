namespace PledgeBot.Domain.Records;

/// <summary>Names something that the conversations remember between turns: a dialog half way, which message shows a card.</summary>
/// <param name="Kind">The kind of thing, a constant of the one who remembers; at most 40 characters.</param>
/// <param name="Key">Which one of its kind; at most 200 characters.</param>
public readonly record struct MemoryKey(string Kind, string Key);
