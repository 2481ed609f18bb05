namespace PledgeBot.Domain.Promises;

/// <summary>The days a promise covers (löftesperiod), both ends included. Not always a calendar year.</summary>
public sealed record PromisePeriod
{
    /// <summary>Makes a period.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, included; not before <paramref name="first"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public PromisePeriod(DateOnly first, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        First = first;
        Last = last;
    }

    /// <summary>Gets the first day.</summary>
    public DateOnly First { get; }

    /// <summary>Gets the last day, included.</summary>
    public DateOnly Last { get; }

    /// <summary>Tells whether the period has the day.</summary>
    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>Gets the days that remain after a given day, 0 from the last day on.</summary>
    public int DaysLeftAfter(DateOnly day) => Math.Max(0, Last.DayNumber - day.DayNumber);
}
