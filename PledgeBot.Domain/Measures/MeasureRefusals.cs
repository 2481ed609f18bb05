using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Measures;

/// <summary>There is no such measure.</summary>
/// <param name="Reference">The reference asked for.</param>
public sealed record NoSuchMeasure(ProposalReference Reference) : Refusal;

/// <summary>The measure has ended.</summary>
/// <param name="Reference">The measure.</param>
/// <param name="Status">How it ended.</param>
public sealed record MeasureEnded(ProposalReference Reference, MeasureStatus Status) : Refusal;
