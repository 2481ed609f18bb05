using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.DecisionRecords;

/// <summary>A record of decision that is to be made.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Cause">Why.</param>
public sealed record DueRecord(WalkNumber Walk, RecordCause Cause);

/// <summary>Why a record of decision is made. All but the first give a new record that is linked to the walk's earlier one.</summary>
public enum RecordCause
{
    /// <summary>Both parties have confirmed the walk's measures.</summary>
    Decided,

    /// <summary>Both parties have confirmed what takes a measure's place.</summary>
    MeasureReplaced,

    /// <summary>A diary number was entered, or changed, after a record was made.</summary>
    DiaryNumber,

    /// <summary>A coordinator corrected something.</summary>
    Correction,
}
