using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Polls;

/// <summary>A substitute was put in for a member in the walk's coming poll, or the member was put back.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Absent">The member who is away.</param>
/// <param name="Substitute">Who votes instead; nothing when the member was put back.</param>
public sealed record SubstitutePutIn(WalkNumber Walk, MemberId Absent, MemberId? Substitute) : PartnershipEvent;
