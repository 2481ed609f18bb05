using PledgeBot.Domain.Members;
using PledgeBot.Domain.Triage;

namespace PledgeBot.Domain.Proposals;

/// <summary>A proposal (förslag) from a walk.</summary>
/// <param name="Reference">Its readable reference.</param>
/// <param name="Place">Where; a public place.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Problem">What the problem is.</param>
/// <param name="Suggestion">What is proposed; starts with a verb.</param>
/// <param name="Photo">A photo of the place, if there is one.</param>
/// <param name="By">The member who registered it.</param>
/// <param name="Assessment">The assessment; nothing before the triage.</param>
public sealed record Proposal(
    ProposalReference Reference,
    string Place,
    Category Category,
    string Problem,
    string Suggestion,
    PhotoId? Photo,
    MemberId? By,
    Assessment? Assessment)
{
    /// <summary>Gets why the proposal was withdrawn; nothing when it was not.</summary>
    public string? WithdrawnBecause { get; init; }

    /// <summary>Gets whether the proposal may stand on a ballot.</summary>
    public bool IsCandidate => Assessment is { Class: TriageClass.Candidate } && WithdrawnBecause is null;
}
