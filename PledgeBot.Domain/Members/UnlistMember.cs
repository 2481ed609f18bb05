using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Members;

/// <summary>
/// Takes a member off the list. What the member did stays, votes in open polls too; the member can be listed again later.
/// Only a coordinator, and never the last one.
/// </summary>
/// <param name="Member">The member.</param>
public sealed record UnlistMember(MemberId Member) : Command;
