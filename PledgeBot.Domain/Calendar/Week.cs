using System.Globalization;

namespace PledgeBot.Domain.Calendar;

/// <summary>An ISO 8601 week, as Swedish weeks are numbered: Monday first, 1 to 52 or 53.</summary>
/// <param name="Year">The week's year, which is not always the calendar year of each of its days.</param>
/// <param name="Number">The week's number, from 1 to 53.</param>
public readonly record struct Week(int Year, int Number)
{
    /// <summary>Gets the week of a day.</summary>
    public static Week Of(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        return new Week(ISOWeek.GetYear(time), ISOWeek.GetWeekOfYear(time));
    }

    /// <summary>Gets a day of the week.</summary>
    public DateOnly Day(DayOfWeek day) => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, day));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}-W{Number:00}");
}
