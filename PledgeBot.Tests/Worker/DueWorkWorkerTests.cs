using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Records;
using PledgeBot.Worker;
using static PledgeBot.Tests.Records.RecordedThings;

namespace PledgeBot.Tests.Worker;

public sealed class DueWorkWorkerTests
{
    private readonly FakeTimeProvider _time = new(Noon.AddHours(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OnePartnershipsChannelIsSlow_TheOthersHaveTheirTurn()
    {
        PartnershipId slow = NewPartnership();
        PartnershipId other = NewPartnership();
        await using TemporaryRecords records = await TemporaryRecords.CreateAsync(_time);
        await records.Partnerships.TurnAsync(slow, turn =>
        {
            for (int number = 0; number < 40; number++)
            {
                turn.Schedule(Work($"slow {number:00}", Noon));
            }
        });
        await records.Partnerships.TurnAsync(other, turn => turn.Schedule(Work("other", Noon.AddMinutes(1))));
        var dispatcher = new SlowDispatcher(records, _time, slow, waitsFor: other);
        using var worker = new DueWorkWorker(
            records.DueWork, dispatcher, new DueWorkSignal(), _time, NullLogger<DueWorkWorker>.Instance);

        await worker.StartedAsync(Cancellation);
        string[] before = await dispatcher.DoneBefore.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await worker.StoppingAsync(Cancellation);

        // Its first, and what of it was taken in the other's round; not the forty, one after the other.
        Assert.InRange(before.Length, 1, 4);
    }

    [Fact]
    public async Task Run_SlowWorkIsUnderWay_NothingWaitsForItButItsKind()
    {
        PartnershipId[] partnerships = [.. Enumerable.Range(0, 6).Select(_ => NewPartnership())];
        await using TemporaryRecords records = await TemporaryRecords.CreateAsync(_time);
        foreach (PartnershipId partnership in partnerships)
        {
            await records.Partnerships.TurnAsync(partnership, turn => turn.Schedule(Work("slow", Noon)));
            await records.Partnerships.TurnAsync(partnership, turn => turn.Schedule(Work("quick", Noon.AddMinutes(1))));
        }

        var dispatcher = new HoldingDispatcher(records, quick: partnerships.Length);
        using var worker = new DueWorkWorker(
            records.DueWork, dispatcher, new DueWorkSignal(), _time, NullLogger<DueWorkWorker>.Instance);

        await worker.StartedAsync(Cancellation);
        await dispatcher.QuickOnesAreDone.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.InRange(dispatcher.Held, 1, 4);
        Assert.True(await records.CountAsync("SELECT count(*) FROM due_work WHERE key = 'slow' AND state = 'waiting'") >= 2);
        dispatcher.LetGo();
        await worker.StoppingAsync(Cancellation);

        Assert.Equal(0, dispatcher.Held);
    }

    /// <summary>Holds the slow work until it is let go, and tells when so many quick ones are done.</summary>
    private sealed class HoldingDispatcher(TemporaryRecords records, int quick) : IDueWorkDispatcher
    {
        private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = quick;
        private int _held;

        public int Held => Volatile.Read(ref _held);

        public Task QuickOnesAreDone => _done.Task;

        public void LetGo() => _letGo.SetResult();

        public bool IsSlow(DueWork work) => work.Key == "slow";

        public async Task HandleAsync(TakenWork taken, CancellationToken cancellationToken)
        {
            if (IsSlow(taken.Work))
            {
                Interlocked.Increment(ref _held);
                await _letGo.Task;
                Interlocked.Decrement(ref _held);
            }

            await records.Partnerships.TurnAsync(taken.Partnership, turn => turn.Complete(taken, "done", Noon));
            if (!IsSlow(taken.Work) && Interlocked.Decrement(ref _left) == 0)
            {
                _done.SetResult();
            }
        }

        public Task ScheduleWeeklyStatusAsync(PartnershipId partnership, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>Takes eleven seconds for each piece of a partnership's work, and tells what was done before another's.</summary>
    private sealed class SlowDispatcher(TemporaryRecords records, FakeTimeProvider time, PartnershipId slow, PartnershipId waitsFor) : IDueWorkDispatcher
    {
        private readonly ConcurrentQueue<string> _done = new();
        private readonly TaskCompletionSource<string[]> _before = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string[]> DoneBefore => _before.Task;

        public bool IsSlow(DueWork work) => false;

        public async Task HandleAsync(TakenWork taken, CancellationToken cancellationToken)
        {
            if (taken.Partnership == waitsFor)
            {
                _before.TrySetResult([.. _done]);
            }
            else if (taken.Partnership == slow)
            {
                time.Advance(TimeSpan.FromSeconds(11));
                _done.Enqueue(taken.Work.Key);
            }

            await records.Partnerships.TurnAsync(taken.Partnership, turn => turn.Complete(taken, "done", time.GetUtcNow()));
        }

        public Task ScheduleWeeklyStatusAsync(PartnershipId partnership, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
