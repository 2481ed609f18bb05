using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Triage;

/// <summary>A proposal was assessed; the last assessment counts.</summary>
/// <param name="Reference">The proposal.</param>
/// <param name="Assessment">The assessment.</param>
public sealed record ProposalTriaged(ProposalReference Reference, Assessment Assessment) : PartnershipEvent;
