namespace PledgeBot.Domain.Calendar;

/// <summary>
/// Working hours: 08.00 to 17.00 Swedish time on <see cref="WorkingDays"/>. 08.00 is within them, 17.00 is not.
/// </summary>
public static class WorkingHours
{
    private static readonly TimeOnly Start = new(8, 0);
    private static readonly TimeOnly End = new(17, 0);

    /// <summary>Says whether an instant is within working hours.</summary>
    public static bool IsWithin(DateTimeOffset instant)
    {
        DateTime local = SwedishTime.LocalAt(instant);
        return WorkingDays.IsWorkingDay(DateOnly.FromDateTime(local)) && TimeOnly.FromDateTime(local).IsBetween(Start, End);
    }

    /// <summary>
    /// Gets the instant itself when it is within working hours, otherwise the next 08.00 that begins them; in UTC either
    /// way.
    /// </summary>
    public static DateTimeOffset FirstAtOrAfter(DateTimeOffset instant)
    {
        if (IsWithin(instant))
        {
            return instant.ToUniversalTime();
        }

        DateTime local = SwedishTime.LocalAt(instant);
        var day = DateOnly.FromDateTime(local);
        DateOnly earliest = TimeOnly.FromDateTime(local) < Start ? day : day.AddDays(1);
        return SwedishTime.InstantOf(WorkingDays.FirstOnOrAfter(earliest).ToDateTime(Start));
    }
}
