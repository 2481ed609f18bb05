using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.VotingRules;
using PledgeBot.Domain.Calendar;

namespace PledgeBot.Tests.VotingRules;

/// <summary>Warnings about the last day of a poll (domain reference 9.5).</summary>
public sealed class ClosingDayTests : IDisposable
{
    private readonly CultureScope _culture = CultureScope.For("sv");

    public void Dispose() => _culture.Dispose();

    [Theory]
    [InlineData("2026-06-10", "2026-06-17", "")]
    [InlineData("2026-06-10", "2026-06-19", "Tänk på att fredag 19 juni är midsommarafton och ingen arbetsdag.")]
    [InlineData("2026-06-10", "2026-06-13", "Tänk på att lördag 13 juni inte är en arbetsdag.")]
    [InlineData("2026-07-03", "2026-07-05", "Tänk på att söndag 5 juli inte är en arbetsdag.")]
    [InlineData("2026-07-03", "2026-07-06", "Tänk på att omröstningen pågår under vecka 28–31, när många är lediga.")]
    [InlineData("2026-07-31", "2026-08-07", "Tänk på att omröstningen pågår under vecka 28–31, när många är lediga.")]
    [InlineData("2026-08-03", "2026-08-10", "")]
    [InlineData(
        "2026-06-20",
        "2026-08-08",
        "Tänk på att lördag 8 augusti inte är en arbetsdag. Tänk på att omröstningen pågår under vecka 28–31, när många är lediga.")]
    public void WarningsFor_ADay_SayWhatIsUnusual(string today, string day, string warnings) =>
        Assert.Equal(warnings, ClosingDay.WarningsFor(Day(today), Day(day)));

    [Theory]
    [InlineData("2026-09-07", "Välj helst en arbetsdag.")]
    [InlineData("2026-12-07", "Välj helst en arbetsdag. Helgdagar framöver: torsdag 24 december (julafton), fredag 25 december (juldagen), torsdag 31 december (nyårsafton) och fredag 1 januari (nyårsdagen).")]
    [InlineData("2026-06-15", "Välj helst en arbetsdag. Helgdagar framöver: fredag 19 juni (midsommarafton). Vecka 28–31 är många lediga.")]
    public void Hint_SaysWhatComesDuringTheNextMonth(string today, string hint) => Assert.Equal(hint, ClosingDay.Hint(Day(today)));

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void WarningsFor_EveryHoliday_HaveItsName(string language)
    {
        using var culture = CultureScope.For(language);
        DateOnly[] year = [.. Enumerable.Range(0, 366).Select(new DateOnly(2026, 1, 1).AddDays)];

        Assert.Equal(
            Enum.GetValues<SwedishHoliday>(),
            year.Select(SwedishHolidays.On).OfType<SwedishHoliday>().Distinct().Order());
        Assert.All(year.Where(SwedishHolidays.IsHoliday), day => Assert.NotEmpty(ClosingDay.WarningsFor(day, day)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
