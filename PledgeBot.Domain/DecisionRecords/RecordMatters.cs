using System.Collections.Immutable;
using PledgeBot.Domain.Parties;

namespace PledgeBot.Domain.DecisionRecords;

/// <summary>What belongs to a walk's records of decision and to nothing else.</summary>
/// <param name="DiaryNumbers">The diary number of each authority that has one.</param>
/// <param name="Corrections">The corrections, in the order they were made.</param>
public sealed record RecordMatters(ImmutableSortedDictionary<Party, string> DiaryNumbers, ImmutableArray<RecordCorrection> Corrections)
{
    /// <summary>Gets that there is nothing yet.</summary>
    public static RecordMatters None { get; } = new(ImmutableSortedDictionary<Party, string>.Empty, []);
}

/// <summary>A correction of a record.</summary>
/// <param name="Record">The record that was corrected.</param>
/// <param name="Title">The coordinator's role at the time.</param>
/// <param name="Text">What was wrong and what is right.</param>
/// <param name="At">When.</param>
public sealed record RecordCorrection(RecordNumber Record, string Title, string Text, DateTimeOffset At);
