using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.DecisionRecords;

/// <summary>The walk has no record of decision.</summary>
/// <param name="Walk">The walk.</param>
public sealed record NoRecordYet(WalkNumber Walk) : Refusal;
