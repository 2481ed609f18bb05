using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Measures;

/// <summary>There is no such measure.</summary>
/// <param name="Reference">The reference asked for.</param>
public sealed record NoSuchMeasure(ProposalReference Reference) : Refusal;

/// <summary>The measure has ended.</summary>
/// <param name="Reference">The measure.</param>
/// <param name="Status">How it ended.</param>
public sealed record MeasureEnded(ProposalReference Reference, MeasureStatus Status) : Refusal;

/// <summary>A measure gives its place to another by being replaced, not by a status.</summary>
/// <param name="Reference">The measure.</param>
public sealed record ReplaceInstead(ProposalReference Reference) : Refusal;

/// <summary>Nobody is next in rank to take the measure's place, but there are candidates to vote about.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Candidates">How many.</param>
public sealed record NobodyNextInRank(WalkNumber Walk, int Candidates) : Refusal;
