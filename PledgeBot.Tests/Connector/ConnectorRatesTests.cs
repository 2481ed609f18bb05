using System.Threading.RateLimiting;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.Teams.Connector.Calls;

namespace PledgeBot.Tests.Connector;

/// <summary>The rates that the bot keeps to by itself.</summary>
public sealed class ConnectorRatesTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(A.Noon);
    private readonly ConnectorRates _rates;

    public ConnectorRatesTests() => _rates = new ConnectorRates(_time);

    public void Dispose() => _rates.Dispose();

    [Theory]
    [InlineData(CallKind.Write, 1, 7)]
    [InlineData(CallKind.Write, 2, 8)]
    [InlineData(CallKind.Write, 30, 60)]
    [InlineData(CallKind.Write, 3_600, 1_800)]
    [InlineData(CallKind.Read, 1, 14)]
    [InlineData(CallKind.Read, 2, 16)]
    [InlineData(CallKind.Read, 30, 120)]
    [InlineData(CallKind.Read, 3_600, 3_600)]
    public void Take_AsOftenAsAllowed_StaysWithinEveryWindow(object kind, int seconds, int most)
    {
        var taken = new List<DateTimeOffset>();
        while (taken.Count <= most * 2 && _time.GetUtcNow() < A.Noon.AddHours(3))
        {
            if (Take((CallKind)kind) is { } wait)
            {
                _time.Advance(wait);
            }
            else
            {
                taken.Add(_time.GetUtcNow());
            }
        }

        // In no stretch of that length are there more, wherever it begins; in some there are as many.
        Assert.Equal(most, taken.Select((begin, first) => CountBefore(taken, begin.AddSeconds(seconds)) - first).Max());
    }

    [Fact]
    public void Take_WindowIsFull_SaysExactlyHowLong()
    {
        for (int call = 0; call < 7; call++)
        {
            Assert.Null(Take(CallKind.Write));
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal(TimeSpan.FromMilliseconds(930), Take(CallKind.Write));
        _time.Advance(TimeSpan.FromMilliseconds(929));
        Assert.Equal(TimeSpan.FromMilliseconds(1), Take(CallKind.Write));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(Take(CallKind.Write));
    }

    [Fact]
    public void Take_ReadingAndWriting_DoNotShareTheirPlaces()
    {
        Assert.Equal(7, TakeAll(CallKind.Write));
        Assert.Equal(14, TakeAll(CallKind.Read));
        Assert.Null(Take(CallKind.Other));
    }

    [Fact]
    public void Take_OtherConversations_AreNotHeldUpUntilTheTenantIsFull()
    {
        int taken = Enumerable.Range(0, 20).Sum(conversation => TakeAll(CallKind.Write, "a:" + conversation));

        Assert.Equal(50, taken);
        Assert.Equal(TimeSpan.FromSeconds(1), Take(CallKind.Write, "a:new"));
    }

    [Fact]
    public void Take_AnotherTenant_IsNotHeldUp()
    {
        Assert.Equal(50, Enumerable.Range(0, 20).Sum(conversation => TakeAll(CallKind.Write, "a:" + conversation)));

        Assert.Null(Take(CallKind.Write, "a:theirs", "another"));
    }

    [Fact]
    public void Take_Refused_TakesNothingFromTheTenant()
    {
        TakeAll(CallKind.Write);
        for (int attempt = 0; attempt < 100; attempt++)
        {
            Assert.NotNull(Take(CallKind.Write));
        }

        Assert.Equal(43, Enumerable.Range(0, 20).Sum(conversation => TakeAll(CallKind.Write, "a:" + conversation)));
    }

    [Fact]
    public void Hold_AConversation_LetsNothingThroughUntilTheLatestInstant()
    {
        _rates.Hold(Call(CallKind.Write), TimeSpan.FromSeconds(30));
        _rates.Hold(Call(CallKind.Write), TimeSpan.FromSeconds(10));

        Assert.Equal(TimeSpan.FromSeconds(30), Take(CallKind.Write));
        Assert.Null(Take(CallKind.Read));
        Assert.Null(Take(CallKind.Write, "a:other"));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(Take(CallKind.Write));
    }

    [Fact]
    public void Hold_ForDays_IsAnHourAtTheMost()
    {
        _rates.Hold(Call(CallKind.Write), TimeSpan.FromDays(10));

        Assert.Equal(TimeSpan.FromHours(1), Take(CallKind.Write));
    }

    [Fact]
    public async Task Acquire_ShortWait_WaitsItOut()
    {
        TakeAll(CallKind.Write);

        Task<RateLimitLease> waiting = AcquireAsync();
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True((await waiting).IsAcquired);
    }

    [Fact]
    public async Task Acquire_ManyWait_EachPlaceIsGivenOnceAndTheRestAreTurnedAway()
    {
        TakeAll(CallKind.Write);

        Task<RateLimitLease>[] waiting = [.. Enumerable.Range(0, 20).Select(_ => AcquireAsync())];
        _time.Advance(TimeSpan.FromSeconds(1));

        RateLimitLease[] leases = await Task.WhenAll(waiting);
        Assert.Equal(1, leases.Count(lease => lease.IsAcquired));
        Assert.All(leases.Where(lease => !lease.IsAcquired), lease =>
        {
            Assert.True(lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait));
            Assert.Equal(TimeSpan.FromSeconds(1), wait);
        });
    }

    [Fact]
    public async Task Acquire_LongWait_IsTurnedAwayAtOnce()
    {
        for (int second = 0; second < 15; second++)
        {
            TakeAll(CallKind.Write);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        RateLimitLease lease = await AcquireAsync();

        Assert.False(lease.IsAcquired);
        Assert.True(lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait));
        Assert.Equal(TimeSpan.FromSeconds(15), wait);
    }

    [Fact]
    public async Task Acquire_CallerGivesUp_TakesNoPlace()
    {
        TakeAll(CallKind.Write);
        using var caller = new CancellationTokenSource();

        Task<RateLimitLease> waiting = _rates.AcquireAsync(Call(CallKind.Write), 1, caller.Token).AsTask();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void Counted_MoreConversationsThanAreKept_ForgetsTheQuiet()
    {
        TakeAll(CallKind.Write, "a:busy");
        for (int conversation = 0; conversation < ConnectorRates.MostCounted * 2; conversation++)
        {
            Take(CallKind.Write, "a:" + conversation, "tenant-" + (conversation % 100));
            if (conversation % 40 == 0)
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                Take(CallKind.Write, "a:busy", "busy");
            }
        }

        Assert.InRange(_rates.Counted, 1, ConnectorRates.MostCounted);
    }

    /// <summary>The ring of instants agrees with counting every call that was ever made.</summary>
    [Fact]
    public void CallTimes_AgreeWithCountingEverything() =>
        Gen.Int[0, 400].Array[0, 300].Sample(pauses =>
        {
            RateWindow[] windows = [new(3, TimeSpan.FromSeconds(1)), new(20, TimeSpan.FromSeconds(9))];
            var times = new CallTimes([.. windows]);
            var all = new List<TimeSpan>();
            TimeSpan now = TimeSpan.Zero;
            return pauses.All(pause =>
            {
                now += TimeSpan.FromMilliseconds(pause);
                bool fits = windows.All(window => all.Count(at => at > now - window.Length) < window.Calls);
                bool agrees = times.WaitAt(now) == TimeSpan.Zero == fits;
                if (fits)
                {
                    times.Add(now);
                    all.Add(now);
                }

                return agrees;
            });
        });

    private static int CountBefore(List<DateTimeOffset> taken, DateTimeOffset end)
    {
        // No call is at that very tick, so the search tells where it would be.
        int place = taken.BinarySearch(end.AddTicks(-1));
        return place < 0 ? ~place : throw new InvalidOperationException("A call is off the clock's steps.");
    }

    private static ConnectorCall Call(CallKind kind, string conversation = "19:c", string tenant = "t1") =>
        new("send", kind, IsRepeatable: false, conversation, tenant);

    private int TakeAll(CallKind kind, string conversation = "19:c")
    {
        int taken = 0;
        while (Take(kind, conversation) is null)
        {
            taken++;
        }

        return taken;
    }

    /// <summary>Takes a place; nothing if there was one, else how long it is until there is.</summary>
    private TimeSpan? Take(CallKind kind, string conversation = "19:c", string tenant = "t1")
    {
        using RateLimitLease lease = _rates.AttemptAcquire(Call(kind, conversation, tenant));
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait : TimeSpan.Zero;
    }

    private Task<RateLimitLease> AcquireAsync() =>
        _rates.AcquireAsync(Call(CallKind.Write), 1, TestContext.Current.CancellationToken).AsTask();
}
