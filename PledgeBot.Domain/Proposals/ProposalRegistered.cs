using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Proposals;

/// <summary>A proposal was registered.</summary>
/// <param name="Reference">Its readable reference.</param>
/// <param name="Place">Where.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Problem">What the problem is.</param>
/// <param name="Suggestion">What is proposed.</param>
/// <param name="Photo">A photo of the place, if there is one.</param>
public sealed record ProposalRegistered(
    ProposalReference Reference,
    string Place,
    Category Category,
    string Problem,
    string Suggestion,
    PhotoId? Photo) : PartnershipEvent;
