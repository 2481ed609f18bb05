using System.Globalization;
using CsCheck;
using PledgeBot.Domain.Calendar;

namespace PledgeBot.Tests.Calendar;

public sealed class WorkingHoursTests
{
    [Theory]
    [InlineData("2026-06-12T06:00:00Z", "2026-06-12T06:00:00Z")] // 08.00
    [InlineData("2026-06-12T12:15:30+02:00", "2026-06-12T10:15:30Z")]
    [InlineData("2026-06-12T14:59:59.9999999Z", "2026-06-12T14:59:59.9999999Z")]
    [InlineData("2026-06-12T05:59:59.9999999Z", "2026-06-12T06:00:00Z")] // the same morning
    [InlineData("2026-06-11T22:30:00Z", "2026-06-12T06:00:00Z")] // Friday in Sweden, Thursday in UTC
    [InlineData("2026-06-11T15:00:00Z", "2026-06-12T06:00:00Z")] // 17.00
    [InlineData("2026-06-12T15:00:00Z", "2026-06-15T06:00:00Z")] // over a weekend
    [InlineData("2026-06-14T04:00:00Z", "2026-06-15T06:00:00Z")] // early on a Sunday
    [InlineData("2026-06-14T10:00:00Z", "2026-06-15T06:00:00Z")] // noon on a Sunday
    [InlineData("2026-03-27T15:59:59Z", "2026-03-27T15:59:59Z")] // the last second of winter time's hours
    [InlineData("2026-03-27T16:00:00Z", "2026-03-30T06:00:00Z")] // summer time begins on the 29th
    [InlineData("2026-03-29T00:59:59Z", "2026-03-30T06:00:00Z")]
    [InlineData("2026-10-23T15:00:00Z", "2026-10-26T07:00:00Z")] // winter time begins on the 25th
    [InlineData("2026-10-25T00:30:00Z", "2026-10-26T07:00:00Z")] // 02.30, the first time
    [InlineData("2026-10-25T01:30:00Z", "2026-10-26T07:00:00Z")] // 02.30, the second
    [InlineData("2026-10-26T06:30:00Z", "2026-10-26T07:00:00Z")]
    [InlineData("2026-04-02T15:00:00Z", "2026-04-07T06:00:00Z")] // over Easter
    [InlineData("2025-06-06T10:00:00Z", "2025-06-09T06:00:00Z")] // noon on nationaldagen, a Friday
    [InlineData("2026-12-23T16:00:00Z", "2026-12-28T07:00:00Z")] // over Christmas
    [InlineData("2026-12-30T16:00:00Z", "2027-01-04T07:00:00Z")] // week 53 of 2026 into week 1 of 2027
    [InlineData("2026-12-31T23:30:00Z", "2027-01-04T07:00:00Z")] // 2027 in Sweden, 2026 in UTC
    public void FirstAtOrAfter_AnInstant_IsTheInstantOrTheNextMorningOfWork(string instant, string expected)
    {
        DateTimeOffset first = WorkingHours.FirstAtOrAfter(Instant(instant));

        Assert.Equal(Instant(expected), first);
        Assert.Equal(TimeSpan.Zero, first.Offset);
    }

    [Theory]
    [InlineData("2026-06-12T06:00:00Z", true)]
    [InlineData("2026-06-12T05:59:59.9999999Z", false)]
    [InlineData("2026-06-12T14:59:59.9999999Z", true)]
    [InlineData("2026-06-12T15:00:00Z", false)]
    [InlineData("2026-01-12T06:30:00Z", false)] // winter time
    [InlineData("2026-01-12T15:30:00Z", true)]
    [InlineData("2026-06-13T10:00:00Z", false)] // a Saturday
    [InlineData("2026-06-19T10:00:00Z", false)] // midsommarafton
    public void IsWithin_AnInstant_IsTrueFromEightToFiveOnAWorkingDay(string instant, bool expected) =>
        Assert.Equal(expected, WorkingHours.IsWithin(Instant(instant)));

    [Fact]
    public void FirstAtOrAfter_AnyInstant_IsWithinAndNoneIsBefore() =>
        Gen.Int[0, 20 * 365 * 24 * 60].Select(minutes => Instant("2020-01-01T00:00:00Z").AddMinutes(minutes)).Sample(instant =>
        {
            DateTimeOffset first = WorkingHours.FirstAtOrAfter(instant);

            return first >= instant
                && WorkingHours.IsWithin(first)
                && WorkingHours.FirstAtOrAfter(first) == first
                && !HalfHoursBefore(first, instant).Any(WorkingHours.IsWithin);
        });

    private static IEnumerable<DateTimeOffset> HalfHoursBefore(DateTimeOffset last, DateTimeOffset first)
    {
        for (DateTimeOffset time = last.AddMinutes(-30); time >= first; time = time.AddMinutes(-30))
        {
            yield return time;
        }
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
