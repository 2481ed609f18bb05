using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Proposals;

/// <summary>Gives a proposal a photo, or another one. Any member. The same photo again changes nothing.</summary>
/// <param name="Reference">The proposal.</param>
/// <param name="Photo">The photo.</param>
public sealed record AddProposalPhoto(ProposalReference Reference, PhotoId Photo) : Command;
