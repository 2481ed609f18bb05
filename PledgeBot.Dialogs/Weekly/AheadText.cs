using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Dialogs.Weekly;

/// <summary>Says what comes, and on which day.</summary>
internal static class AheadText
{
    private const int LongestSuggestion = 60;

    /// <summary>Gets the sentence.</summary>
    public static string For(AheadItem item) => Word.Fill(WeeklyTexts.Ahead, Word.Capital(Word.WithWeekday(item.Day)), What(item));

    private static string What(AheadItem item) => item switch
    {
        AheadItem.MeasureIsDue due =>
            Word.Fill(WeeklyTexts.MeasureIsDue, due.Reference, Clipped.To(due.Suggestion, LongestSuggestion)),
        AheadItem.WalkComes walk => Word.Fill(WeeklyTexts.WalkComes, walk.Number, walk.Locality),
        AheadItem.PollCloses poll => Word.Fill(WeeklyTexts.PollCloses, poll.Walk),
        AheadItem.PeriodEnds => WeeklyTexts.PeriodEnds,

        // Something ahead without a sentence is a bug that the tests of the texts find.
        _ => throw new InvalidOperationException($"There is no sentence for {item.GetType().Name}."),
    };
}
