using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Proposals;

/// <summary>A proposal was withdrawn, and can no longer be chosen.</summary>
/// <param name="Reference">The proposal.</param>
/// <param name="Reason">Why.</param>
public sealed record ProposalWithdrawn(ProposalReference Reference, string Reason) : PartnershipEvent;
