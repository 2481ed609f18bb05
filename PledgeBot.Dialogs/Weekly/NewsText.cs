using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.StatusReports;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Dialogs.Weekly;

/// <summary>Says what is new.</summary>
internal static class NewsText
{
    private const int LongestSuggestion = 60;
    private const int LongestReason = 100;

    /// <summary>Gets the sentence.</summary>
    /// <param name="news">What is new.</param>
    /// <param name="report">Where the promise stands, for what the measures are about; an earlier promise's are told by reference alone.</param>
    public static string For(NewsItem news, StatusReport report) => news switch
    {
        NewsItem.WalkPlanned planned => Word.Fill(WeeklyTexts.WalkPlanned, planned.Walk),
        NewsItem.WalkCarriedOut carriedOut => Word.Fill(WeeklyTexts.WalkCarriedOut, carriedOut.Walk),
        NewsItem.ProposalsRegistered { Count: 1 } registered => Word.Fill(WeeklyTexts.ProposalsOne, registered.Walk),
        NewsItem.ProposalsRegistered registered => Word.Fill(WeeklyTexts.ProposalsMany, registered.Walk, registered.Count),
        NewsItem.PollOpened opened => Word.Fill(WeeklyTexts.PollOpened, opened.Walk),
        NewsItem.PollExtended extended => Word.Fill(WeeklyTexts.PollExtended, extended.Walk, Word.For(SwedishTime.DayAt(extended.ClosesAt))),
        NewsItem.PollCancelled cancelled => Word.Fill(WeeklyTexts.PollCancelled, cancelled.Walk, cancelled.Withdrawn),
        NewsItem.ProposalReturned returned => Word.Fill(WeeklyTexts.ProposalReturned, returned.Reference),
        NewsItem.ClosedWithoutMeasures closed => Word.Fill(WeeklyTexts.ClosedWithoutMeasures, closed.Walk),
        NewsItem.RecommendationMade made => Word.Fill(WeeklyTexts.RecommendationMade, made.Walk),
        NewsItem.Decided decided => Word.Fill(WeeklyTexts.Decided, decided.Walk),
        NewsItem.MeasureMoved moved => Find(moved.Reference, report) is { } measure
            ? Word.Fill(
                WeeklyTexts.MeasureMoved,
                moved.Reference,
                Clipped.To(measure.Suggestion, LongestSuggestion),
                Word.For(moved.From),
                Word.For(moved.To))
            : Word.Fill(WeeklyTexts.MeasureMovedBare, moved.Reference, Word.For(moved.From), Word.For(moved.To)),
        NewsItem.MeasureReplaced replaced => Find(replaced.Reference, report) is { Closure.Note: { } reason } measure
            ? Word.Fill(WeeklyTexts.MeasureReplaced, replaced.Reference, Clipped.To(measure.Suggestion, LongestSuggestion), Clipped.To(reason, LongestReason))
            : Word.Fill(WeeklyTexts.MeasureReplacedBare, replaced.Reference),
        NewsItem.MeasureReplanned replanned => Find(replanned.Reference, report) is { } measure
            ? Word.Fill(WeeklyTexts.MeasureReplanned, replanned.Reference, measure.Plan.Responsible, Word.For(measure.Plan.Due))
            : Word.Fill(WeeklyTexts.MeasureReplannedBare, replanned.Reference),

        // News without a sentence is a bug that the tests of the texts find.
        _ => throw new InvalidOperationException($"There is no sentence for {news.GetType().Name}."),
    };

    private static Measure? Find(ProposalReference reference, StatusReport report) =>
        report.Measures.FirstOrDefault(measure => measure.Reference == reference);
}
