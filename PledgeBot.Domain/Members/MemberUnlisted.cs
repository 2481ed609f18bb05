using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Members;

/// <summary>A member was taken off the list, and has no duties from here on.</summary>
/// <param name="Member">The member.</param>
public sealed record MemberUnlisted(MemberId Member) : PartnershipEvent;
