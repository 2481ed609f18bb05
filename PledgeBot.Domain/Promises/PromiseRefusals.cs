using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Promises;

/// <summary>The promise has more commitments than allowed.</summary>
/// <param name="Count">How many it has.</param>
/// <param name="Most">The most allowed.</param>
public sealed record TooManyCommitments(int Count, int Most) : Refusal;

/// <summary>The promise has more signatories than allowed.</summary>
/// <param name="Count">How many it has.</param>
/// <param name="Most">The most allowed.</param>
public sealed record TooManySignatories(int Count, int Most) : Refusal;
