using PledgeBot.Domain.Calendar;

namespace PledgeBot.Domain.Weekly;

/// <summary>When the weekly status is posted, local time in Sweden.</summary>
/// <param name="Day">The day of the week. The default is Monday.</param>
/// <param name="Time">The time of day. The default is 08.30.</param>
public sealed record WeeklySchedule(DayOfWeek Day, TimeOnly Time)
{
    /// <summary>Gets Mondays at 08.30 (domain reference 7.1).</summary>
    public static WeeklySchedule Default { get; } = new(DayOfWeek.Monday, new TimeOnly(8, 30));

    /// <summary>Gets the first posting time after an instant; never the instant itself.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset instant)
    {
        DateOnly today = SwedishTime.DayAt(instant);
        for (int days = 0; ; days++)
        {
            DateOnly day = today.AddDays(days);
            if (day.DayOfWeek == Day && SwedishTime.InstantOf(day.ToDateTime(Time)) is var next && next > instant)
            {
                return next;
            }
        }
    }
}
