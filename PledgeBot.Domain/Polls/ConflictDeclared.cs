using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Polls;

/// <summary>A member left an open poll's roll because of a conflict of interest; their answer, if any, was destroyed.</summary>
/// <param name="Poll">The poll.</param>
/// <param name="Member">The member.</param>
public sealed record ConflictDeclared(PollId Poll, MemberId Member) : PartnershipEvent;
