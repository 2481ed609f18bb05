using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;

namespace PledgeBot.LocalTeams.Conversations;

/// <summary>
/// All conversations. Each change is written to the journal, then seen by readers, then told to the open pages, in one order for
/// everybody. A conversation that outgrows <see cref="LocalTeamsOptions.MaxActivities"/> loses its oldest thread.
/// </summary>
internal sealed class ConversationStore : IDisposable
{
    private const int MaxWaitingChanges = 1_000;
    private const int AppendedBeforeCompacting = 20_000;

    private readonly LocalTeam _team;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, StoredActivity> _activities = [];
    private readonly HashSet<string> _installed = new(StringComparer.Ordinal);
    private readonly List<(LocalMember Member, Channel<ConversationChange> Changes)> _listeners = [];
    private readonly Journal? _journal;
    private long _lastId;
    private long _revision;

    public ConversationStore(LocalTeam team, TimeProvider time)
    {
        _team = team;
        _time = time;
        if (team.Options.DataDirectory is not { } directory)
        {
            return;
        }

        (_journal, IReadOnlyList<JournalEntry> entries) = Journal.Open(directory);
        foreach (JournalEntry entry in entries)
        {
            Apply(entry);
        }

        _journal.Replace(Current());
    }

    /// <summary>Reserves the next message id: the present in Unix milliseconds, or one more than the last.</summary>
    public string NextId()
    {
        lock (_gate)
        {
            _lastId = Math.Max(_lastId + 1, _time.GetUtcNow().ToUnixTimeMilliseconds());
            return _lastId.ToString(CultureInfo.InvariantCulture);
        }
    }

    public StoredActivity? Find(string? id)
    {
        lock (_gate)
        {
            return long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                ? _activities.GetValueOrDefault(number)
                : null;
        }
    }

    /// <summary>Whether the conversation exists; a thread does as long as any of its messages.</summary>
    public bool Has(ConversationReference conversation)
    {
        lock (_gate)
        {
            return _team.Has(conversation.Id)
                && (conversation.Thread is null || _activities.Values.Any(a => a.Reference == conversation));
        }
    }

    /// <summary>Adds a message under an id from <see cref="NextId"/>, or replaces the one that has it.</summary>
    public void Put(StoredActivity activity)
    {
        lock (_gate)
        {
            Commit(new() { Put = activity });
            Publish(new() { Revision = ++_revision, Activity = activity }, activity.Conversation);
            TrimUnderLock(activity.Conversation);
        }
    }

    /// <summary>Replaces a message's content.</summary>
    /// <returns><c>false</c> when the message is gone meanwhile.</returns>
    public bool Edit(string id, JsonElement content)
    {
        lock (_gate)
        {
            if (Find(id) is not { } found)
            {
                return false;
            }

            Put(found with { Activity = content, EditedAt = _time.GetUtcNow() });
            return true;
        }
    }

    /// <summary>Removes a message; nothing happens the second time.</summary>
    public void Delete(string id)
    {
        lock (_gate)
        {
            if (Find(id) is { } found)
            {
                DeleteUnderLock(found);
            }
        }
    }

    public bool IsInstalled(string conversationId)
    {
        lock (_gate)
        {
            return _installed.Contains(conversationId);
        }
    }

    public void MarkInstalled(string conversationId)
    {
        lock (_gate)
        {
            Commit(new() { Installed = conversationId });
        }
    }

    /// <summary>Tells every open page the demo clock's new present.</summary>
    public void TellClock(DateTimeOffset now)
    {
        lock (_gate)
        {
            Publish(new() { Revision = ++_revision, Clock = now }, LocalTeam.ChannelId);
        }
    }

    /// <summary>What a member can see now, oldest first, and the revision from which <see cref="Listen"/> continues.</summary>
    public (long Revision, IReadOnlyList<StoredActivity> Activities) Snapshot(LocalMember member)
    {
        lock (_gate)
        {
            return (_revision, [.. _activities.Values.Where(a => _team.CanSee(member, a.Conversation))]);
        }
    }

    /// <summary>
    /// Follows what a member can see from now on. The reader completes when it falls more than a thousand changes behind; the page then
    /// starts over from a snapshot.
    /// </summary>
    public Listener Listen(LocalMember member)
    {
        var changes = Channel.CreateBounded<ConversationChange>(new BoundedChannelOptions(MaxWaitingChanges) { SingleReader = true });
        lock (_gate)
        {
            _listeners.Add((member, changes));
        }

        return new(changes.Reader, () =>
        {
            lock (_gate)
            {
                _listeners.RemoveAll(l => l.Changes == changes);
            }
        });
    }

    public void Dispose() => _journal?.Dispose();

    private void Commit(JournalEntry entry)
    {
        _journal?.Append(entry);
        Apply(entry);
        if (_journal is { Appended: >= AppendedBeforeCompacting })
        {
            _journal.Replace(Current());
        }
    }

    private void Apply(JournalEntry entry)
    {
        if (entry.Put is { } put)
        {
            long id = long.Parse(put.Id, CultureInfo.InvariantCulture);
            _activities[id] = put;
            _lastId = Math.Max(_lastId, id);
        }
        else if (entry.Deleted is { } deleted)
        {
            _activities.Remove(long.Parse(deleted, CultureInfo.InvariantCulture));
        }
        else if (entry.Installed is { } installed)
        {
            _installed.Add(installed);
        }
        else if (entry.LastId is { } lastId)
        {
            _lastId = Math.Max(_lastId, lastId);
        }
    }

    private IEnumerable<JournalEntry> Current() =>
    [
        new() { LastId = _lastId },
        .. _installed.Select(conversation => new JournalEntry { Installed = conversation }),
        .. _activities.Values.Select(activity => new JournalEntry { Put = activity }),
    ];

    private void TrimUnderLock(string conversation)
    {
        StoredActivity[] all = [.. _activities.Values.Where(a => a.Conversation == conversation)];
        if (all.Length <= _team.Options.MaxActivities)
        {
            return;
        }

        // In a channel the whole oldest thread goes, unless it is the only one; a chat and a lone thread lose their oldest message.
        StoredActivity oldest = all[0];
        bool lone = oldest.Thread is null || all.All(a => a.Thread == oldest.Thread);
        foreach (StoredActivity gone in lone ? [oldest] : all.Where(a => a.Thread == oldest.Thread))
        {
            DeleteUnderLock(gone);
        }
    }

    private void DeleteUnderLock(StoredActivity activity)
    {
        Commit(new() { Deleted = activity.Id });
        Publish(new() { Revision = ++_revision, Deleted = activity.Id }, activity.Conversation);
    }

    private void Publish(ConversationChange change, string conversation)
    {
        foreach ((LocalMember member, Channel<ConversationChange> changes) in _listeners)
        {
            if (_team.CanSee(member, conversation) && !changes.Writer.TryWrite(change))
            {
                changes.Writer.TryComplete();
            }
        }
    }

    /// <summary>One open page's changes; disposing it ends them.</summary>
    internal sealed record Listener(ChannelReader<ConversationChange> Changes, Action End) : IDisposable
    {
        public void Dispose() => End();
    }
}
