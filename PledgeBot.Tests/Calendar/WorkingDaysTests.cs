using System.Globalization;
using CsCheck;
using PledgeBot.Domain.Calendar;

namespace PledgeBot.Tests.Calendar;

public sealed class WorkingDaysTests
{
    private static readonly Gen<DateOnly> AnyDay =
        Gen.Int[Day("2000-01-01").DayNumber, Day("2100-12-31").DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<DateOnly> AnyWorkingDay = AnyDay.Where(WorkingDays.IsWorkingDay);

    [Theory]
    [InlineData("2026-06-12", 1, "2026-06-15")] // over a weekend
    [InlineData("2026-06-12", -1, "2026-06-11")]
    [InlineData("2026-06-15", -1, "2026-06-12")]
    [InlineData("2026-06-18", 1, "2026-06-22")] // over midsummer
    [InlineData("2026-04-02", 1, "2026-04-07")] // over Easter
    [InlineData("2026-04-07", -1, "2026-04-02")]
    [InlineData("2026-05-13", 2, "2026-05-18")] // the Friday after Kristi himmelsfärdsdag is worked
    [InlineData("2025-06-05", 1, "2025-06-09")] // nationaldagen on a Friday
    [InlineData("2026-12-23", 3, "2026-12-30")] // over Christmas
    [InlineData("2026-12-30", 1, "2027-01-04")] // out of week 53
    [InlineData("2027-01-04", -1, "2026-12-30")]
    [InlineData("2026-12-30", 3, "2027-01-07")] // over nyårsafton and trettondedag jul
    [InlineData("2026-06-13", 1, "2026-06-15")] // from a Saturday
    [InlineData("2026-06-13", -1, "2026-06-12")]
    [InlineData("2026-06-13", 0, "2026-06-13")]
    public void Add_ToADay_CountsWorkingDaysOnly(string day, int count, string expected) =>
        Assert.Equal(Day(expected), WorkingDays.Add(Day(day), count));

    [Theory]
    [InlineData("2026-06-12", "2026-06-12")]
    [InlineData("2026-06-13", "2026-06-15")]
    [InlineData("2026-06-19", "2026-06-22")]
    [InlineData("2025-12-24", "2025-12-29")] // five days free
    [InlineData("2026-12-31", "2027-01-04")]
    public void FirstOnOrAfter_ADay_IsTheDayOrTheNextWorkingDay(string day, string expected) =>
        Assert.Equal(Day(expected), WorkingDays.FirstOnOrAfter(Day(day)));

    [Fact]
    public void IsWorkingDay_AnyDay_IsAWeekdayAndNoHoliday() =>
        AnyDay.Sample(day => WorkingDays.IsWorkingDay(day)
            == (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && SwedishHolidays.On(day) is null));

    [Fact]
    public void Add_AnyCount_HasThatManyWorkingDaysUpToTheAnswer() =>
        Gen.Select(AnyDay, Gen.Int[1, 300]).Sample((day, count) =>
        {
            DateOnly later = WorkingDays.Add(day, count);
            DateOnly earlier = WorkingDays.Add(day, -count);

            return WorkingDays.IsWorkingDay(later)
                && WorkingDays.IsWorkingDay(earlier)
                && CountBetween(day.AddDays(1), later) == count
                && CountBetween(earlier, day.AddDays(-1)) == count;
        });

    [Fact]
    public void Add_BackFromTheAnswer_IsTheWorkingDayItBeganOn() =>
        Gen.Select(AnyWorkingDay, Gen.Int[-300, 300]).Sample((day, count) =>
            WorkingDays.Add(WorkingDays.Add(day, count), -count) == day);

    [Fact]
    public void Add_InTwoStepsOnwards_IsTheSameAsInOne() =>
        Gen.Select(AnyDay, Gen.Int[0, 100], Gen.Int[0, 100]).Sample((day, first, second) =>
            WorkingDays.Add(WorkingDays.Add(day, first), second) == WorkingDays.Add(day, first + second));

    [Fact]
    public void FirstOnOrAfter_AnyDay_IsTheFirstWorkingDayWithinFiveDays() =>
        AnyDay.Sample(day =>
        {
            DateOnly first = WorkingDays.FirstOnOrAfter(day);

            return first >= day
                && first <= day.AddDays(5)
                && CountBetween(day, first) == 1
                && WorkingDays.FirstOnOrAfter(first) == first;
        });

    [Fact]
    public void Add_BeyondTheCalendar_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.Add(DateOnly.MaxValue, 1));

    private static int CountBetween(DateOnly first, DateOnly last) =>
        Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1)
            .Count(number => WorkingDays.IsWorkingDay(DateOnly.FromDayNumber(number)));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
