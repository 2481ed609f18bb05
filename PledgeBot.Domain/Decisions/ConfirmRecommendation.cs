using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>
/// Confirms the group's recommendation for the member's own party. Only a member with that duty; the second time for the
/// same party changes nothing. With the second party's confirmation the proposals become measures.
/// </summary>
/// <param name="Walk">The walk.</param>
public sealed record ConfirmRecommendation(WalkNumber Walk) : Command;
