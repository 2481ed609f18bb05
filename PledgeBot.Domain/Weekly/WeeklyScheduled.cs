using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Weekly;

/// <summary>The weekly status got a time of its own.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="Time">The time of day, local time in Sweden.</param>
public sealed record WeeklyScheduled(DayOfWeek Day, TimeOnly Time) : PartnershipEvent;
