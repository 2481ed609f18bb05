using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace PledgeBot.Teams.Connector.Calls;

/// <summary>Keeps the bot's calls within the rates that Teams allows, for each conversation and for each tenant (protocol 3.5).</summary>
/// <remarks>
/// A call that fits within <see cref="Patience"/> waits for its turn; one that does not is refused with the time it would have
/// to wait, and takes nothing from anybody. Tenants have nothing in common here, so none waits for another.
/// <para>
/// The framework's own limiters count on the real clock only, and chained ones take from the first what the second then refuses;
/// this one stands behind the same base class and counts on the given clock, all windows at once.
/// </para>
/// </remarks>
internal sealed class ConnectorRates(TimeProvider time) : PartitionedRateLimiter<ConnectorCall>
{
    /// <summary>The most conversations and tenants that are counted at a time. Beyond that those that have been quiet longest are forgotten.</summary>
    public const int MostCounted = 4_096;

    private static readonly ImmutableArray<RateWindow> ConversationWrites =
        [new(7, Seconds(1)), new(8, Seconds(2)), new(60, Seconds(30)), new(1_800, Seconds(3_600))];

    private static readonly ImmutableArray<RateWindow> ConversationReads =
        [new(14, Seconds(1)), new(16, Seconds(2)), new(120, Seconds(30)), new(3_600, Seconds(3_600))];

    private static readonly ImmutableArray<RateWindow> Tenant = [new(50, Seconds(1))];

    private static readonly TimeSpan LongestHold = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(CallKind Kind, string Id), CallTimes> _counted = [];
    private readonly long _start = time.GetTimestamp();

    /// <summary>Gets how long a call waits for its turn at the most.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets how many conversations and tenants are counted now.</summary>
    public int Counted
    {
        get
        {
            lock (_gate)
            {
                return _counted.Count;
            }
        }
    }

    /// <summary>Holds back what is like a call that the channel turned away, for as long as it asked for.</summary>
    public void Hold(ConnectorCall call, TimeSpan wait)
    {
        if (call.Kind == CallKind.Other)
        {
            return;
        }

        lock (_gate)
        {
            TimeSpan now = time.GetElapsedTime(_start);
            Find((call.Kind, call.Conversation ?? ""), now).HoldUntil(now + (wait < LongestHold ? wait : LongestHold));
        }
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics(ConnectorCall resource) => null;

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(ConnectorCall resource, int permitCount) =>
        TakeOrWait(resource, permitCount) is { } wait && wait > TimeSpan.Zero ? new Lease(wait) : Lease.Granted;

    /// <inheritdoc/>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(
        ConnectorCall resource, int permitCount, CancellationToken cancellationToken)
    {
        TimeSpan patience = Patience;
        while (true)
        {
            TimeSpan wait = TakeOrWait(resource, permitCount);
            if (wait == TimeSpan.Zero)
            {
                return Lease.Granted;
            }

            // Whoever waits as long may take the place that became free; then there is less patience left for the next.
            if (wait > patience)
            {
                return new Lease(wait);
            }

            patience -= wait;
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>Counts a call if it fits everywhere; otherwise counts nothing and gives the time until it would.</summary>
    private TimeSpan TakeOrWait(ConnectorCall call, int permitCount)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(permitCount, 1);
        if (call.Kind == CallKind.Other)
        {
            return TimeSpan.Zero;
        }

        lock (_gate)
        {
            TimeSpan now = time.GetElapsedTime(_start);
            CallTimes conversation = Find((call.Kind, call.Conversation ?? ""), now);
            CallTimes tenant = Find((CallKind.Other, call.Tenant ?? ""), now);
            TimeSpan wait = conversation.WaitAt(now);
            wait = tenant.WaitAt(now) is var longer && longer > wait ? longer : wait;
            if (wait == TimeSpan.Zero)
            {
                conversation.Add(now);
                tenant.Add(now);
            }

            return wait;
        }
    }

    // Tenants are counted under the kind that is not counted for conversations.
    private CallTimes Find((CallKind Kind, string Id) key, TimeSpan now)
    {
        if (_counted.TryGetValue(key, out CallTimes? times))
        {
            return times;
        }

        if (_counted.Count >= MostCounted)
        {
            Forget(now);
        }

        return _counted[key] = new CallTimes(key.Kind switch
        {
            CallKind.Write => ConversationWrites,
            CallKind.Read => ConversationReads,
            _ => Tenant,
        });
    }

    private void Forget(TimeSpan now)
    {
        foreach (KeyValuePair<(CallKind, string), CallTimes> idle in _counted.Where(counted => counted.Value.IsIdleAt(now)).ToList())
        {
            _counted.Remove(idle.Key);
        }

        // An eighth at a time, so that not every call has to look for the quietest. Teams still counts on its side.
        if (_counted.Count > MostCounted * 7 / 8)
        {
            foreach ((CallKind, string) quiet in _counted.OrderBy(counted => counted.Value.Latest).Take(MostCounted / 8).Select(counted => counted.Key).ToList())
            {
                _counted.Remove(quiet);
            }
        }
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>A place among the calls, or the time until there is one.</summary>
    private sealed class Lease(TimeSpan? wait) : RateLimitLease
    {
        public static Lease Granted { get; } = new(wait: null);

        public override bool IsAcquired => wait is null;

        public override IEnumerable<string> MetadataNames => wait is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? wait : null;
            return metadata is not null;
        }
    }
}
