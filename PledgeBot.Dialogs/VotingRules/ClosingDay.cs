using System.Globalization;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;

namespace PledgeBot.Dialogs.VotingRules;

/// <summary>What is worth knowing about the last day of a poll. A warning hinders nothing (domain reference 9.5).</summary>
internal static class ClosingDay
{
    private const int DaysTold = 30;
    private const int MostHolidaysTold = 4;

    /// <summary>Gets the warnings about a last day; empty when there is nothing to warn about.</summary>
    /// <param name="today">The present day in Sweden.</param>
    /// <param name="day">The last day.</param>
    public static string WarningsFor(DateOnly today, DateOnly day)
    {
        List<string> warnings = [];
        if (!WorkingDays.IsWorkingDay(day))
        {
            warnings.Add(SwedishHolidays.On(day) is { } holiday
                ? Word.Fill(RuleTexts.DayIsHoliday, Word.WithWeekday(day), NameOf(holiday))
                : Word.Fill(RuleTexts.DayIsWeekend, Word.WithWeekday(day)));
        }

        if (SummerLeave.HasAny(today, day))
        {
            warnings.Add(RuleTexts.DayInSummer);
        }

        return string.Join(' ', warnings);
    }

    /// <summary>Gets what to know before a day is chosen: which holidays and leave weeks come during the next month.</summary>
    /// <param name="today">The present day in Sweden.</param>
    public static string Hint(DateOnly today)
    {
        string[] holidays =
        [
            .. from ahead in Enumerable.Range(0, DaysTold)
               let day = today.AddDays(ahead)
               where day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
               let holiday = SwedishHolidays.On(day)
               where holiday is not null
               select Word.Fill(RuleTexts.DayHintHoliday, Word.WithWeekday(day), NameOf(holiday.Value)),
        ];
        List<string> hints = [RuleTexts.DayHint];
        if (holidays.Length > 0)
        {
            hints.Add(Word.Fill(RuleTexts.DayHintHolidays, Word.List([.. holidays.Take(MostHolidaysTold)])));
        }

        if (SummerLeave.HasAny(today, today.AddDays(DaysTold)))
        {
            hints.Add(RuleTexts.DayHintSummer);
        }

        return string.Join(' ', hints);
    }

    // A holiday without a word is a bug that the tests of the texts find.
    private static string NameOf(SwedishHoliday holiday) =>
        RuleTexts.ResourceManager.GetString($"Holiday{holiday}", CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"There is no text for {holiday}.");
}
