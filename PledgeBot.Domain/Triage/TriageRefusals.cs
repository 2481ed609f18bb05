using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Triage;

/// <summary>A candidate needs to say who would carry it out and by when.</summary>
/// <param name="Reference">The proposal.</param>
public sealed record PlanMissing(ProposalReference Reference) : Refusal;

/// <summary>The due day does not lie between today and the end of the promise's period.</summary>
/// <param name="Due">The day asked for.</param>
/// <param name="First">The first day that can be chosen.</param>
/// <param name="Last">The last day that can be chosen.</param>
public sealed record DueOutsidePeriod(DateOnly Due, DateOnly First, DateOnly Last) : Refusal;

/// <summary>The walk's candidates have been put to a vote, or recommended without one, so the assessment stands.</summary>
/// <param name="Reference">The proposal.</param>
public sealed record TriageClosed(ProposalReference Reference) : Refusal;

/// <summary>The same has been decided from another walk of the promise; what is planned already is not chosen twice (domain reference 9.5).</summary>
/// <param name="Measure">The measure.</param>
public sealed record SameAsMeasure(ProposalReference Measure) : Refusal;
