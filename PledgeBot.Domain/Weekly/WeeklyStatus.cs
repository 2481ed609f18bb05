using System.Collections.Immutable;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.StatusReports;

namespace PledgeBot.Domain.Weekly;

/// <summary>The content of a weekly status (domain reference 7.1). Home-visit numbers are never part of it.</summary>
/// <param name="Week">The week.</param>
/// <param name="Report">Where the promise stands.</param>
/// <param name="News">What is new since the last weekly status, oldest first.</param>
/// <param name="Ahead">What comes in the next three weeks, soonest first.</param>
public sealed record WeeklyStatus(Week Week, StatusReport Report, ImmutableArray<NewsItem> News, ImmutableArray<AheadItem> Ahead)
{
    /// <summary>How many weeks it looks ahead.</summary>
    public const int WeeksAhead = 3;

    /// <summary>Gets whether nothing is new and nothing waits, so that one line says it all.</summary>
    public bool IsQuiet => News.IsEmpty && Report.Waiting.IsEmpty;
}
