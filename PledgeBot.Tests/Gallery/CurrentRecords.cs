using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Gallery;

/// <summary>Records in memory that can be exchanged under a running bot, so that one bot serves every state.</summary>
internal sealed class CurrentRecords : IPartnershipRecords, IDueWorkList
{
    private readonly HashSet<(string Kind, string Key)> _set = [];
    private long _taken;

    public RecordsInMemory Now { get; private set; } = null!;

    /// <summary>Puts other records in place. What is due from before is forgotten.</summary>
    public void Use(RecordsInMemory records)
    {
        Now = records;
        _set.Clear();
    }

    public Task<ITurn> BeginTurnAsync(PartnershipId partnership, CancellationToken cancellationToken) => Now.BeginTurnAsync(partnership, cancellationToken);

    public Task<Partnership> ReadAsync(PartnershipId partnership, CancellationToken cancellationToken) => Now.ReadAsync(partnership, cancellationToken);

    public Task<BallotBox> ReadBallotsAsync(PartnershipId partnership, PollId poll, CancellationToken cancellationToken) =>
        Now.ReadBallotsAsync(partnership, poll, cancellationToken);

    public Task<Photo?> FindPhotoAsync(PartnershipId partnership, PhotoId photo, CancellationToken cancellationToken) =>
        Now.FindPhotoAsync(partnership, photo, cancellationToken);

    public Task<IReadOnlyList<TakenWork>> TakeDueAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TakenWork>>(
        [
            .. Now.Work.Values
                .Where(work => work.DueAt <= now && !_set.Contains((work.Kind, work.Key)))
                .OrderBy(work => work.DueAt)
                .Take(most)
                .Select(work => new TakenWork(++_taken, Now.Partnership.Id, work, Attempt: 1)),
        ]);

    public Task<DateTimeOffset?> FindNextDueAsync(CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);

    public Task RetryAsync(TakenWork work, DateTimeOffset dueAt, string problem, CancellationToken cancellationToken) =>
        SetAsideAsync(work, problem, dueAt, cancellationToken);

    public Task PostponeAsync(TakenWork work, DateTimeOffset dueAt, string reason, CancellationToken cancellationToken) =>
        SetAsideAsync(work, reason, dueAt, cancellationToken);

    public Task SetAsideAsync(TakenWork work, string problem, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _set.Add((work.Work.Kind, work.Work.Key));
        return Task.CompletedTask;
    }
}
