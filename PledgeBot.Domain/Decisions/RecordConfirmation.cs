using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>
/// Records that an authorised member has confirmed the group's recommendation for their party by phone or at a meeting (domain
/// reference 6.2 and 6.6). Only a coordinator, and for somebody else who has the duty to confirm; a party that has confirmed
/// does so once. With the second party's confirmation the proposals become measures.
/// </summary>
/// <param name="Walk">The walk.</param>
/// <param name="Member">Who has confirmed.</param>
/// <param name="Day">The day it was told; not before the recommendation was made, and not in the future.</param>
/// <param name="Manner">How it was told.</param>
public sealed record RecordConfirmation(WalkNumber Walk, MemberId Member, DateOnly Day, Manner Manner) : Command;
