using System.Collections.Immutable;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.StatusReports;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Weekly;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Weekly;

/// <summary>Draws the weekly status in the order of domain reference 7.1, for one phone screen.</summary>
internal static class WeeklyCard
{
    private const int MostWaiting = 4;
    private const int MostNews = 6;
    private const int MostAhead = 5;

    /// <summary>Draws the weekly status.</summary>
    /// <param name="weekly">What it says.</param>
    /// <param name="postedAt">For a preview, when the real one is posted; nothing for the real one.</param>
    public static DrawnCard Draw(WeeklyStatus weekly, DateTimeOffset? postedAt = null)
    {
        string title = Word.Fill(WeeklyTexts.Title, Word.For(weekly.Week));
        string line = MeasureSummary.Line(weekly.Report, NewlyDone(weekly));
        List<CardElement> body = [Line.Heading(title)];
        if (postedAt is { } at)
        {
            body.Insert(0, Line.Subtle(Word.Fill(WeeklyTexts.Preview, Word.For(at))));
        }

        if (weekly.IsQuiet)
        {
            line = Word.Fill(WeeklyTexts.Quiet, line);
            body.Add(Line.Of(line));
        }
        else
        {
            body.Add(Line.Of(line));
            if (MeasureSummary.Bar(weekly.Report) is { } bar)
            {
                body.Add(bar);
            }

            body.AddRange(WaitingLines.Draw(weekly.Report.Waiting, MostWaiting));
            body.AddRange(DrawNews(weekly));
            body.AddRange(DrawAhead(weekly.Ahead));
            body.Add(Line.Subtle(WeeklyTexts.SeeMore));
        }

        // Nobody asked for the post itself, so it says why it comes and how to make it stop.
        if (postedAt is null)
        {
            body.Add(Line.Subtle(WeeklyTexts.WhyAndStop));
        }

        string summary = Word.Fill(WeeklyTexts.Summary, title, line);
        return new DrawnCard(CardFrame.Of(summary, body, [CommandButton.For(WeeklyTexts.ButtonStatus, WeeklyTexts.ButtonStatus)]), summary);
    }

    private static int NewlyDone(WeeklyStatus weekly) => weekly.News.OfType<NewsItem.MeasureMoved>()
        .Count(moved => weekly.Report.Measures.Any(measure => measure.Reference == moved.Reference && measure.Status == MeasureStatus.Done));

    // The latest news first: what there is no room for is the oldest.
    private static IEnumerable<CardElement> DrawNews(WeeklyStatus weekly)
    {
        yield return Line.Section(WeeklyTexts.SectionNews);
        if (weekly.News.IsEmpty)
        {
            yield return Line.Below(WeeklyTexts.NoNews);
        }

        foreach (NewsItem news in weekly.News.Reverse().Take(MostNews))
        {
            yield return Line.Below(NewsText.For(news, weekly.Report));
        }

        if (weekly.News.Length > MostNews)
        {
            yield return Line.Subtle(Word.Fill(WeeklyTexts.More, weekly.News.Length - MostNews));
        }
    }

    private static IEnumerable<CardElement> DrawAhead(ImmutableArray<AheadItem> ahead)
    {
        yield return Line.Section(WeeklyTexts.SectionAhead);
        if (ahead.IsEmpty)
        {
            yield return Line.Below(WeeklyTexts.NothingAhead);
        }

        foreach (AheadItem item in ahead.Take(MostAhead))
        {
            yield return Line.Below(AheadText.For(item));
        }

        if (ahead.Length > MostAhead)
        {
            yield return Line.Subtle(Word.Fill(WeeklyTexts.More, ahead.Length - MostAhead));
        }
    }
}
