namespace PledgeBot.Domain.Triage;

/// <summary>How a proposal was assessed (bedömning).</summary>
/// <param name="Class">What becomes of it.</param>
/// <param name="Plan">For a candidate: who would carry it out and by when; otherwise nothing.</param>
/// <param name="Note">The fault report's number, whom it was sent to, or why; may be empty where the class allows.</param>
public sealed record Assessment(TriageClass Class, MeasurePlan? Plan, string Note);

/// <summary>Who would carry a measure out, and by when.</summary>
/// <param name="Responsible">The responsible unit (ansvarig), never a person; at most 80 characters.</param>
/// <param name="Parties">Whose mandate it lies in.</param>
/// <param name="Due">The last day it should be done (senast klart).</param>
/// <param name="Budget">What it costs, and from which budget it is paid; at most 100 characters, empty when nothing is said.</param>
public sealed record MeasurePlan(string Responsible, ResponsibleParty Parties, DateOnly Due, string Budget = "")
{
    /// <summary>The longest name of a unit, in characters.</summary>
    public const int LongestResponsible = 80;

    /// <summary>The longest note on the budget, in characters.</summary>
    public const int LongestBudget = 100;

    /// <summary>Gets the plan without the blanks around its texts.</summary>
    internal MeasurePlan Tidy() => this with { Responsible = Responsible.Trim(), Budget = Budget.Trim() };
}

/// <summary>Whose mandate a measure lies in. An external body cannot be promised for.</summary>
public enum ResponsibleParty
{
    /// <summary>Kommunen.</summary>
    Municipality,

    /// <summary>Polisen.</summary>
    Police,

    /// <summary>Kommunen och polisen tillsammans.</summary>
    Joint,
}
