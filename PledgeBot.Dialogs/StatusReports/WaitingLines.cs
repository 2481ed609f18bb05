using System.Collections.Immutable;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.StatusReports;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.StatusReports;

/// <summary>Draws the section of what waits.</summary>
internal static class WaitingLines
{
    /// <summary>Draws the most pressing, and how many more there are.</summary>
    /// <param name="waiting">What waits, the most pressing first.</param>
    /// <param name="most">The most sentences.</param>
    public static IEnumerable<CardElement> Draw(ImmutableArray<Waiting> waiting, int most)
    {
        yield return Line.Section(StatusTexts.SectionWaiting);
        if (waiting.IsEmpty)
        {
            yield return Line.Below(StatusTexts.NothingWaiting);
        }

        foreach (Waiting item in waiting.Take(most))
        {
            yield return Line.Below(WaitingText.For(item));
        }

        int more = waiting.Length - most;
        if (more > 0)
        {
            yield return Line.Subtle(more == 1 ? StatusTexts.MoreWaitingOne : Word.Fill(StatusTexts.MoreWaitingMany, more));
        }
    }
}
