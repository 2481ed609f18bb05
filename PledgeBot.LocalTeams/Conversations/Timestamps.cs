using System.Globalization;

namespace PledgeBot.LocalTeams.Conversations;

/// <summary>Times as activities write them: with milliseconds, in UTC and in the members' own zone.</summary>
internal static class Timestamps
{
    /// <summary>The zone of every member.</summary>
    public const string ZoneId = "Europe/Stockholm";

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneId);

    public static string Utc(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Local(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, Zone).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    /// <summary>The first Monday at 08.30 in Stockholm that is later than a moment.</summary>
    public static DateTimeOffset NextMondayMorning(DateTimeOffset after)
    {
        DateTime local = TimeZoneInfo.ConvertTime(after, Zone).DateTime;
        int days = ((int)DayOfWeek.Monday - (int)local.DayOfWeek + 7) % 7;
        DateTime monday = local.Date.AddDays(days).Add(new TimeSpan(8, 30, 0));
        if (monday <= local)
        {
            monday = monday.AddDays(7);
        }

        // Both clock changes happen at night, so 08.30 exists once on every day.
        return new DateTimeOffset(monday, Zone.GetUtcOffset(monday)).ToUniversalTime();
    }
}
