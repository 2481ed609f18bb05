using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Places;

namespace PledgeBot.LocalTeams.Conversations;

/// <summary>
/// All conversations, and the places they are in. Each change is written to the journal, then seen by readers, then told to the open pages, in one order for
/// everybody. A conversation that outgrows <see cref="LocalTeamsOptions.MaxActivities"/> loses its oldest thread.
/// </summary>
internal sealed class ConversationStore : IDisposable
{
    private const int MaxWaitingChanges = 1_000;
    private const int AppendedBeforeCompacting = 20_000;

    private readonly int _maxActivities;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, StoredActivity> _activities = [];
    private readonly HashSet<string> _changedPlaces = new(StringComparer.Ordinal);
    private readonly List<(LocalMember Member, Channel<ConversationChange> Changes)> _listeners = [];
    private readonly Journal? _journal;
    private volatile LocalPlaces _places;
    private long _lastId;
    private long _revision;

    public ConversationStore(IOptions<LocalTeamsOptions> options, TimeProvider time)
    {
        _maxActivities = options.Value.MaxActivities;
        _places = LocalPlaces.Of(options.Value);
        _time = time;
        if (options.Value.DataDirectory is not { } directory)
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

    /// <summary>Everybody and every place, as of now.</summary>
    public LocalPlaces Places => _places;

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
            return _places.Find(conversation.Id) is not null
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
    public bool Edit(string id, JsonElement content) =>
        Change(id, message => message with { Activity = content, EditedAt = _time.GetUtcNow() }) is not null;

    /// <summary>Changes a message, unless <paramref name="change"/> gives <c>null</c>.</summary>
    /// <returns>The message as it is now; <c>null</c> when it is gone meanwhile or was not changed.</returns>
    public StoredActivity? Change(string id, Func<StoredActivity, StoredActivity?> change)
    {
        lock (_gate)
        {
            if (Find(id) is not { } found || change(found) is not { } changed)
            {
                return null;
            }

            Put(changed);
            return changed;
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

    /// <summary>Changes a place, and tells everybody who was or is in it.</summary>
    /// <returns>The place as it is now, or <c>null</c> when there is none with this id.</returns>
    public Place? ChangePlace(string placeId, Func<Place, Place> change)
    {
        lock (_gate)
        {
            if (_places.FindPlace(placeId) is not { } before)
            {
                return null;
            }

            Place after = change(before);
            Commit(new() { Place = after });
            var told = new ConversationChange { Revision = ++_revision, Place = placeId };
            Tell(told, member => before.Members.Contains(member.Id) || after.Members.Contains(member.Id));
            return after;
        }
    }

    /// <summary>Tells every open page that shows the conversation that the bot is writing.</summary>
    public void TellTyping(ConversationReference conversation)
    {
        lock (_gate)
        {
            Publish(new() { Revision = ++_revision, Typing = new(conversation.Id, conversation.Thread) }, conversation.Id);
        }
    }

    /// <summary>Tells every open page the demo clock's new present.</summary>
    public void TellClock(DateTimeOffset now)
    {
        lock (_gate)
        {
            Tell(new() { Revision = ++_revision, Clock = now }, _ => true);
        }
    }

    /// <summary>What a member can see now, messages oldest first, and the revision from which <see cref="Listen"/> continues.</summary>
    public (long Revision, LocalPlaces Places, IReadOnlyList<StoredActivity> Activities) Snapshot(LocalMember member)
    {
        lock (_gate)
        {
            return (_revision, _places, [.. _activities.Values.Where(a => _places.CanSee(member, a.Conversation))]);
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
        else if (entry.Place is { } place)
        {
            // The options may have lost a place, or somebody in it, since the line was written.
            _places = _places.With(place with { Members = [.. place.Members.Where(m => _places.FindMember(m) is not null)] });
            _changedPlaces.Add(place.Id);
        }
        else if (entry.LastId is { } lastId)
        {
            _lastId = Math.Max(_lastId, lastId);
        }
    }

    private IEnumerable<JournalEntry> Current() =>
    [
        new() { LastId = _lastId },
        .. _places.All.Where(place => _changedPlaces.Contains(place.Id)).Select(place => new JournalEntry { Place = place }),
        .. _activities.Values.Select(activity => new JournalEntry { Put = activity }),
    ];

    private void TrimUnderLock(string conversation)
    {
        StoredActivity[] all = [.. _activities.Values.Where(a => a.Conversation == conversation)];
        if (all.Length <= _maxActivities)
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

    private void Publish(ConversationChange change, string conversation) => Tell(change, member => _places.CanSee(member, conversation));

    private void Tell(ConversationChange change, Func<LocalMember, bool> concerns)
    {
        foreach ((LocalMember member, Channel<ConversationChange> changes) in _listeners)
        {
            if (concerns(member) && !changes.Writer.TryWrite(change))
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
