namespace PledgeBot.Storage;

/// <summary>How instants are stored: in UTC, in whole microseconds.</summary>
/// <remarks>
/// SQLite cannot order offsets and Npgsql accepts only UTC; PostgreSQL keeps microseconds. No rule depends on the offset
/// that a time arrived with, or on the last tenth of a microsecond.
/// </remarks>
internal static class StoredInstant
{
    /// <summary>Gets what is stored for an instant, rounded down.</summary>
    public static DateTime Of(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    /// <summary>Gets the instant that is stored.</summary>
    public static DateTimeOffset From(DateTime stored) => new(DateTime.SpecifyKind(stored, DateTimeKind.Utc));

    /// <summary>Gets an instant as it will be when it is read again.</summary>
    public static DateTimeOffset AsStored(DateTimeOffset instant) => From(Of(instant));
}
