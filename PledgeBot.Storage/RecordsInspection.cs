namespace PledgeBot.Storage;

/// <summary>What the records are like, looked at without changing them.</summary>
/// <param name="Condition">Whether this release can work with them.</param>
/// <param name="File">The file that they lie in, or are to lie in.</param>
/// <param name="Problem">Why they cannot be used, as a sentence; nothing unless the condition says so.</param>
public sealed record RecordsInspection(RecordsCondition Condition, string File, string? Problem = null);

/// <summary>Whether a release can work with the records that it finds.</summary>
public enum RecordsCondition
{
    /// <summary>There are none; they are made at the first start.</summary>
    ToBeMade,

    /// <summary>They are of this release.</summary>
    UpToDate,

    /// <summary>They are of an earlier release; they are brought up to date at the next start.</summary>
    Older,

    /// <summary>They are of a later release, which this one does not understand.</summary>
    Newer,

    /// <summary>They cannot be used.</summary>
    Unusable,
}
