using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Members;

/// <summary>
/// Puts a member on the list, or changes the entry. The same entry again changes nothing. Only a coordinator, or the
/// set-up itself.
/// </summary>
/// <param name="Member">The member.</param>
/// <param name="Party">The member's party.</param>
/// <param name="Title">The member's role; not blank, at most 60 characters.</param>
/// <param name="Duties">The member's duties.</param>
public sealed record ListMember(MemberId Member, Party Party, string Title, Duties Duties) : Command
{
    /// <summary>The longest role, in characters.</summary>
    public const int LongestTitle = 60;
}
