using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Measures;

/// <summary>A measure's status changed.</summary>
/// <param name="Reference">The measure.</param>
/// <param name="From">The status before.</param>
/// <param name="To">The status after.</param>
/// <param name="Date">The day it was done or settled; for other statuses the day of the change.</param>
/// <param name="Note">The control note, or the public reason; empty for other statuses.</param>
public sealed record MeasureStatusChanged(
    ProposalReference Reference,
    MeasureStatus From,
    MeasureStatus To,
    DateOnly Date,
    string Note) : PartnershipEvent;
