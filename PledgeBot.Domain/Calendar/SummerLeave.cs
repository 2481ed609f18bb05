namespace PledgeBot.Domain.Calendar;

/// <summary>
/// The weeks when most members are on leave: ISO weeks 28 to 31, Monday to Sunday (domain reference 9.5). Custom, not law.
/// </summary>
public static class SummerLeave
{
    private const int FirstWeek = 28;
    private const int LastWeek = 31;

    /// <summary>Says whether a day is in the leave weeks.</summary>
    public static bool Contains(DateOnly day) => Week.Of(day).Number is >= FirstWeek and <= LastWeek;

    /// <summary>
    /// Says whether any day of a period is in the leave weeks, first and last day included. A period that ends before it
    /// begins has no days.
    /// </summary>
    public static bool HasAny(DateOnly from, DateOnly to)
    {
        for (int year = from.Year; year <= to.Year; year++)
        {
            DateOnly begins = new Week(year, FirstWeek).Day(DayOfWeek.Monday);
            DateOnly ends = new Week(year, LastWeek).Day(DayOfWeek.Sunday);
            if (from <= to && from <= ends && begins <= to)
            {
                return true;
            }
        }

        return false;
    }
}
