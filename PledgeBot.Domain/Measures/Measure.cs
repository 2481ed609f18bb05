using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;

namespace PledgeBot.Domain.Measures;

/// <summary>A measure (åtgärd): a proposal that both parties have decided to carry out.</summary>
/// <param name="Reference">Its reference, the proposal's.</param>
/// <param name="Suggestion">What is to be done.</param>
/// <param name="Place">Where.</param>
/// <param name="Plan">Who carries it out, and by when.</param>
/// <param name="Status">Its status.</param>
/// <param name="DecidedAt">When both parties had decided it.</param>
/// <param name="Closure">How it ended; nothing while it goes on.</param>
public sealed record Measure(
    ProposalReference Reference,
    string Suggestion,
    string Place,
    MeasurePlan Plan,
    MeasureStatus Status,
    DateTimeOffset DecidedAt,
    MeasureClosure? Closure)
{
    /// <summary>Gets the measure whose place it took; nothing for one of the walk's first.</summary>
    public ProposalReference? Replaces { get; init; }

    /// <summary>Gets whether work remains to be done.</summary>
    public bool IsOpen => !IsEnd(Status);

    /// <summary>Tells whether a status ends a measure: it is done, it will not be, or another takes its place.</summary>
    public static bool IsEnd(MeasureStatus status) => status is MeasureStatus.Done or MeasureStatus.WillNotBeDone or MeasureStatus.Replaced;

    /// <summary>Tells whether the measure is overdue (försenad): still open after its due day.</summary>
    public bool IsOverdueOn(DateOnly today) => IsOpen && today > Plan.Due;
}

/// <summary>How a measure ended.</summary>
/// <param name="Date">The day it was done, or that it was settled that it will not be.</param>
/// <param name="Note">For a done one how it was checked; otherwise the public reason.</param>
public sealed record MeasureClosure(DateOnly Date, string Note);
