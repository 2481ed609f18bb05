using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>A walk was closed without any measure.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Reason">The public reason.</param>
public sealed record WalkClosedWithoutMeasures(WalkNumber Walk, string Reason) : PartnershipEvent;
