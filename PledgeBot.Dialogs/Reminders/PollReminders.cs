using System.Globalization;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Reminders;

/// <summary>
/// When a poll's reminders go out (domain reference 9.1.9): at half time and one working day before closing, in working hours, each once
/// and only to those who have not answered.
/// </summary>
internal static class PollReminders
{
    /// <summary>The kind of work that reminds everybody who has not answered; its key is the poll and the occasion.</summary>
    public const string Kind = "remind";

    private const string HalfTime = "half";
    private const string LastDay = "last";

    /// <summary>Puts a poll's coming reminders on the list, in the place of those that wait. One that has gone out does not come again
    /// unless the poll got more time and has a new last day.</summary>
    public static void Schedule(ITurn records, PollId id, DateTimeOffset now)
    {
        Unschedule(records, id);
        foreach ((string occasion, DateTimeOffset at) in Times(records.Partnership.FindPoll(id)!).Where(reminder => reminder.At > now))
        {
            records.Schedule(new DueWork(Kind, $"{id}/{occasion}", at, ""));
        }
    }

    /// <summary>Takes a poll's reminders off the list.</summary>
    public static void Unschedule(ITurn records, PollId id)
    {
        records.Unschedule(Kind, $"{id}/{HalfTime}");
        records.Unschedule(Kind, $"{id}/{LastDay}");
    }

    /// <summary>
    /// Gets what becomes of a reminder that is due: a notice for each on the list of voters who has not answered, or the reminder again
    /// when it is late and working hours are over. The state is that of the moment: nothing when the poll has ended.
    /// </summary>
    public static async Task<IEnumerable<DueWork>> FollowAsync(ITurn turn, DueWork work, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (work.Key.Split('/') is not [var key, var occasion]
            || !PollId.TryParse(key, CultureInfo.InvariantCulture, out PollId id)
            || turn.Partnership.FindPoll(id) is not { } poll
            || !poll.IsOpenAt(now)
            || (occasion == HalfTime && now >= LastDayOf(poll)))
        {
            return [];
        }

        DateTimeOffset at = WorkingHours.FirstAtOrAfter(now);
        if (at > now)
        {
            return at < poll.ClosesAt ? [work with { DueAt = at }] : [];
        }

        BallotBox box = await turn.ReadBallotsAsync(id, cancellationToken);
        return poll.Roll.Where(entry => !box.HasAnswered(entry.Member)).Select(entry => MemberNotice.OfReminder(id, entry.Member, now));
    }

    /// <summary>Gets when a poll's reminders go out, in order; none for a poll that is too short, and one where both would come at once.</summary>
    internal static IEnumerable<(string Occasion, DateTimeOffset At)> Times(Poll poll)
    {
        DateTimeOffset planned = poll.Extensions is [var first, ..] ? first.From : poll.ClosesAt;
        (string Occasion, DateTimeOffset At)[] both =
        [
            (LastDay, LastDayOf(poll)),
            (HalfTime, WorkingHours.FirstAtOrAfter(poll.OpenedAt + ((planned - poll.OpenedAt) / 2))),
        ];
        return both
            .Where(reminder => reminder.At > poll.OpenedAt && reminder.At < poll.ClosesAt)
            .DistinctBy(reminder => reminder.At)
            .OrderBy(reminder => reminder.At);
    }

    private static DateTimeOffset LastDayOf(Poll poll)
    {
        DateTime closing = SwedishTime.LocalAt(poll.ClosesAt);
        DateOnly day = WorkingDays.Add(DateOnly.FromDateTime(closing), -1);
        return WorkingHours.FirstAtOrAfter(SwedishTime.InstantOf(day.ToDateTime(TimeOnly.FromDateTime(closing))));
    }
}
