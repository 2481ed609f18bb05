namespace PledgeBot.Recount.Polls;

/// <summary>A ballot as the record has it.</summary>
/// <param name="Receipt">The words by which its voter knows it.</param>
/// <param name="Picks">The options; empty when the voter abstained.</param>
/// <param name="Voter">The voter's number; nothing in a secret poll.</param>
internal sealed record Ballot(string Receipt, IReadOnlyList<string> Picks, int? Voter = null);
