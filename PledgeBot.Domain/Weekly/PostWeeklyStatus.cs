using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Weekly;

/// <summary>
/// Posts the weekly status of the present week; only by the clock, so from a member it is a bug. A week that has had its post gets no second one: the
/// answer is then an acceptance without events.
/// </summary>
public sealed record PostWeeklyStatus : Command;
