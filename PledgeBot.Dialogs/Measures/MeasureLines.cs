using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Measures;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Measures;

/// <summary>Draws measures as two lines each, for lists.</summary>
internal static class MeasureLines
{
    private const int LongestSuggestion = 90;

    /// <summary>Gets measures in the order of a list: the overdue first, then the open by due day, then those that have ended.</summary>
    public static IEnumerable<Measure> MostPressingFirst(IEnumerable<Measure> measures, DateOnly today) => measures
        .OrderBy(measure => measure.IsOverdueOn(today) ? 0 : measure.IsOpen ? 1 : measure.Status == MeasureStatus.Done ? 2 : 3)
        .ThenBy(measure => measure.IsOpen ? measure.Plan.Due : default)
        .ThenBy(measure => measure.Reference);

    /// <summary>Draws a measure.</summary>
    public static IEnumerable<CardElement> Draw(Measure measure, DateOnly today)
    {
        var badge = StatusBadge.Of(measure, today);
        yield return Line.Of(Word.Fill(MeasureTexts.LineTitle, badge.Symbol, measure.Reference, Clipped.To(measure.Suggestion, LongestSuggestion)));
        string details = measure.Closure is { } closure
            ? Word.Fill(MeasureTexts.LineEnded, badge.Label, Word.For(closure.Date), measure.Plan.Responsible)
            : Word.Fill(MeasureTexts.LineDetails, badge.Label, measure.Plan.Responsible, Word.For(measure.Plan.Due));
        yield return Line.Subtle(details);
    }
}
