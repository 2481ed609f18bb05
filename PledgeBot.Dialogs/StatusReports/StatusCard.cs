using PledgeBot.Dialogs.Measures;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.StatusReports;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.StatusReports;

/// <summary>Draws where the promise stands: its period, its measures, and what waits.</summary>
internal static class StatusCard
{
    private const int MostMeasures = 12;
    private const int MostWaiting = 8;
    private const int MostWaitingButtons = 3;

    /// <summary>Draws the status.</summary>
    public static DrawnCard Draw(StatusReport report)
    {
        string title = report.Promise is { } given ? Word.Fill(StatusTexts.Title, given.Title) : StatusTexts.TitleNoPromise;
        string line = MeasureSummary.Line(report);
        List<CardElement> body =
        [
            Line.Heading(title),
            .. report.Promise is { } promise ? DrawPeriod(promise.Period, report.Today) : [Line.Of(StatusTexts.NoPromise)],
            .. DrawMeasures(report, line),
            .. WaitingLines.Draw(report.Waiting, MostWaiting),
        ];
        List<AdaptiveAction> actions = [.. WaitingButton.For(report.Waiting, MostWaitingButtons)];
        actions.Add(CommandButton.For(StatusTexts.ButtonMeasures, StatusTexts.ButtonMeasures));
        actions.Add(CommandButton.For(StatusTexts.ButtonPromise, StatusTexts.ButtonPromise));
        string summary = Word.Fill(StatusTexts.Summary, title, line);
        return new DrawnCard(CardFrame.Of(summary, body, actions), summary);
    }

    private static IEnumerable<CardElement> DrawPeriod(PromisePeriod period, DateOnly today)
    {
        yield return Line.Subtle(PeriodLines.Period(period));
        if (PeriodLines.Bar(period, today) is { } bar)
        {
            yield return bar;
        }

        yield return Line.Below(PeriodLines.Left(period, today));
    }

    private static IEnumerable<CardElement> DrawMeasures(StatusReport report, string line)
    {
        yield return Line.Section(StatusTexts.SectionMeasures);
        if (MeasureSummary.Bar(report) is { } bar)
        {
            yield return bar;
        }

        yield return Line.Below(line);
        foreach (CardElement element in MeasureLines.MostPressingFirst(report.Measures, report.Today)
            .Take(MostMeasures)
            .SelectMany(measure => MeasureLines.Draw(measure, report.Today)))
        {
            yield return element;
        }

        if (report.Measures.Length > MostMeasures)
        {
            yield return Line.Subtle(Word.Fill(StatusTexts.MoreMeasures, report.Measures.Length - MostMeasures));
        }
    }
}
