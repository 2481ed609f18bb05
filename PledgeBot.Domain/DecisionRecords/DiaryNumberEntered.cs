using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.DecisionRecords;

/// <summary>An authority's diary number was entered, or changed.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Party">Whose diary.</param>
/// <param name="Number">The number.</param>
public sealed record DiaryNumberEntered(WalkNumber Walk, Party Party, string Number) : PartnershipEvent;
