using System.Globalization;
using CsCheck;
using PledgeBot.Domain.Calendar;

namespace PledgeBot.Tests.Calendar;

public sealed class SwedishHolidaysTests
{
    private static readonly (string Day, SwedishHoliday Holiday)[] FixedDates =
    [
        ("01-01", SwedishHoliday.NewYearsDay),
        ("01-06", SwedishHoliday.Epiphany),
        ("05-01", SwedishHoliday.FirstOfMay),
        ("06-06", SwedishHoliday.NationalDay),
        ("12-24", SwedishHoliday.ChristmasEve),
        ("12-25", SwedishHoliday.ChristmasDay),
        ("12-26", SwedishHoliday.BoxingDay),
        ("12-31", SwedishHoliday.NewYearsEve),
    ];

    private static readonly SwedishHoliday[] MovingDates =
    [
        SwedishHoliday.GoodFriday,
        SwedishHoliday.EasterSunday,
        SwedishHoliday.EasterMonday,
        SwedishHoliday.AscensionDay,
        SwedishHoliday.WhitSunday,
        SwedishHoliday.MidsummerEve,
        SwedishHoliday.MidsummerDay,
        SwedishHoliday.AllSaintsDay,
    ];

    [Theory]
    [InlineData(2024, "03-29 03-31 04-01 05-09 05-19 06-21 06-22 11-02")]
    [InlineData(2025, "04-18 04-20 04-21 05-29 06-08 06-20 06-21 11-01")]
    [InlineData(2026, "04-03 04-05 04-06 05-14 05-24 06-19 06-20 10-31")]
    [InlineData(2027, "03-26 03-28 03-29 05-06 05-16 06-25 06-26 11-06")]
    [InlineData(2028, "04-14 04-16 04-17 05-25 06-04 06-23 06-24 11-04")]
    [InlineData(2029, "03-30 04-01 04-02 05-10 05-20 06-22 06-23 11-03")]
    [InlineData(2030, "04-19 04-21 04-22 05-30 06-09 06-21 06-22 11-02")]
    public void On_EveryDayOfAYear_IsTheAlmanac(int year, string movingDays)
    {
        (string Day, SwedishHoliday Holiday)[] named = [.. FixedDates, .. movingDays.Split(' ').Zip(MovingDates)];
        IEnumerable<(DateOnly, SwedishHoliday)> expected = named.Select(date => (Day($"{year}-{date.Day}"), date.Holiday)).Order();
        IEnumerable<(DateOnly, SwedishHoliday)> actual = DaysOf(year)
            .Where(day => SwedishHolidays.On(day) is not null)
            .Select(day => (day, SwedishHolidays.On(day)!.Value));

        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData("1818-03-22")] // the earliest there is
    [InlineData("1943-04-25")] // the latest there is
    [InlineData("1954-04-18")] // where the plain formula says the 25th
    [InlineData("1981-04-19")] // where the plain formula says the 26th
    [InlineData("2000-04-23")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    [InlineData("2285-03-22")]
    public void On_EasterSundayOfAnUncommonYear_IsFound(string day) =>
        Assert.Equal(SwedishHoliday.EasterSunday, SwedishHolidays.On(Day(day)));

    [Theory]
    [InlineData("2008-05-01", SwedishHoliday.FirstOfMay)] // and Kristi himmelsfärdsdag
    [InlineData("2049-06-06", SwedishHoliday.NationalDay)] // and pingstdagen
    public void On_ADayWithTwoHolidays_IsTheOneWithTheFixedDate(string day, SwedishHoliday expected) =>
        Assert.Equal(expected, SwedishHolidays.On(Day(day)));

    [Theory]
    [InlineData("2026-02-15", true)] // an ordinary Sunday
    [InlineData("2025-06-06", true)] // nationaldagen, a Friday
    [InlineData("2026-06-19", true)] // midsommarafton
    [InlineData("2026-12-24", true)] // julafton, a Thursday
    [InlineData("2026-12-31", true)] // nyårsafton, a Thursday
    [InlineData("2026-02-14", false)] // an ordinary Saturday
    [InlineData("2026-04-04", false)] // påskafton
    [InlineData("2026-04-02", false)] // skärtorsdagen
    [InlineData("2026-04-30", false)] // valborgsmässoafton
    [InlineData("2026-05-25", false)] // annandag pingst, a working day since 2005
    [InlineData("2026-01-05", false)] // trettondagsafton
    [InlineData("2026-10-30", false)] // the day before alla helgons dag
    public void IsHoliday_ADay_IsTrueOnSundaysHolidaysAndTheThreeEves(string day, bool expected) =>
        Assert.Equal(expected, SwedishHolidays.IsHoliday(Day(day)));

    [Fact]
    public void On_AnyYear_HasEveryHolidayOnceUnlessTwoMeet() =>
        Gen.Int[1900, 2400].Sample(year =>
        {
            List<SwedishHoliday> found = [.. DaysOf(year).Select(SwedishHolidays.On).OfType<SwedishHoliday>()];
            IEnumerable<SwedishHoliday> missing = Enum.GetValues<SwedishHoliday>().Except(found);

            return found.Distinct().Count() == found.Count
                && missing.All(holiday => holiday is SwedishHoliday.AscensionDay or SwedishHoliday.WhitSunday);
        });

    private static IEnumerable<DateOnly> DaysOf(int year)
    {
        var first = new DateOnly(year, 1, 1);
        return Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
