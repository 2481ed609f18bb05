using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Proposals;

/// <summary>There is no such proposal.</summary>
/// <param name="Reference">The reference asked for.</param>
public sealed record NoSuchProposal(ProposalReference Reference) : Refusal;

/// <summary>The walk's candidates have been put to a vote, so it takes no more proposals.</summary>
/// <param name="Walk">The walk.</param>
public sealed record ProposalsClosed(WalkNumber Walk) : Refusal;

/// <summary>The walk has as many proposals as it can hold.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Most">The most it can hold.</param>
public sealed record TooManyProposals(WalkNumber Walk, int Most) : Refusal;

/// <summary>The proposal is recommended: it is returned, not withdrawn.</summary>
/// <param name="Reference">The proposal.</param>
public sealed record IsRecommended(ProposalReference Reference) : Refusal;

/// <summary>The proposal has become a measure: it is replaced, not withdrawn.</summary>
/// <param name="Reference">The proposal.</param>
public sealed record IsMeasure(ProposalReference Reference) : Refusal;

/// <summary>The proposal is no candidate, so there is nothing to withdraw.</summary>
/// <param name="Reference">The proposal.</param>
public sealed record NotACandidate(ProposalReference Reference) : Refusal;
