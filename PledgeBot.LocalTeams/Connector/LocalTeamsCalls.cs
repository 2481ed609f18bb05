namespace PledgeBot.LocalTeams.Connector;

/// <summary>The latest 1,000 calls that the bot made to the connector, oldest first.</summary>
public sealed class LocalTeamsCalls
{
    private const int MaxCalls = 1_000;
    private readonly Lock _gate = new();
    private readonly Queue<ConnectorCall> _calls = new();
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>The calls so far.</summary>
    public IReadOnlyList<ConnectorCall> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Gives the first call, past or coming, for which <paramref name="isIt"/> holds.</summary>
    public async Task<ConnectorCall> WaitForAsync(Func<ConnectorCall, bool> isIt, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_calls.FirstOrDefault(isIt) is { } found)
                {
                    return found;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Forgets the calls so far.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
        }
    }

    internal void Add(ConnectorCall call)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _calls.Enqueue(call);
            if (_calls.Count > MaxCalls)
            {
                _calls.Dequeue();
            }

            changed = _changed;
            _changed = NewSignal();
        }

        changed.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
