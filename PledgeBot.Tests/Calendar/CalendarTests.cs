using System.Globalization;
using CsCheck;
using PledgeBot.Domain.Calendar;

namespace PledgeBot.Tests.Calendar;

public sealed class CalendarTests
{
    [Theory]
    [InlineData("2020-12-27", 2020, 52)]
    [InlineData("2020-12-28", 2020, 53)]
    [InlineData("2021-01-03", 2020, 53)]
    [InlineData("2021-01-04", 2021, 1)]
    [InlineData("2018-12-31", 2019, 1)]
    [InlineData("2019-12-30", 2020, 1)]
    [InlineData("2022-01-02", 2021, 52)]
    [InlineData("2026-06-12", 2026, 24)]
    public void Week_NearTheEndOfAYear_IsTheIsoWeek(string day, int year, int number) =>
        Assert.Equal(new Week(year, number), Week.Of(Day(day)));

    [Fact]
    public void Week_OfAnyDay_HasTheDay() =>
        Gen.Int[Day("2000-01-01").DayNumber, Day("2100-12-31").DayNumber].Sample(number =>
        {
            var day = DateOnly.FromDayNumber(number);
            var week = Week.Of(day);

            return week.Day(day.DayOfWeek) == day && week.Day(DayOfWeek.Monday).AddDays(6) == week.Day(DayOfWeek.Sunday);
        });

    [Fact]
    public void Week_Written_HasTwoDigits() => Assert.Equal("2021-W01", new Week(2021, 1).ToString());

    [Theory]
    [InlineData("2020-07-01T22:00:00Z", "2020-07-02T00:00:00")]
    [InlineData("2020-12-31T22:59:59Z", "2020-12-31T23:59:59")]
    [InlineData("2020-12-31T23:00:00Z", "2021-01-01T00:00:00")]
    [InlineData("2021-03-28T00:59:59Z", "2021-03-28T01:59:59")]
    [InlineData("2021-03-28T01:00:00Z", "2021-03-28T03:00:00")]
    [InlineData("2020-10-25T00:30:00Z", "2020-10-25T02:30:00")]
    [InlineData("2020-10-25T01:30:00Z", "2020-10-25T02:30:00")]
    public void LocalAt_AnInstant_IsSwedishTime(string instant, string local) =>
        Assert.Equal(DateTime.Parse(local, CultureInfo.InvariantCulture), SwedishTime.LocalAt(Instant(instant)));

    [Theory]
    [InlineData("2020-06-12T15:00:00", "2020-06-12T13:00:00Z")]
    [InlineData("2020-01-12T15:00:00", "2020-01-12T14:00:00Z")]
    [InlineData("2021-03-28T02:00:00", "2021-03-28T01:00:00Z")]
    [InlineData("2021-03-28T02:59:59", "2021-03-28T01:59:59Z")]
    [InlineData("2021-03-28T03:00:00", "2021-03-28T01:00:00Z")]
    [InlineData("2020-10-25T02:00:00", "2020-10-25T00:00:00Z")]
    [InlineData("2020-10-25T02:59:59", "2020-10-25T00:59:59Z")]
    [InlineData("2020-10-25T03:00:00", "2020-10-25T02:00:00Z")]
    public void InstantOf_ALocalTime_IsTheInstantInUtc(string local, string expected)
    {
        DateTimeOffset instant = SwedishTime.InstantOf(DateTime.Parse(local, CultureInfo.InvariantCulture));

        Assert.Equal(Instant(expected), instant);
        Assert.Equal(TimeSpan.Zero, instant.Offset);
    }

    [Fact]
    public void DayAt_TwoHoursBeforeMidnightUtcInSummer_IsTheNextDay() =>
        Assert.Equal(Day("2020-07-02"), SwedishTime.DayAt(Instant("2020-07-01T22:00:00Z")));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
