using System.Collections.Immutable;
using PledgeBot.Domain.Calendar;

namespace PledgeBot.Domain.Weekly;

/// <summary>Where the weekly status stands: its schedule, the last week posted, and what has happened since.</summary>
/// <param name="Schedule">When it is posted.</param>
/// <param name="LastPosted">The last week that had its post; nothing before the first.</param>
/// <param name="News">What has happened since, oldest first; at most <see cref="MostNews"/>, the oldest leave first.</param>
public sealed record WeeklyPosts(WeeklySchedule Schedule, Week? LastPosted, ImmutableArray<NewsItem> News)
{
    /// <summary>The most news items kept between two posts.</summary>
    public const int MostNews = 200;

    /// <summary>Gets the state before anything happened.</summary>
    public static WeeklyPosts None { get; } = new(WeeklySchedule.Default, null, []);
}
