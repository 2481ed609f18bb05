using System.Net.Http.Headers;

namespace PledgeBot.Teams.Connector.Calls;

/// <summary>Reads how long an answer asks the bot to wait.</summary>
internal static class AskedToWait
{
    /// <summary>The time that <c>Retry-After</c> names, never less than none; null when it names none.</summary>
    public static TimeSpan? WaitAskedFor(this HttpResponseMessage response, TimeProvider time)
    {
        RetryConditionHeaderValue? header = response.Headers.RetryAfter;
        TimeSpan? wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
