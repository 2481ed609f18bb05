using System.Collections.Immutable;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Weekly;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.StatusReports;
using PledgeBot.Domain.Weekly;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.StatusReports;
using PledgeBot.Tests.Words;

namespace PledgeBot.Tests.Weekly;

public sealed class WeeklyCardTests : IDisposable
{
    private readonly CultureScope _culture = CultureScope.For("sv");

    public void Dispose() => _culture.Dispose();

    [Fact]
    public void Draw_EventfulWeek_FitsOnePhoneScreen() => Snapshot.Match(WeeklyCard.Draw(Eventful()).Card);

    [Fact]
    public void Draw_Preview_SaysWhenTheRealOneIsPosted()
    {
        DateTimeOffset next = WeeklySchedule.Default.NextAfter(A.Noon);

        Snapshot.Match(WeeklyCard.Draw(Eventful(), next).Card);
    }

    [Fact]
    public void Draw_QuietWeek_IsOneLine()
    {
        StatusReport report = StatusCardTests.InEveryState() with { Waiting = [] };

        Snapshot.Match(WeeklyCard.Draw(new WeeklyStatus(Week.Of(A.Today), report, [], [])).Card);
    }

    [Fact]
    public void Draw_InEnglish_IsInEnglish()
    {
        using var culture = CultureScope.For("en");

        Snapshot.Match(WeeklyCard.Draw(Eventful()).Card);
    }

    [Fact]
    public void Draw_NewlyDoneMeasure_IsCountedInTheOneLine()
    {
        string text = CardRules.TextOf(WeeklyCard.Draw(Eventful()).Card);

        Assert.Contains("3 av 6 valda åtgärder i fas · 1 försenad · 1 klar, varav 1 sedan sist · 1 genomförs inte", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_EverythingAtItsMost_KeepsToTheRulesAndSaysHowMuchMore()
    {
        WeeklyStatus weekly = Eventful() with
        {
            News = [.. Enumerable.Repeat(Sample.OfEvery<NewsItem>(), 25).SelectMany(items => items)],
            Ahead = [.. Enumerable.Range(1, 40).Select(n => new AheadItem.MeasureIsDue(A.Today.AddDays(n), A.Proposal(n), new string('å', 300)))],
        };

        AdaptiveCard card = WeeklyCard.Draw(weekly).Card;

        CardRules.Check(card);
        Assert.Contains("… och 35 till.", CardRules.TextOf(card), StringComparison.Ordinal);
    }

    private static WeeklyStatus Eventful()
    {
        ImmutableArray<NewsItem> news =
        [
            .. Sample.OfEvery<NewsItem>().Where(item => item is not (NewsItem.MeasureMoved or NewsItem.MeasureReplanned)),
            new NewsItem.MeasureReplanned(A.Noon, A.Proposal(4)),
            new NewsItem.MeasureMoved(A.Noon, A.Proposal(1), MeasureStatus.Ongoing, MeasureStatus.Done),
        ];
        return new WeeklyStatus(Week.Of(A.Today), StatusCardTests.InEveryState(), news, [.. Sample.OfEvery<AheadItem>()]);
    }
}
