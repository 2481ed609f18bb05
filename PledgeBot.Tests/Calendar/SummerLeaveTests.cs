using System.Globalization;
using CsCheck;
using PledgeBot.Domain.Calendar;

namespace PledgeBot.Tests.Calendar;

public sealed class SummerLeaveTests
{
    [Theory]
    [InlineData("2024-07-08", "2024-08-04")]
    [InlineData("2026-07-06", "2026-08-02")] // a year of 53 weeks
    [InlineData("2027-07-12", "2027-08-08")]
    public void Contains_ADay_IsTrueFromMondayOfWeek28ToSundayOfWeek31(string first, string last)
    {
        Assert.False(SummerLeave.Contains(Day(first).AddDays(-1)));
        Assert.True(SummerLeave.Contains(Day(first)));
        Assert.True(SummerLeave.Contains(Day(last)));
        Assert.False(SummerLeave.Contains(Day(last).AddDays(1)));
    }

    [Theory]
    [InlineData("2026-06-22", "2026-07-05", false)]
    [InlineData("2026-06-22", "2026-07-06", true)]
    [InlineData("2026-08-02", "2026-08-14", true)]
    [InlineData("2026-08-03", "2026-08-14", false)]
    [InlineData("2026-06-22", "2026-08-14", true)] // around all of it
    [InlineData("2026-07-15", "2026-07-15", true)]
    [InlineData("2026-08-03", "2027-07-11", false)] // from one summer to the next
    [InlineData("2026-08-03", "2027-07-12", true)]
    [InlineData("2026-12-28", "2027-01-10", false)] // from week 53 into week 1
    [InlineData("2026-07-20", "2026-07-19", false)] // ends before it begins
    public void HasAny_APeriod_IsTrueWhenAnyOfItsDaysIsInTheLeaveWeeks(string from, string to, bool expected) =>
        Assert.Equal(expected, SummerLeave.HasAny(Day(from), Day(to)));

    [Fact]
    public void HasAny_AnyPeriod_AgreesWithItsDays() =>
        Gen.Select(Gen.Int[Day("2000-01-01").DayNumber, Day("2100-12-31").DayNumber], Gen.Int[0, 500]).Sample((first, more) =>
            SummerLeave.HasAny(DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(first + more))
                == Enumerable.Range(first, more + 1).Any(number => SummerLeave.Contains(DateOnly.FromDayNumber(number))));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
