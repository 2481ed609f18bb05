namespace PledgeBot.LocalTeams.Connector;

/// <summary>Faults that wait for connector calls. Each is used once, by the first call that it fits, in the order they were added.</summary>
public sealed class LocalTeamsFaults
{
    /// <summary>How many faults can wait.</summary>
    public const int MaxWaiting = 1_000;

    private readonly Lock _gate = new();
    private readonly List<ConnectorFault> _waiting = [];

    /// <summary>How many faults wait for their call.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Adds a fault, once or several times.</summary>
    /// <exception cref="InvalidOperationException">More than <see cref="MaxWaiting"/> would wait.</exception>
    public void Add(ConnectorFault fault, int times = 1)
    {
        lock (_gate)
        {
            if (_waiting.Count + times > MaxWaiting)
            {
                throw new InvalidOperationException($"No more than {MaxWaiting} faults can wait.");
            }

            _waiting.AddRange(Enumerable.Repeat(fault, times));
        }
    }

    /// <summary>Forgets the faults that wait.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

    internal ConnectorFault? Take(ConnectorOperation operation)
    {
        lock (_gate)
        {
            int index = _waiting.FindIndex(f => f.Operation is null || f.Operation == operation);
            if (index < 0)
            {
                return null;
            }

            ConnectorFault fault = _waiting[index];
            _waiting.RemoveAt(index);
            return fault;
        }
    }
}
