using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.DecisionRecords;

/// <summary>
/// Enters under which number an authority keeps the matter in its diary (diarienummer): each authority has its own. Only a
/// coordinator. It replaces the earlier one; the same again changes nothing. When a record has been made, a new one that is linked to
/// it is due.
/// </summary>
/// <param name="Walk">The walk.</param>
/// <param name="Party">Whose diary.</param>
/// <param name="Number">The number; needed, at most <see cref="LongestNumber"/> characters.</param>
public sealed record EnterDiaryNumber(WalkNumber Walk, Party Party, string Number) : Command
{
    /// <summary>The longest diary number, in characters.</summary>
    public const int LongestNumber = 40;
}
