namespace PledgeBot.Domain.Calendar;

/// <summary>Local time where the promises are kept: Europe/Stockholm, both clock changes included.</summary>
public static class SwedishTime
{
    /// <summary>The time zone.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>Gets the local date and time at an instant.</summary>
    public static DateTime LocalAt(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>Gets the local day at an instant.</summary>
    public static DateOnly DayAt(DateTimeOffset instant) => DateOnly.FromDateTime(LocalAt(instant));

    /// <summary>
    /// Gets the instant of a local date and time, in UTC. A time that the spring change skips moves an hour ahead, as
    /// clocks do; a time that the autumn change repeats means its first occurrence.
    /// </summary>
    public static DateTimeOffset InstantOf(DateTime local)
    {
        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(unspecified))
        {
            unspecified = unspecified.AddHours(1);
        }

        TimeSpan offset = Zone.IsAmbiguousTime(unspecified)
            ? Zone.GetAmbiguousTimeOffsets(unspecified).Max()
            : Zone.GetUtcOffset(unspecified);
        return new DateTimeOffset(unspecified, offset).ToUniversalTime();
    }
}
