using System.Collections.Immutable;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;

namespace PledgeBot.Domain.StatusReports;

/// <summary>Where the promise stands on a day: every measure, what is late, and what waits for whom.</summary>
/// <param name="Today">The day, in Sweden.</param>
/// <param name="Promise">The promise it is about: the one in force, otherwise the latest; nothing if none was given.</param>
/// <param name="DaysLeft">The days left of the promise's period after today; 0 when it is over or there is none.</param>
/// <param name="Measures">The measures of the promise: those of walks in its period, in order of reference.</param>
/// <param name="Waiting">
/// What waits for somebody, the most pressing first: in the order of the kinds, within a kind the soonest or the lowest
/// number. It is about the whole partnership, so a measure of an earlier promise that is still overdue is told too.
/// </param>
public sealed record StatusReport(
    DateOnly Today,
    Promise? Promise,
    int DaysLeft,
    ImmutableArray<Measure> Measures,
    ImmutableArray<Waiting> Waiting)
{
    /// <summary>Gets how many measures are done.</summary>
    public int Done => Measures.Count(measure => measure.Status == MeasureStatus.Done);

    /// <summary>Gets how many measures are open and not overdue (i fas).</summary>
    public int OnTrack => Measures.Count(measure => measure.IsOpen && !measure.IsOverdueOn(Today));

    /// <summary>Gets how many measures are overdue.</summary>
    public int Overdue => Measures.Count(measure => measure.IsOverdueOn(Today));

    /// <summary>Gets how many measures will not be done.</summary>
    public int WillNotBeDone => Measures.Count(measure => measure.Status == MeasureStatus.WillNotBeDone);

    /// <summary>Gets how many measures gave their place to another (ersatta).</summary>
    public int Replaced => Measures.Count(measure => measure.Status == MeasureStatus.Replaced);

    /// <summary>Gathers where the promise stands at an instant.</summary>
    /// <param name="partnership">The partnership.</param>
    /// <param name="boxes">The ballots of every poll that is open.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="KeyNotFoundException">The ballots of an open poll are missing.</exception>
    public static StatusReport Of(Partnership partnership, IReadOnlyDictionary<PollId, BallotBox> boxes, DateTimeOffset now)
    {
        DateOnly today = SwedishTime.DayAt(now);
        Promise? promise = partnership.CurrentPromise(today);
        return new StatusReport(
            today,
            promise,
            promise?.Period.DaysLeftAfter(today) ?? 0,
            [.. partnership.Measures.Values.Where(measure => partnership.PromiseOf(measure.Reference.Walk)?.Number == promise?.Number)],
            WaitingList.Of(partnership, boxes, now));
    }
}
