using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;

namespace PledgeBot.Domain.Measures;

/// <summary>A measure got another responsible unit or another due day.</summary>
/// <param name="Reference">The measure.</param>
/// <param name="Plan">The plan from now on.</param>
public sealed record MeasureReplanned(ProposalReference Reference, MeasurePlan Plan) : PartnershipEvent;
