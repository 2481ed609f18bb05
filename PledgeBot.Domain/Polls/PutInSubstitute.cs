using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Polls;

/// <summary>
/// Puts a substitute (ersättare) in for a member who is away, before the walk's poll opens (domain reference 9.1.1). Only a
/// coordinator; the substitute belongs to the same party, is not entitled to vote already, and steps in for one member. It replaces
/// what was put in for the same member before; the same again changes nothing. Once the poll has opened its roll is frozen.
/// </summary>
/// <param name="Walk">The walk whose poll it is about.</param>
/// <param name="Absent">The member who is away, and entitled to vote.</param>
/// <param name="Substitute">Who votes instead; nothing puts the member back on the roll.</param>
public sealed record PutInSubstitute(WalkNumber Walk, MemberId Absent, MemberId? Substitute) : Command;
