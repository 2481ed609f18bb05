using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;

namespace PledgeBot.Tests.Questions;

public sealed class WrittenDayTests
{
    // A Wednesday.
    private static readonly DateOnly Today = new(2026, 6, 10);

    [Theory]
    [InlineData("2026-06-12", "2026-06-12")]
    [InlineData("20260612", "2026-06-12")]
    [InlineData("12/6", "2026-06-12")]
    [InlineData("12/6 2027", "2027-06-12")]
    [InlineData("12/6-26", "2026-06-12")]
    [InlineData("12.6.2026", "2026-06-12")]
    [InlineData("12 juni", "2026-06-12")]
    [InlineData("den 12 juni", "2026-06-12")]
    [InlineData("12 JUNI 2026", "2026-06-12")]
    [InlineData("12  jun", "2026-06-12")]
    [InlineData("12:e juni", "2026-06-12")]
    [InlineData("fredag 12 juni", "2026-06-12")]
    [InlineData("fre 12/6", "2026-06-12")]
    [InlineData("3 sept.", "2026-09-03")]
    [InlineData("1 maj", "2026-05-01")]
    [InlineData("2 januari", "2026-01-02")]
    [InlineData("2 december", "2026-12-02")]
    [InlineData("30 november 2025", "2025-11-30")]
    [InlineData("idag", "2026-06-10")]
    [InlineData("i dag", "2026-06-10")]
    [InlineData("Imorgon", "2026-06-11")]
    [InlineData("i morgon", "2026-06-11")]
    [InlineData("i övermorgon", "2026-06-12")]
    [InlineData("igår", "2026-06-09")]
    [InlineData("fredag", "2026-06-12")]
    [InlineData("onsdag", "2026-06-17")]
    [InlineData("tis", "2026-06-16")]
    [InlineData("29 februari", "2028-02-29")]
    public void Read_DayAsPeopleWriteIt_IsThatDay(string written, string day) =>
        Assert.Equal(new WrittenDay.Found(DateOnly.Parse(day, CultureInfo.InvariantCulture)), Read(written));

    [Theory]
    [InlineData("31/6")]
    [InlineData("30 februari 2026")]
    [InlineData("2026-13-01")]
    [InlineData("0/6")]
    [InlineData("12/13")]
    public void Read_DayThatIsNotInTheCalendar_IsImpossible(string written) => Assert.IsType<WrittenDay.Impossible>(Read(written));

    [Theory]
    [InlineData("snart")]
    [InlineData("12")]
    [InlineData("12 ju")]
    [InlineData("12 junibacken")]
    [InlineData("12/6/26/7")]
    [InlineData("juni")]
    [InlineData("-")]
    public void Read_SomethingElse_IsUnclear(string written) => Assert.IsType<WrittenDay.Unclear>(Read(written));

    [Theory]
    [InlineData("12 juni", "2025-06-12")]
    [InlineData("10 juni", "2026-06-10")]
    [InlineData("fredag", "2026-06-05")]
    [InlineData("onsdag", "2026-06-10")]
    public void Read_WhenNoDayAfterTodayIsAllowed_LooksBack(string written, string day) =>
        Assert.Equal(new WrittenDay.Found(DateOnly.Parse(day, CultureInfo.InvariantCulture)), Read(written, latest: Today));

    [Fact]
    public void Read_DayWithoutYear_IsTheOneWithinThePeriod() =>
        Assert.Equal(
            new WrittenDay.Found(new DateOnly(2026, 1, 2)),
            Read("2 januari", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)));

    [Fact]
    public void Read_InEnglish_UnderstandsBothLanguages()
    {
        using var culture = CultureScope.For("en-GB");

        Assert.Equal(new WrittenDay.Found(new DateOnly(2026, 6, 12)), WrittenDay.Read("June 12, 2026", Today, null, null));
        Assert.Equal(new WrittenDay.Found(new DateOnly(2026, 6, 12)), WrittenDay.Read("12th June", Today, null, null));
        Assert.Equal(new WrittenDay.Found(new DateOnly(2026, 6, 12)), WrittenDay.Read("Friday", Today, null, null));
        Assert.Equal(new WrittenDay.Found(new DateOnly(2026, 6, 12)), WrittenDay.Read("fredag", Today, null, null));
        Assert.Equal(new WrittenDay.Found(new DateOnly(2026, 6, 11)), WrittenDay.Read("imorgon", Today, null, null));
    }

    private static WrittenDay Read(string written, DateOnly? earliest = null, DateOnly? latest = null)
    {
        using var culture = CultureScope.For("sv-SE");
        return WrittenDay.Read(written, Today, earliest, latest);
    }
}
