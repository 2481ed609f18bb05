using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Measures;

/// <summary>A measure turned out to be impossible and gives its place to another (ersatt).</summary>
/// <param name="Reference">The measure.</param>
/// <param name="Date">The day that was settled.</param>
/// <param name="Reason">The public reason.</param>
public sealed record MeasureReplaced(ProposalReference Reference, DateOnly Date, string Reason) : PartnershipEvent;
