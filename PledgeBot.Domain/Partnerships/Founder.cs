using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;

namespace PledgeBot.Domain.Partnerships;

/// <summary>The one who forms the partnership, and is its first coordinator by doing so.</summary>
/// <param name="Party">The founder's party.</param>
/// <param name="Title">The founder's role; not blank, at most <see cref="ListMember.LongestTitle"/> characters.</param>
public sealed record Founder(Party Party, string Title)
{
    /// <summary>What the founder may do from the start; others are given their duties afterwards.</summary>
    public const Duties Duties = Members.Duties.Coordinate | Members.Duties.Vote;
}
