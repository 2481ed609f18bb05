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

    /// <summary>Takes eleven seconds for each piece of a partnership's work, and tells what was done before another's.</summary>
    private sealed class SlowDispatcher(TemporaryRecords records, FakeTimeProvider time, PartnershipId slow, PartnershipId waitsFor) : IDueWorkDispatcher
    {
        private readonly ConcurrentQueue<string> _done = new();
        private readonly TaskCompletionSource<string[]> _before = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string[]> DoneBefore => _before.Task;

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
