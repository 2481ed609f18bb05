using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Storage.Records;

/// <summary>
/// The logs of the partnerships that were last used, so that only what is new has to be read. Everything in it was
/// committed when it was put there; whether it still holds is for the reader to check.
/// </summary>
internal sealed class LogCache
{
    /// <summary>The most partnerships kept; the one that was used the longest ago leaves first.</summary>
    public const int Most = 512;

    private readonly Lock _lock = new();
    private readonly Dictionary<PartnershipId, LinkedListNode<KnownLog>> _byPartnership = [];
    private readonly LinkedList<KnownLog> _lastUsedFirst = [];

    /// <summary>Gets how many are kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _byPartnership.Count;
            }
        }
    }

    /// <summary>Finds a partnership's log; nothing if it is not kept.</summary>
    public KnownLog? Find(PartnershipId partnership)
    {
        lock (_lock)
        {
            if (!_byPartnership.TryGetValue(partnership, out LinkedListNode<KnownLog>? node))
            {
                return null;
            }

            _lastUsedFirst.Remove(node);
            _lastUsedFirst.AddFirst(node);
            return node.Value;
        }
    }

    /// <summary>Keeps a log in place of what was kept of the partnership.</summary>
    public void Keep(KnownLog log)
    {
        lock (_lock)
        {
            Remove(log.State.Id);
            _byPartnership.Add(log.State.Id, _lastUsedFirst.AddFirst(log));
            if (_byPartnership.Count > Most)
            {
                Remove(_lastUsedFirst.Last!.Value.State.Id);
            }
        }
    }

    /// <summary>Forgets a partnership's log.</summary>
    public void Forget(PartnershipId partnership)
    {
        lock (_lock)
        {
            Remove(partnership);
        }
    }

    private void Remove(PartnershipId partnership)
    {
        if (_byPartnership.Remove(partnership, out LinkedListNode<KnownLog>? node))
        {
            _lastUsedFirst.Remove(node);
        }
    }
}
