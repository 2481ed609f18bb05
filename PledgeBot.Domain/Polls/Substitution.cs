using PledgeBot.Domain.Members;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Polls;

/// <summary>That somebody votes in a member's place in the walk's coming poll.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Absent">The member who is away.</param>
/// <param name="Substitute">Who votes instead.</param>
public sealed record Substitution(WalkNumber Walk, MemberId Absent, MemberId Substitute);
