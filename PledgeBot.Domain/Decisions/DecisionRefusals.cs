using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>The walk has no recommendation to confirm.</summary>
/// <param name="Walk">The walk.</param>
public sealed record NothingToConfirm(WalkNumber Walk) : Refusal;
