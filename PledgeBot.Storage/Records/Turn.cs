using System.Collections.Immutable;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Storage.Events;

namespace PledgeBot.Storage.Records;

/// <summary>A turn. What it is told to keep is collected, and goes to the database in one go when it commits.</summary>
internal sealed class Turn(WriteTransaction transaction, LogCache cache, PartnershipId id, KnownLog? log) : ITurn
{
    // How long received activities and ended work are kept, and how much of what is older is cleared away at a time:
    // more than comes in, little enough that no turn is noticeably slower for it.
    private static readonly TimeSpan ReceivedAreKept = TimeSpan.FromHours(24);
    private static readonly TimeSpan EndedWorkIsKept = TimeSpan.FromDays(90);
    private const int MostClearedAtOnce = 100;

    // An answer with somebody's picks, or receipt, may be sent after the poll has closed: at once, or after an outage of the channel's.
    private static readonly TimeSpan Promptly = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterTheClosing = TimeSpan.FromDays(1);

    private readonly SqlBatch _writes = new(transaction.Context);

    // What the turn changed in each poll's box, nothing for a ballot that was removed. Of a secret poll it is written at the commit, when
    // the poll's key is known.
    private readonly Dictionary<PollId, Dictionary<MemberId, Ballot?>> _changed = [];
    private readonly HashSet<PollId> _destroyed = [];
    private readonly Dictionary<string, ReceivedActivity> _received = new(StringComparer.Ordinal);
    private readonly Dictionary<MemoryKey, string?> _remembered = [];
    private Roster? _roster;
    private EventRow? _lastAppended;
    private bool _forgets;
    private bool _isOver;

    /// <inheritdoc/>
    public Partnership Partnership { get; private set; } = log?.State ?? Partnership.Empty(id);

    /// <inheritdoc/>
    public void Append(ImmutableArray<PartnershipEvent> events, Moment moment)
    {
        ThrowIfOver();
        foreach (PartnershipEvent happened in events)
        {
            var recorded = new RecordedEvent(Partnership.Version + 1, StoredInstant.AsStored(moment.Now), moment.By, happened);
            (string type, string data) = EventJson.Write(happened);
            Partnership = Partnership.Evolve(recorded);
            _lastAppended = new EventRow(id, recorded.Version, recorded.At, recorded.By, type, data);
            _writes.Add(
                $"""
                INSERT INTO events (partnership_id, version, at, by_member, type, data)
                VALUES ({id}, {recorded.Version}, {recorded.At}, {recorded.By}, {type}, {data})
                """);
        }
    }

    /// <inheritdoc/>
    public async Task<BallotBox> ReadBallotsAsync(PollId poll, CancellationToken cancellationToken)
    {
        ThrowIfOver();
        BallotBox box = _destroyed.Contains(poll)
            ? BallotBox.Empty
            : await StoredBallots.ReadAsync(transaction.Context, id, poll, Partnership.FindPoll(poll), cancellationToken);
        return _changed.GetValueOrDefault(poll, []).Aggregate(
            box, (changed, change) => change.Value is { } ballot ? changed.With(ballot) : changed.Without(change.Key));
    }

    /// <inheritdoc/>
    public void Cast(PollId poll, Ballot ballot)
    {
        ThrowIfOver();
        Poll? opened = Partnership.FindPoll(poll);
        bool isSecret = opened is { Rules.IsSecret: true };
        ChangesIn(poll)[ballot.Member] = ballot with { CastAt = isSecret ? opened!.OpenedAt : StoredInstant.AsStored(ballot.CastAt) };
        if (!isSecret)
        {
            StoredBallots.Cast(_writes, id, poll, ballot);
        }
    }

    /// <inheritdoc/>
    public void Discard(PollId poll, MemberId member)
    {
        ThrowIfOver();
        _forgets = true;
        ChangesIn(poll)[member] = null;
        if (!IsSecret(poll))
        {
            StoredBallots.Discard(_writes, id, poll, member);
        }
    }

    /// <inheritdoc/>
    public void DestroyBallots(PollId poll)
    {
        ThrowIfOver();
        _forgets = true;
        _changed.Remove(poll);
        _destroyed.Add(poll);
        StoredBallots.Destroy(_writes, id, poll);
    }

    /// <inheritdoc/>
    public void Keep(DecisionDocument document)
    {
        ThrowIfOver();
        StoredDocuments.Keep(_writes, id, document);
    }

