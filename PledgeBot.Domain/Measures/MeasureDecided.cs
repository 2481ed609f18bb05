using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;

namespace PledgeBot.Domain.Measures;

/// <summary>Both parties had confirmed, and a proposal became a measure.</summary>
/// <param name="Reference">The proposal's reference, kept by the measure.</param>
/// <param name="Plan">Who carries it out, and by when.</param>
public sealed record MeasureDecided(ProposalReference Reference, MeasurePlan Plan) : PartnershipEvent;
