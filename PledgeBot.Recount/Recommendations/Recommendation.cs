namespace PledgeBot.Recount.Recommendations;

/// <summary>What follows from the polls.</summary>
/// <param name="Options">The options that got a place, best first.</param>
/// <param name="Unsettled">Options that are equal in rank where too few places remain; empty when all is settled.</param>
internal sealed record Recommendation(IReadOnlyList<string> Options, IReadOnlyList<string> Unsettled);
