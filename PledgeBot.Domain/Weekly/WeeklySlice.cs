using System.Collections.Immutable;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Weekly;

/// <summary>The weekly status: its posts, and the news that gathers between them.</summary>
internal static class WeeklySlice
{
    public static Decision Post(Partnership partnership, Moment moment)
    {
        var week = Week.Of(SwedishTime.DayAt(moment.Now));
        return partnership.Weekly.LastPosted == week ? Decision.Accept() : Decision.Accept(new WeeklyStatusPosted(week));
    }

    public static Decision Schedule(Partnership partnership, ScheduleWeekly command) =>
        partnership.Weekly.Schedule == new WeeklySchedule(command.Day, command.Time)
            ? Decision.Accept()
            : Decision.Accept(new WeeklyScheduled(command.Day, command.Time));

    public static Partnership Evolve(Partnership partnership, WeeklyScheduled scheduled) =>
        partnership with { Weekly = partnership.Weekly with { Schedule = new WeeklySchedule(scheduled.Day, scheduled.Time) } };

    public static Partnership Evolve(Partnership partnership, WeeklyStatusPosted posted) =>
        partnership with { Weekly = partnership.Weekly with { LastPosted = posted.Week, News = [] } };

    /// <summary>Gets the weekly posts with the news of an event that has just been folded in.</summary>
    public static WeeklyPosts Note(Partnership partnership, RecordedEvent recorded)
    {
        WeeklyPosts weekly = partnership.Weekly;
        DateTimeOffset at = recorded.At;
        return recorded.Event switch
        {
            WalkPlanned planned => Add(weekly, new NewsItem.WalkPlanned(at, planned.Number)),
            WalkCarriedOut carriedOut => Add(weekly, new NewsItem.WalkCarriedOut(at, carriedOut.Walk)),
            ProposalRegistered registered => AddProposal(weekly, at, registered.Reference.Walk),
            PollOpened opened => Add(weekly, new NewsItem.PollOpened(at, opened.Walk)),
            PollExtended extended => AddExtension(weekly, at, partnership.FindPoll(extended.Poll)!),
            PollCancelled cancelled => Add(weekly, new NewsItem.PollCancelled(at, cancelled.Withdrawn.Walk, cancelled.Withdrawn)),
            ProposalReturned returned => Add(weekly, new NewsItem.ProposalReturned(at, returned.Reference)),
            WalkClosedWithoutMeasures closed => Add(weekly, new NewsItem.ClosedWithoutMeasures(at, closed.Walk)),
            RecommendationMade made => Add(weekly, new NewsItem.RecommendationMade(at, made.Walk)),
            RecommendationConfirmed confirmed when partnership.Recommendations[confirmed.Walk].IsDecided =>
                Add(weekly, new NewsItem.Decided(at, confirmed.Walk)),
            MeasureStatusChanged changed => AddMove(weekly, at, changed),
            MeasureReplaced replaced => Add(weekly, new NewsItem.MeasureReplaced(at, replaced.Reference)),
            MeasureReplanned replanned => AddReplan(weekly, at, replanned.Reference),
            _ => weekly,
        };
    }

    private static WeeklyPosts AddProposal(WeeklyPosts weekly, DateTimeOffset at, WalkNumber walk)
    {
        NewsItem.ProposalsRegistered? earlier = weekly.News.OfType<NewsItem.ProposalsRegistered>().FirstOrDefault(item => item.Walk == walk);
        return Replace(weekly, earlier, new NewsItem.ProposalsRegistered(at, walk, (earlier?.Count ?? 0) + 1));
    }

    private static WeeklyPosts AddExtension(WeeklyPosts weekly, DateTimeOffset at, Poll poll)
    {
        NewsItem.PollExtended? earlier = weekly.News.OfType<NewsItem.PollExtended>().FirstOrDefault(item => item.Walk == poll.Walk);
        return Replace(weekly, earlier, new NewsItem.PollExtended(at, poll.Walk, poll.ClosesAt));
    }

    private static WeeklyPosts AddMove(WeeklyPosts weekly, DateTimeOffset at, MeasureStatusChanged changed)
    {
        NewsItem.MeasureMoved? earlier = weekly.News.OfType<NewsItem.MeasureMoved>().FirstOrDefault(item => item.Reference == changed.Reference);
        MeasureStatus from = earlier?.From ?? changed.From;
        return Replace(weekly, earlier, from == changed.To ? null : new NewsItem.MeasureMoved(at, changed.Reference, from, changed.To));
    }

    private static WeeklyPosts AddReplan(WeeklyPosts weekly, DateTimeOffset at, ProposalReference reference)
    {
        NewsItem.MeasureReplanned? earlier = weekly.News.OfType<NewsItem.MeasureReplanned>().FirstOrDefault(item => item.Reference == reference);
        return Replace(weekly, earlier, new NewsItem.MeasureReplanned(at, reference));
    }

    /// <summary>Puts an item, if there is one, last in place of an earlier one, so that the news stays in order of time.</summary>
    private static WeeklyPosts Replace(WeeklyPosts weekly, NewsItem? earlier, NewsItem? item)
    {
        WeeklyPosts without = earlier is null ? weekly : weekly with { News = weekly.News.Remove(earlier) };
        return item is null ? without : Add(without, item);
    }

    private static WeeklyPosts Add(WeeklyPosts weekly, NewsItem item)
    {
        ImmutableArray<NewsItem> news = weekly.News.Add(item);
        return weekly with { News = news.Length > WeeklyPosts.MostNews ? news.RemoveAt(0) : news };
    }
}
