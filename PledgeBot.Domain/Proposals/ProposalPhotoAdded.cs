using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Proposals;

/// <summary>A proposal got a photo; the last one counts.</summary>
/// <param name="Reference">The proposal.</param>
/// <param name="Photo">The photo.</param>
public sealed record ProposalPhotoAdded(ProposalReference Reference, PhotoId Photo) : PartnershipEvent;
