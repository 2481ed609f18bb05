using System.Threading.Channels;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>Wakes the worker when work may have come due before it expected any.</summary>
public sealed class DueWorkSignal
{
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Wakes the worker, now or as soon as it waits again. Any number of calls before that count once.</summary>
    public void Wake() => _calls.Writer.TryWrite(true);

    /// <summary>Waits to be woken, or until the time has passed.</summary>
    /// <param name="longest">The longest wait.</param>
    /// <param name="time">The clock that measures it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _calls.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time has passed; there may be work now.
        }
    }
}
