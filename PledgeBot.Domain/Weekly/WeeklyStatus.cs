using System.Collections.Immutable;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.StatusReports;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Weekly;

/// <summary>The content of a weekly status (domain reference 7.1). Home-visit numbers are never part of it.</summary>
/// <param name="Week">The week.</param>
/// <param name="Report">Where the promise stands.</param>
/// <param name="News">What is new since the last weekly status, oldest first.</param>
/// <param name="Ahead">What comes in the next three weeks, soonest first.</param>
public sealed record WeeklyStatus(Week Week, StatusReport Report, ImmutableArray<NewsItem> News, ImmutableArray<AheadItem> Ahead)
{
    /// <summary>How many weeks it looks ahead, today included.</summary>
    public const int WeeksAhead = 3;

    /// <summary>Gets whether nothing is new and nothing waits, so that one line says it all.</summary>
    public bool IsQuiet => News.IsEmpty && Report.Waiting.IsEmpty;

    /// <summary>Gathers the weekly status as it would be posted at an instant.</summary>
    /// <param name="partnership">The partnership.</param>
    /// <param name="boxes">The ballots of every poll that is open.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="KeyNotFoundException">The ballots of an open poll are missing.</exception>
    public static WeeklyStatus Of(Partnership partnership, IReadOnlyDictionary<PollId, BallotBox> boxes, DateTimeOffset now)
    {
        DateOnly today = SwedishTime.DayAt(now);
        return new WeeklyStatus(
            Week.Of(today),
            StatusReport.Of(partnership, boxes, now),
            partnership.Weekly.News,
            [.. LookAhead(partnership, now).Where(item => item.Day >= today && item.Day < today.AddDays(WeeksAhead * 7)).OrderBy(item => item.Day)]);
    }

    /// <summary>Lists what has a day, of each kind in its order; sorting by day keeps that order within a day.</summary>
    private static IEnumerable<AheadItem> LookAhead(Partnership partnership, DateTimeOffset now)
    {
        foreach (Measure measure in partnership.Measures.Values.Where(measure => measure.IsOpen))
        {
            yield return new AheadItem.MeasureIsDue(measure.Plan.Due, measure.Reference, measure.Suggestion);
        }

        foreach (Walk walk in partnership.Walks.Where(walk => !walk.IsCarriedOut))
        {
            yield return new AheadItem.WalkComes(walk.Date, walk.Number, walk.Locality);
        }

        foreach (Poll poll in partnership.Polls.Where(poll => poll.IsOpenAt(now)))
        {
            yield return new AheadItem.PollCloses(SwedishTime.DayAt(poll.ClosesAt), poll.Walk);
        }

        if (partnership.CurrentPromise(SwedishTime.DayAt(now)) is { } promise)
        {
            yield return new AheadItem.PeriodEnds(promise.Period.Last);
        }
    }
}
