namespace PledgeBot.Domain.Triage;

/// <summary>What becomes of a proposal (domain reference 2.2). Only candidates reach the ballot.</summary>
public enum TriageClass
{
    /// <summary>Kandidat till omröstning.</summary>
    Candidate,

    /// <summary>Felanmälan – åtgärdas direkt.</summary>
    FaultReport,

    /// <summary>Skickas vidare till den som bestämmer över platsen.</summary>
    SomeoneElses,

    /// <summary>Utreds / budget.</summary>
    NeedsBudget,

    /// <summary>Redan planerat.</summary>
    AlreadyPlanned,
}
