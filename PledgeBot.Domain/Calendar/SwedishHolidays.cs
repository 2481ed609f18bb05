namespace PledgeBot.Domain.Calendar;

/// <summary>
/// The days that Swedish offices keep as holidays: every Sunday and every <see cref="SwedishHoliday"/>, as the law has
/// named them since 2005. Earlier years are answered by the same rules.
/// </summary>
public static class SwedishHolidays
{
    /// <summary>Says whether a day is a Sunday, a public holiday or one of the three eves kept as one.</summary>
    public static bool IsHoliday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday || On(day) is not null;

    /// <summary>
    /// Gets the holiday on a day; null when the day has none, as most Sundays. Where two meet (första maj with Kristi
    /// himmelsfärdsdag, nationaldagen with pingstdagen) it is the one with the fixed date.
    /// </summary>
    public static SwedishHoliday? On(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => SwedishHoliday.NewYearsDay,
        (1, 6) => SwedishHoliday.Epiphany,
        (5, 1) => SwedishHoliday.FirstOfMay,
        (6, 6) => SwedishHoliday.NationalDay,
        (6, >= 19 and <= 25) when day.DayOfWeek == DayOfWeek.Friday => SwedishHoliday.MidsummerEve,
        (6, >= 20 and <= 26) when day.DayOfWeek == DayOfWeek.Saturday => SwedishHoliday.MidsummerDay,
        (10, 31) or (11, <= 6) when day.DayOfWeek == DayOfWeek.Saturday => SwedishHoliday.AllSaintsDay,
        (12, 24) => SwedishHoliday.ChristmasEve,
        (12, 25) => SwedishHoliday.ChristmasDay,
        (12, 26) => SwedishHoliday.BoxingDay,
        (12, 31) => SwedishHoliday.NewYearsEve,
        _ => (day.DayNumber - EasterSunday(day.Year).DayNumber) switch
        {
            -2 => SwedishHoliday.GoodFriday,
            0 => SwedishHoliday.EasterSunday,
            1 => SwedishHoliday.EasterMonday,
            39 => SwedishHoliday.AscensionDay,
            49 => SwedishHoliday.WhitSunday,
            _ => null,
        },
    };

    // The Gregorian computus: the Sunday after the first ecclesiastical full moon on or after 21 March.
    private static DateOnly EasterSunday(int year)
    {
        int goldenNumber = (year % 19) + 1;
        int century = (year / 100) + 1;
        int droppedLeapDays = (3 * century / 4) - 12;
        int moonCorrection = (((8 * century) + 5) / 25) - 5;
        int epact = ((11 * goldenNumber) + 50 + moonCorrection - droppedLeapDays) % 30;
        if (epact == 24 || (epact == 25 && goldenNumber > 11))
        {
            epact++;
        }

        DateOnly fullMoon = new DateOnly(year, 3, 21).AddDays(epact <= 23 ? 23 - epact : 53 - epact);
        return fullMoon.AddDays(7 - (int)fullMoon.DayOfWeek);
    }
}
