namespace PledgeBot.Domain.Partnerships;

/// <summary>The free texts that members write, and those of the set-up.</summary>
public enum TextField
{
    /// <summary>The municipality's name.</summary>
    Municipality,

    /// <summary>The local police area's name.</summary>
    PoliceArea,

    /// <summary>A member's role.</summary>
    MemberTitle,

    /// <summary>A promise's title.</summary>
    PromiseTitle,

    /// <summary>What is promised, word for word.</summary>
    Commitment,

    /// <summary>A signatory's role.</summary>
    Signatory,

    /// <summary>The locality of a walk (ort).</summary>
    Locality,

    /// <summary>The route or meeting point of a walk.</summary>
    Route,

    /// <summary>The place of a proposal.</summary>
    Place,

    /// <summary>The problem that a proposal answers.</summary>
    Problem,

    /// <summary>What is proposed.</summary>
    Suggestion,

    /// <summary>The unit that carries a measure out.</summary>
    Responsible,

    /// <summary>What a measure costs, and from which budget it is paid.</summary>
    Budget,

    /// <summary>A note on an assessment: the fault report's number, who it was sent to, or why.</summary>
    TriageNote,

    /// <summary>How it was checked that a measure is done.</summary>
    ControlNote,

    /// <summary>The reason, readable by everybody, that a measure will not be carried out, or gives its place to another.</summary>
    PublicReason,

    /// <summary>Why a poll gets more time.</summary>
    ExtensionReason,

    /// <summary>Why a proposal is withdrawn.</summary>
    WithdrawalReason,

    /// <summary>Why a party returns a recommended proposal.</summary>
    ReturnReason,

    /// <summary>The chair's reason for the casting vote.</summary>
    CastingReason,

    /// <summary>A dissenting opinion.</summary>
    DissentText,

    /// <summary>The reason, readable by everybody, that a walk gives no measures.</summary>
    NoMeasuresReason,

    /// <summary>An authority's diary number.</summary>
    DiaryNumber,

    /// <summary>What was wrong in a record of decision, and what is right.</summary>
    CorrectionText,
}
