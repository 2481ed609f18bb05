using System.Collections.Immutable;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Measures;

/// <summary>Draws a list of measures.</summary>
internal static class MeasureListCard
{
    /// <summary>The most measures on one card, which keeps it well under what Teams takes.</summary>
    private const int Most = 30;

    /// <summary>Draws the list.</summary>
    /// <param name="measures">The measures; at least one.</param>
    /// <param name="walk">The walk they all come from; nothing when they come from several.</param>
    /// <param name="today">The present day in Sweden.</param>
    public static DrawnCard Draw(IEnumerable<Measure> measures, Walk? walk, DateOnly today)
    {
        ImmutableArray<Measure> sorted = [.. MeasureLines.MostPressingFirst(measures, today)];
        string title = walk is null ? MeasureTexts.ListTitle : Word.Fill(MeasureTexts.ListTitleWalk, walk.Number, walk.Locality);
        string count = sorted.Length == 1 ? MeasureTexts.ListSummaryOne : Word.Fill(MeasureTexts.ListSummaryMany, sorted.Length);
        List<CardElement> body = [Line.Heading(title), Line.Subtle(count)];
        body.AddRange(sorted.Take(Most).SelectMany(measure => MeasureLines.Draw(measure, today)));
        if (sorted.Length > Most)
        {
            body.Add(Line.Of(Word.Fill(MeasureTexts.ListMore, sorted.Length - Most)));
        }

        body.Add(Line.Subtle(Word.Fill(MeasureTexts.ListOpenOne, sorted[0].Reference)));
        string summary = $"{title}: {count}";
        return new DrawnCard(CardFrame.Of(summary, body, [CommandButton.For(MeasureTexts.ButtonStatus, MeasureTexts.ButtonStatus)]), summary);
    }
}