    /// <inheritdoc/>
    public async Task<ReceivedActivity?> FindReceivedAsync(string key, CancellationToken cancellationToken)
    {
        ThrowIfOver();
        if (_received.TryGetValue(key, out ReceivedActivity? received))
        {
            return received;
        }

        List<ReceivedActivity> rows = await new SqlBatch(transaction.Context)
            .Add($"SELECT at, answer FROM received_activities WHERE partnership_id = {id} AND key = {key}")
            .ReadAsync(
                row => new ReceivedActivity(StoredInstant.From(row.GetDateTime(0)), row.IsDBNull(1) ? null : row.GetString(1)),
                cancellationToken);
        return rows.SingleOrDefault();
    }

    /// <inheritdoc/>
    public void MarkReceived(string key, ReceivedActivity received)
    {
        ThrowIfOver();
        StoredText.AtMost(StoredText.LongestActivityKey, key);
        _received[key] = received;

        // No "on conflict": an activity that is marked twice was not looked for, and what it did must not be kept twice.
        _writes
            .Add(
                $"""
                INSERT INTO received_activities (partnership_id, key, at, answer)
                VALUES ({id}, {key}, {received.At}, {received.Answer})
                """)
            .Add(
                $"""
                DELETE FROM received_activities WHERE partnership_id = {id} AND key IN
                  (SELECT key FROM received_activities WHERE partnership_id = {id} AND at < {received.At - ReceivedAreKept}
                   ORDER BY at LIMIT {MostClearedAtOnce})
                """);
    }

    /// <inheritdoc/>
    public async Task<string?> RecallAsync(MemoryKey key, CancellationToken cancellationToken)
    {
        ThrowIfOver();
        if (_remembered.TryGetValue(key, out string? value))
        {
            return value;
        }

        List<string> rows = await new SqlBatch(transaction.Context)
            .Add($"SELECT value FROM memories WHERE partnership_id = {id} AND kind = {key.Kind} AND key = {key.Key}")
            .ReadAsync(row => row.GetString(0), cancellationToken);
        return rows.SingleOrDefault();
    }

    /// <inheritdoc/>
    public void Remember(MemoryKey key, string? value)
    {
        ThrowIfOver();
        StoredText.AtMost(StoredText.LongestKind, key.Kind);
        StoredText.AtMost(StoredText.LongestKey, key.Key);
        _remembered[key] = value;
        if (value is null)
        {
            _writes.Add($"DELETE FROM memories WHERE partnership_id = {id} AND kind = {key.Kind} AND key = {key.Key}");
        }
        else
        {
            _writes.Add(
                $"""
                INSERT INTO memories (partnership_id, kind, key, value) VALUES ({id}, {key.Kind}, {key.Key}, {value})
                ON CONFLICT (partnership_id, kind, key) DO UPDATE SET value = excluded.value
                """);
        }
    }

    /// <inheritdoc/>
    public void Schedule(DueWork work)
    {
        ThrowIfOver();
        StoredText.AtMost(StoredText.LongestKind, work.Kind);
        StoredText.AtMost(StoredText.LongestKey, work.Key);
        _writes.Add(
            $"""
            INSERT INTO due_work (partnership_id, id, kind, key, due_at, payload, state, attempts)
            VALUES (
              {id}, (SELECT COALESCE(MAX(id), 0) + 1 FROM due_work WHERE partnership_id = {id}),
              {work.Kind}, {work.Key}, {work.DueAt}, {work.Payload}, 'waiting', 0)
            ON CONFLICT (partnership_id, kind, key) WHERE state = 'waiting' DO UPDATE SET
              due_at = CASE WHEN excluded.due_at < due_work.due_at THEN excluded.due_at ELSE due_work.due_at END,
              payload = excluded.payload
            """);
    }

    /// <inheritdoc/>
    public void Unschedule(string kind, string key)
    {
        ThrowIfOver();
        _writes.Add($"DELETE FROM due_work WHERE partnership_id = {id} AND kind = {kind} AND key = {key} AND state = 'waiting'");
    }

