using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Measures;

/// <summary>
/// Changes a measure's status. Any member, since the responsible units report themselves; who did it stays in the log.
/// The same status again changes nothing. A measure that is done, or that will not be done, can be taken up again by a
/// coordinator by giving it an open status; it cannot go from one end straight to the other.
/// </summary>
/// <param name="Reference">The measure.</param>
/// <param name="To">The new status.</param>
/// <param name="Date">
/// For <see cref="MeasureStatus.Done"/> the day it was done, not in the future; nothing means today.
/// </param>
/// <param name="Note">
/// For <see cref="MeasureStatus.Done"/> how it was checked, for <see cref="MeasureStatus.WillNotBeDone"/> the public
/// reason: both are needed, at most 300 characters. Otherwise empty.
/// </param>
public sealed record ChangeMeasureStatus(ProposalReference Reference, MeasureStatus To, DateOnly? Date, string Note) : Command
{
    /// <summary>The longest note or reason, in characters.</summary>
    public const int LongestNote = 300;
}
