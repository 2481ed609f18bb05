using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Weekly;

/// <summary>
/// Sets when the weekly status is posted, from the next post on. The same time again changes nothing. Only a coordinator.
/// </summary>
/// <param name="Day">The day of the week.</param>
/// <param name="Time">The time of day, local time in Sweden.</param>
public sealed record ScheduleWeekly(DayOfWeek Day, TimeOnly Time) : Command;