    /// <inheritdoc/>
    public void Complete(TakenWork work, string outcome, DateTimeOffset now)
    {
        ThrowIfOver();
        if (work.Partnership != id)
        {
            throw new ArgumentException("The work is another partnership's.", nameof(work));
        }

        _forgets |= work.Work.Payload.Length > 0
            && (work.Attempt > 1
                || now - work.Work.DueAt > Promptly
                || Partnership.Polls.Any(poll => poll.Result is { } result && now - result.ClosedAt < AfterTheClosing));

        // Done is done, even if the lease ran out and another worker has taken it since. What was sent is not kept: it can hold a
        // member's own picks, and earlier picks must not be found here.
        _writes
            .Add(
                $"""
                UPDATE due_work SET state = 'done', outcome = {outcome}, payload = '', ended_at = {now}, taken_until = NULL
                WHERE partnership_id = {id} AND id = {work.Id} AND kind = {work.Work.Kind} AND key = {work.Work.Key} AND ended_at IS NULL
                """)
            .Add(
                $"""
                DELETE FROM due_work WHERE partnership_id = {id} AND id IN
                  (SELECT id FROM due_work WHERE partnership_id = {id} AND ended_at < {now - EndedWorkIsKept}
                   ORDER BY ended_at LIMIT {MostClearedAtOnce})
                """);
    }

    /// <inheritdoc/>
    public void Enter(Contact contact)
    {
        ThrowIfOver();
        StoredText.AtMost(StoredText.LongestName, contact.Name);
        StoredText.AtMost(StoredText.LongestDirectoryId, contact.DirectoryId ?? "");
        StoredText.AtMost(StoredText.LongestChannelAccountId, contact.ChannelAccountId ?? "");
        _writes.Add(
            $"""
            INSERT INTO contacts (partnership_id, member_id, name, directory_id, channel_account_id, has_left)
            VALUES ({id}, {contact.Member}, {contact.Name}, {contact.DirectoryId}, {contact.ChannelAccountId}, {contact.HasLeft})
            ON CONFLICT (partnership_id, member_id) DO UPDATE SET
              name = excluded.name, directory_id = excluded.directory_id, channel_account_id = excluded.channel_account_id,
              has_left = excluded.has_left
            """);
    }

    /// <inheritdoc/>
    public void Enter(MeetingPlace place)
    {
        ThrowIfOver();
        if (place.Partnership != id)
        {
            throw new ArgumentException("The place is another partnership's.", nameof(place));
        }

        StoredMeetingPlaces.Enter(_writes, place);
    }

    /// <inheritdoc/>
    public void Replace(Roster roster)
    {
        ThrowIfOver();
        _roster = roster;
        StoredRosters.Replace(_writes, id, roster);
    }

    /// <inheritdoc/>
    public async Task<Roster?> ReadRosterAsync(CancellationToken cancellationToken)
    {
        ThrowIfOver();
        return _roster ?? await StoredRosters.ReadAsync(transaction.Context, id, cancellationToken);
    }

    /// <inheritdoc/>
    public void Add(Photo photo)
    {
        ThrowIfOver();
        _writes.Add(
            $"""
            INSERT INTO photos (partnership_id, photo_id, picture, thumbnail)
            VALUES ({id}, {photo.Id}, {photo.Picture.ToArray()}, {photo.Thumbnail.ToArray()})
            """);
    }

    /// <inheritdoc/>
    public void Remove(PhotoId photo)
    {
        ThrowIfOver();
        _writes.Add($"DELETE FROM photos WHERE partnership_id = {id} AND photo_id = {photo}");
    }

    /// <inheritdoc/>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        ThrowIfOver();
        _isOver = true;
        await _writes.RunAsync(cancellationToken);
        foreach ((PollId poll, Dictionary<MemberId, Ballot?> changes) in _changed.Where(changed => IsSecret(changed.Key)))
        {
            await SecretBallots.WriteAsync(transaction.Context, id, poll, changes, cancellationToken);
        }

        await transaction.CommitAsync();
        if (_lastAppended is { } last)
        {
            cache.Keep(new KnownLog(Partnership, last));
        }

        if (_forgets)
        {
            transaction.Forget();
        }

        await transaction.DisposeAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _isOver = true;
        return transaction.DisposeAsync();
    }

    private Dictionary<MemberId, Ballot?> ChangesIn(PollId poll) =>
        _changed.TryGetValue(poll, out Dictionary<MemberId, Ballot?>? changes) ? changes : _changed[poll] = [];

    private bool IsSecret(PollId poll) => Partnership.FindPoll(poll) is { Rules.IsSecret: true };

    private void ThrowIfOver()
    {
        if (_isOver)
        {
            throw new InvalidOperationException("The turn is over.");
        }
    }
}
