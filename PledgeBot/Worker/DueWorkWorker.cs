using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Records;

namespace PledgeBot.Worker;

/// <summary>Takes work that has come due and has it done, until the host stops.</summary>
/// <remarks>
/// It starts when the host has started, so that the bot can be reached by the time it speaks. Work of one partnership is done
/// in order; partnerships do not wait for one another within a round, and one whose channel is slow gives way to the others. Nothing
/// waits for work that is slow by its kind: a few such are done beside the rounds.
/// </remarks>
internal sealed partial class DueWorkWorker(
    IDueWorkList list, IDueWorkDispatcher dispatcher, DueWorkSignal signal, TimeProvider time, ILogger<DueWorkWorker> logger)
    : IHostedLifecycleService, IDisposable
{
    private const int MostAtOnce = 16;
    private const int MostPartnershipsAtOnce = 8;
    private const int MostSlowAtOnce = 4;

    /// <summary>
    /// How long taken work stays taken: longer than a round's calls to the channel can last. After a kill, what was taken waits
    /// until it has passed.
    /// </summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>How long a round does one partnership's work. What is left then waits, so that the next round is for the others too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan PauseAfterPatience = TimeSpan.FromSeconds(5);

    /// <summary>The longest the worker waits without looking: another process may have put work on the list.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _slow = [];
    private Task _running = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _running = Task.Run(() => RunAsync(_stopping.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _running.WaitAsync(cancellationToken);
        await Task.WhenAll(_slow).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (!await DoRoundAsync(cancellationToken))
                {
                    await WaitAsync(cancellationToken);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The records could not be reached. What was taken comes back when its lease runs out.
                LogRoundFailed(exception);
                await signal.WaitAsync(PauseAfterFailure, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Does what is due now.</summary>
    /// <returns>Whether there was anything.</returns>
    private async Task<bool> DoRoundAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<TakenWork> taken = await list.TakeDueAsync(time.GetUtcNow(), Lease, MostAtOnce, cancellationToken);
        var options = new ParallelOptions { MaxDegreeOfParallelism = MostPartnershipsAtOnce, CancellationToken = cancellationToken };
        ILookup<bool, TakenWork> bySpeed = taken.ToLookup(work => dispatcher.IsSlow(work.Work));
        foreach (TakenWork slow in bySpeed[true])
        {
            await BeginAsync(slow, cancellationToken);
        }

        await Parallel.ForEachAsync(bySpeed[false].GroupBy(work => work.Partnership), options, async (works, stop) => await DoAsync(works, stop));
        return taken.Count > 0;
    }

    /// <summary>Begins slow work beside the rounds; when enough of it is under way, it waits.</summary>
    private async Task BeginAsync(TakenWork slow, CancellationToken cancellationToken)
    {
        _slow.RemoveAll(begun => begun.IsCompleted);
        if (_slow.Count < MostSlowAtOnce)
        {
            _slow.Add(Task.Run(() => DoSlowAsync(slow, cancellationToken), CancellationToken.None));
        }
        else
        {
            await list.PostponeAsync(slow, time.GetUtcNow() + PauseAfterPatience, "Others of its kind have their turn.", cancellationToken);
        }
    }

    private async Task DoSlowAsync(TakenWork slow, CancellationToken cancellationToken)
    {
        try
        {
            await dispatcher.HandleAsync(slow, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // It comes back when its lease runs out.
        }
        catch (Exception exception)
        {
            LogRoundFailed(exception);
        }
    }

    /// <summary>Does what one partnership has in this round, in order.</summary>
    private async Task DoAsync(IEnumerable<TakenWork> works, CancellationToken cancellationToken)
    {
        long began = time.GetTimestamp();
        foreach (TakenWork work in works)
        {
            if (time.GetElapsedTime(began) < Patience)
            {
                await dispatcher.HandleAsync(work, cancellationToken);
            }
            else
            {
                await list.PostponeAsync(work, time.GetUtcNow() + PauseAfterPatience, "Others have their turn.", cancellationToken);
            }
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait = await list.FindNextDueAsync(cancellationToken) is { } next ? next - time.GetUtcNow() : LongestWait;
        if (wait > TimeSpan.Zero)
        {
            await signal.WaitAsync(wait < LongestWait ? wait : LongestWait, time, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of due work failed; the next follows soon.")]
    private partial void LogRoundFailed(Exception exception);
}
