using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Promises;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.StatusReports;

/// <summary>Says and draws how much of a promise's period has passed.</summary>
internal static class PeriodLines
{
    /// <summary>"1 januari 2020 – 31 december 2020".</summary>
    public static string Period(PromisePeriod period) =>
        Word.Fill(StatusTexts.Period, Word.For(period.First), Word.For(period.Last));

    /// <summary>"115 dagar kvar av löftesperioden".</summary>
    public static string Left(PromisePeriod period, DateOnly today) =>
        today < period.First ? Word.Fill(StatusTexts.PeriodAhead, Word.For(period.First))
        : today > period.Last ? StatusTexts.PeriodOver
        : today == period.Last ? StatusTexts.LastDay
        : Word.Fill(StatusTexts.DaysLeft, Word.Days(period.DaysLeftAfter(today)));

    /// <summary>Draws the days that have passed, today included, against those that are left.</summary>
    public static Image? Bar(PromisePeriod period, DateOnly today)
    {
        int all = period.Last.DayNumber - period.First.DayNumber + 1;
        int left = Math.Min(all, period.DaysLeftAfter(today));
        return ProportionBar.Draw(new BarSegment(all - left, BarColor.Accent), new BarSegment(left, BarColor.Rest));
    }
}
