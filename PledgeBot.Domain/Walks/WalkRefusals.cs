using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Walks;

/// <summary>There is no such walk.</summary>
/// <param name="Walk">The number asked for.</param>
public sealed record NoSuchWalk(WalkNumber Walk) : Refusal;

/// <summary>No promise covers the day.</summary>
/// <param name="Day">The day.</param>
public sealed record OutsidePromise(DateOnly Day) : Refusal;

/// <summary>The walk was marked as carried out before.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Date">The day it was carried out.</param>
public sealed record WalkAlreadyCarriedOut(WalkNumber Walk, DateOnly Date) : Refusal;

/// <summary>Nothing can have been carried out on a day that has not come.</summary>
/// <param name="Day">The day.</param>
public sealed record DayNotCome(DateOnly Day) : Refusal;

/// <summary>A walk needs at least one participant.</summary>
public sealed record NoParticipants : Refusal;

/// <summary>A count of participants is not possible.</summary>
/// <param name="Group">The group.</param>
/// <param name="Most">The most that can be counted.</param>
public sealed record ParticipantsOutOfRange(ParticipantGroup Group, int Most) : Refusal;

/// <summary>The walk's leader is not on the list of members.</summary>
public sealed record LeaderNotAMember : Refusal;

/// <summary>Only the walk's leader or a coordinator may do this.</summary>
public sealed record NotTheLeader : Refusal;
