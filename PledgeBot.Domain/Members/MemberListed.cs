using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Members;

/// <summary>A member was put on the list, or the entry was changed: the last one counts.</summary>
/// <param name="Member">The member.</param>
/// <param name="Party">The member's party.</param>
/// <param name="Title">The member's role.</param>
/// <param name="Duties">The member's duties.</param>
public sealed record MemberListed(MemberId Member, Party Party, string Title, Duties Duties) : PartnershipEvent;
