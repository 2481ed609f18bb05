using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.DecisionRecords;

/// <summary>
/// Corrects a walk's latest record of decision: what was made stays as it is, and a new record, linked to it, says what was wrong
/// (domain reference 9.6). Only a coordinator.
/// </summary>
/// <param name="Walk">The walk; a record has been made of it.</param>
/// <param name="Text">What was wrong and what is right; needed, at most <see cref="LongestText"/> characters.</param>
public sealed record CorrectRecord(WalkNumber Walk, string Text) : Command
{
    /// <summary>The longest correction, in characters.</summary>
    public const int LongestText = 500;
}
