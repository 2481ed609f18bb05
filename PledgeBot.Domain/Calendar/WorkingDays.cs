namespace PledgeBot.Domain.Calendar;

/// <summary>Working days (arbetsdagar): Monday to Friday, except <see cref="SwedishHolidays"/>.</summary>
public static class WorkingDays
{
    /// <summary>Says whether offices work on a day.</summary>
    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek != DayOfWeek.Saturday && !SwedishHolidays.IsHoliday(day);

    /// <summary>
    /// Gets the working day that is a number of working days after a day, or before it when the number is negative. The
    /// day itself is never counted; with zero it is the answer, working day or not.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The answer would be outside the years 1 to 9999.</exception>
    public static DateOnly Add(DateOnly day, int count)
    {
        int step = Math.Sign(count);
        while (count != 0)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day))
            {
                count -= step;
            }
        }

        return day;
    }

    /// <summary>Gets the day itself when it is a working day, otherwise the next one; at most five days ahead.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The answer would be after the year 9999.</exception>
    public static DateOnly FirstOnOrAfter(DateOnly day) => IsWorkingDay(day) ? day : Add(day, 1);
}
