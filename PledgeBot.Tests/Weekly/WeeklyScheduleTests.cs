using System.Globalization;
using CsCheck;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Tests.Weekly;

public sealed class WeeklyScheduleTests
{
    private static readonly WeeklySchedule Mondays = WeeklySchedule.Default;

    [Theory]
    [InlineData("2020-09-07T06:29:59Z", "2020-09-07T06:30:00Z")] // the same morning
    [InlineData("2020-09-07T06:30:00Z", "2020-09-14T06:30:00Z")] // never the instant itself
    [InlineData("2020-09-13T22:30:00Z", "2020-09-14T06:30:00Z")] // Monday in Sweden, Sunday in UTC
    [InlineData("2020-10-19T07:00:00Z", "2020-10-26T07:30:00Z")] // winter time begins on the 25th
    [InlineData("2021-03-22T08:00:00Z", "2021-03-29T06:30:00Z")] // summer time begins on the 28th
    [InlineData("2020-12-28T07:30:00Z", "2021-01-04T07:30:00Z")] // week 53 of 2020 into week 1 of 2021
    public void NextAfter_AnInstant_IsTheNextMondayMorningInSweden(string after, string expected) =>
        Assert.Equal(Instant(expected), Mondays.NextAfter(Instant(after)));

    [Theory]
    [InlineData("2021-03-28T00:00:00Z", "2021-03-28T01:30:00Z")] // 02.30 does not exist that day, and becomes 03.30
    [InlineData("2020-10-25T00:00:00Z", "2020-10-25T00:30:00Z")] // 02.30 comes twice, and means the first
    [InlineData("2020-10-25T00:30:00Z", "2020-11-01T01:30:00Z")] // so the second is not another post
    public void NextAfter_ATimeThatAClockChangeTouches_ComesOnce(string after, string expected) =>
        Assert.Equal(Instant(expected), new WeeklySchedule(DayOfWeek.Sunday, new TimeOnly(2, 30)).NextAfter(Instant(after)));

    [Fact]
    public void NextAfter_AnyInstantAndSchedule_IsWithinAWeekOnTheRightDayAndInItsOwnWeek() =>
        Gen.Select(Gen.Int[0, 20 * 365 * 24 * 60].Select(minutes => Instant("2015-01-01T00:00:00Z").AddMinutes(minutes)), Gen.Int[0, 6], Gen.Int[0, 1439])
            .Sample((instant, day, minute) =>
            {
                var schedule = new WeeklySchedule((DayOfWeek)day, TimeOnly.MinValue.AddMinutes(minute));
                DateTimeOffset first = schedule.NextAfter(instant);
                DateTimeOffset second = schedule.NextAfter(first);

                return first > instant
                    && first - instant <= TimeSpan.FromDays(7) + TimeSpan.FromHours(1)
                    && SwedishTime.LocalAt(first).DayOfWeek == schedule.Day
                    && Week.Of(SwedishTime.DayAt(first)) != Week.Of(SwedishTime.DayAt(second))
                    && SwedishTime.DayAt(second) == SwedishTime.DayAt(first).AddDays(7);
            });

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
