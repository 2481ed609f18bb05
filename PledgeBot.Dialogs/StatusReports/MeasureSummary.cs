using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.StatusReports;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.StatusReports;

/// <summary>Sums a promise's measures up: as a bar, and as the one line that says the same.</summary>
internal static class MeasureSummary
{
    /// <summary>Draws the measures in proportion; nothing when there are none.</summary>
    public static Image? Bar(StatusReport report) => ProportionBar.Draw(
        new BarSegment(report.Done, BarColor.Good),
        new BarSegment(report.OnTrack, BarColor.Accent),
        new BarSegment(report.Overdue, BarColor.Attention),
        new BarSegment(report.WillNotBeDone + ReplacedIn(report), BarColor.Muted));

    /// <summary>"6 av 8 valda åtgärder i fas · 1 försenad · 1 klar" (domain reference 7.1).</summary>
    /// <param name="report">Where the promise stands.</param>
    /// <param name="newlyDone">How many of the done ones are so since the last weekly status; 0 says nothing of it.</param>
    public static string Line(StatusReport report, int newlyDone = 0)
    {
        int all = report.Measures.Length;
        if (all == 0)
        {
            return StatusTexts.NoMeasures;
        }

        List<string> parts = [all == 1 ? Word.Fill(StatusTexts.OnTrackOne, report.OnTrack) : Word.Fill(StatusTexts.OnTrack, report.OnTrack, all)];
        Add(parts, report.Overdue, StatusTexts.OverdueOne, StatusTexts.OverdueMany);
        Add(parts, report.Done, StatusTexts.DoneOne, StatusTexts.DoneMany);
        if (newlyDone > 0)
        {
            parts[^1] += ", " + Word.Fill(StatusTexts.DoneNew, newlyDone);
        }

        Add(parts, report.WillNotBeDone, StatusTexts.WillNotBeDoneOne, StatusTexts.WillNotBeDoneMany);
        Add(parts, ReplacedIn(report), StatusTexts.ReplacedOne, StatusTexts.ReplacedMany);
        return string.Join(" · ", parts);
    }

    private static int ReplacedIn(StatusReport report) => report.Measures.Count(measure => measure.Status == MeasureStatus.Replaced);

    private static void Add(List<string> parts, int count, string one, string many)
    {
        if (count > 0)
        {
            parts.Add(count == 1 ? one : Word.Fill(many, count));
        }
    }
}
