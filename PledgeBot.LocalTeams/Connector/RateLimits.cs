using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>
/// Holds the bot to the rates that Teams documents: for each thread, sending and beginning threads 7 times in 1 s, 8 in 2 s, 60 in 30 s
/// and 1,800 in an hour, reading twice that, the whole roster at once 5 times in a minute; for the whole tenant, 50 calls in 1 s. Edits, removals and reactions count as sending, and a
/// message that is split counts for each part. A call that is refused does not count.
/// </summary>
internal sealed class RateLimits(IOptions<LocalTeamsOptions> options, TimeProvider time)
{
    private const int MaxKeys = 5_000;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly (TimeSpan Window, int Most)[] Writing =
        [(TimeSpan.FromSeconds(1), 7), (TimeSpan.FromSeconds(2), 8), (TimeSpan.FromSeconds(30), 60), (Longest, 1_800)];

    private static readonly (TimeSpan Window, int Most)[] Reading =
        [(TimeSpan.FromSeconds(1), 14), (TimeSpan.FromSeconds(2), 16), (TimeSpan.FromSeconds(30), 120), (Longest, 3_600)];

    private static readonly (TimeSpan Window, int Most)[] ReadingAll = [(TimeSpan.FromMinutes(1), 5)];

    private static readonly (TimeSpan Window, int Most)[] Tenant = [(TimeSpan.FromSeconds(1), 50)];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedList<DateTimeOffset>> _calls = new(StringComparer.Ordinal);

    /// <summary>Counts a call, or tells how long the bot has to wait before it would be let through.</summary>
    /// <returns><c>null</c> when the call is within every rate.</returns>
    public TimeSpan? Take(ConnectorOperation operation, HttpContext http)
    {
        if (!options.Value.LimitsRates)
        {
            return null;
        }

        JsonObject? body = operation is ConnectorOperation.Send or ConnectorOperation.Reply or ConnectorOperation.CreateConversation
            ? http.Features.GetRequiredFeature<ConnectorBody>().ToObject()
            : null;
        List<(string Key, (TimeSpan Window, int Most)[] Limits)> rates = [("", Tenant)];
        if (RateOf(operation, http, body) is { } own)
        {
            rates.Add(own);
        }

        int count = Math.Max(1, BotPosts.CountParts(body));
        DateTimeOffset now = time.GetUtcNow();
        lock (_gate)
        {
            TimeSpan wait = rates.Max(rate => WaitUnderLock(rate.Key, rate.Limits, now));
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            foreach ((string key, _) in rates)
            {
                LinkedList<DateTimeOffset> calls = CallsUnderLock(key, now);
                for (int n = 0; n < count; n++)
                {
                    calls.AddLast(now);
                }
            }

            return null;
        }
    }

    private static (string Key, (TimeSpan, int)[] Limits)? RateOf(ConnectorOperation operation, HttpContext http, JsonObject? body) => operation switch
    {
        ConnectorOperation.Send or ConnectorOperation.Reply or ConnectorOperation.Update or ConnectorOperation.Delete or ConnectorOperation.Reaction =>
            ("send " + http.GetRouteValue("conversationId"), Writing),
        ConnectorOperation.CreateConversation =>
            ("create " + (CreateConversation.ChannelIn(body) ?? CreateConversation.MemberIn(body)), Writing),
        ConnectorOperation.Members when http.Request.Path.Value!.EndsWith("/members", StringComparison.Ordinal) =>
            ("all members " + http.GetRouteValue("conversationId"), ReadingAll),
        ConnectorOperation.Members => ("members " + http.GetRouteValue("conversationId"), Reading),
        ConnectorOperation.Team => ("team " + http.GetRouteValue("teamId"), Reading),
        _ => null,
    };

    private TimeSpan WaitUnderLock(string key, (TimeSpan Window, int Most)[] limits, DateTimeOffset now)
    {
        LinkedList<DateTimeOffset> calls = CallsUnderLock(key, now);
        TimeSpan wait = TimeSpan.Zero;
        foreach ((TimeSpan window, int most) in limits)
        {
            DateTimeOffset? oldest = null;
            int within = 0;
            for (LinkedListNode<DateTimeOffset>? call = calls.Last; call is not null && call.Value > now - window && within < most; call = call.Previous)
            {
                oldest = call.Value;
                within++;
            }

            if (within == most && oldest + window - now is { } left && left > wait)
            {
                wait = left;
            }
        }

        return wait;
    }

    private LinkedList<DateTimeOffset> CallsUnderLock(string key, DateTimeOffset now)
    {
        if (!_calls.TryGetValue(key, out LinkedList<DateTimeOffset>? calls))
        {
            if (_calls.Count >= MaxKeys)
            {
                ForgetUnderLock(now);
            }

            _calls[key] = calls = new();
        }

        while (calls.First is { } first && first.Value <= now - Longest)
        {
            calls.RemoveFirst();
        }

        return calls;
    }

    // What was quiet for an hour has no call left; if nothing was, whoever was quiet longest is let off.
    private void ForgetUnderLock(DateTimeOffset now)
    {
        string[] quiet = [.. _calls.Where(c => c.Value.Last is not { } last || last.Value <= now - Longest).Select(c => c.Key)];
        if (quiet.Length == 0)
        {
            quiet = [_calls.MinBy(c => c.Value.Last!.Value).Key];
        }

        foreach (string key in quiet)
        {
            _calls.Remove(key);
        }
    }
}
