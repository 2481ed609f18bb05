using System.Collections.Immutable;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;

namespace PledgeBot.Tests.Turns;

/// <summary>A turn over records in memory: it sees what it did itself, and the records see it when it commits.</summary>
internal sealed class TurnInMemory(RecordsInMemory records) : ITurn
{
    private readonly List<Action> _changes = [];
    private readonly Dictionary<MemoryKey, string?> _memory = [];
    private readonly Dictionary<PollId, BallotBox> _boxes = [];

    public Partnership Partnership { get; private set; } = records.Partnership;

    /// <summary>Gets the work that the turn put on the list, in order.</summary>
    public List<DueWork> Scheduled { get; } = [];

    public void Append(ImmutableArray<PartnershipEvent> events, Moment moment)
    {
        foreach (PartnershipEvent happened in events)
        {
            Partnership = Partnership.Evolve(new RecordedEvent(Partnership.Version + 1, moment.Now, moment.By, happened));
        }
    }

    public Task<BallotBox> ReadBallotsAsync(PollId poll, CancellationToken cancellationToken) =>
        Task.FromResult(_boxes.GetValueOrDefault(poll, records.Boxes.GetValueOrDefault(poll, BallotBox.Empty)));

    public void Cast(PollId poll, Ballot ballot) =>
        _boxes[poll] = _boxes.GetValueOrDefault(poll, records.Boxes.GetValueOrDefault(poll, BallotBox.Empty)).With(ballot);

    public void Discard(PollId poll, MemberId member) =>
        _boxes[poll] = _boxes.GetValueOrDefault(poll, records.Boxes.GetValueOrDefault(poll, BallotBox.Empty)).Without(member);

    public void DestroyBallots(PollId poll) => _boxes[poll] = BallotBox.Empty;

    public void Keep(DecisionDocument document) => _changes.Add(() => records.Documents.Add(document.Number, document));

    public Task<ReceivedActivity?> FindReceivedAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(records.Received.GetValueOrDefault(key));

    public void MarkReceived(string key, ReceivedActivity received) => _changes.Add(() => records.Received[key] = received);

    public Task<string?> RecallAsync(MemoryKey key, CancellationToken cancellationToken) =>
        Task.FromResult(_memory.TryGetValue(key, out string? value) ? value : records.Memory.GetValueOrDefault(key));

    public void Remember(MemoryKey key, string? value) => _memory[key] = value;

    public void Schedule(DueWork work)
    {
        Scheduled.RemoveAll(waiting => waiting.Kind == work.Kind && waiting.Key == work.Key);
        Scheduled.Add(work);
        _changes.Add(() => records.Work[(work.Kind, work.Key)] =
            records.Work.TryGetValue((work.Kind, work.Key), out DueWork? waiting) && waiting.DueAt < work.DueAt
                ? work with { DueAt = waiting.DueAt }
                : work);
    }

    public void Unschedule(string kind, string key) => _changes.Add(() => records.Work.Remove((kind, key)));

    public void Complete(TakenWork work, string outcome, DateTimeOffset now) => Unschedule(work.Work.Kind, work.Work.Key);

    public void Enter(Contact contact) => _changes.Add(() => records.Contacts[contact.Member] = contact);

    public void Enter(MeetingPlace place) => _changes.Add(() => records.Place = place);

    public Task<Roster?> ReadRosterAsync(CancellationToken cancellationToken) => Task.FromResult(records.Roster);

    public void Replace(Roster roster) => _changes.Add(() => records.Roster = roster);

    public void Add(Photo photo) => _changes.Add(() => records.Photos[photo.Id] = photo);

    public void Remove(PhotoId photo) => _changes.Add(() => records.Photos.Remove(photo));

    public Task CommitAsync(CancellationToken cancellationToken)
    {
        records.Partnership = Partnership;
        foreach ((PollId poll, BallotBox box) in _boxes)
        {
            records.Boxes[poll] = box;
        }

        foreach ((MemoryKey key, string? value) in _memory)
        {
            if (value is null)
            {
                records.Memory.Remove(key);
            }
            else
            {
                records.Memory[key] = value;
            }
        }

        _changes.ForEach(change => change());
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
