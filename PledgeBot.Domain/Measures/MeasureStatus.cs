namespace PledgeBot.Domain.Measures;

/// <summary>The status of a measure (domain reference 2.6). Overdue is computed, never chosen.</summary>
public enum MeasureStatus
{
    /// <summary>Vald: decided, nothing more yet.</summary>
    Chosen,

    /// <summary>Planerad.</summary>
    Planned,

    /// <summary>Pågår.</summary>
    Ongoing,

    /// <summary>Klar on buttons, genomförd in records.</summary>
    Done,

    /// <summary>Genomförs inte; the reason is public.</summary>
    WillNotBeDone,

    /// <summary>Ersatt: it turned out impossible, and another takes its place; the reason is public.</summary>
    Replaced,
}
