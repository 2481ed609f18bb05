using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Gallery;

/// <summary>Records, directory and due work in memory that can be exchanged under a running bot, so that one bot serves every state.</summary>
internal sealed class CurrentRecords : IPartnershipRecords, IDirectory, IDueWorkList
{
    private readonly HashSet<(PartnershipId Partnership, string Kind, string Key)> _setAside = [];
    private RecordsSet _now = new();
    private long _taken;

    /// <summary>Puts other records in place. What could not be done with those before is forgotten.</summary>
    public void Use(RecordsSet records)
    {
        _now = records;
        _setAside.Clear();
    }

    public Task<ITurn> BeginTurnAsync(PartnershipId partnership, CancellationToken cancellationToken) =>
        _now.Of(partnership).BeginTurnAsync(partnership, cancellationToken);

    public Task<Partnership> ReadAsync(PartnershipId partnership, CancellationToken cancellationToken) =>
        _now.Of(partnership).ReadAsync(partnership, cancellationToken);

    public Task<BallotBox> ReadBallotsAsync(PartnershipId partnership, PollId poll, CancellationToken cancellationToken) =>
        _now.Of(partnership).ReadBallotsAsync(partnership, poll, cancellationToken);

    public Task<DecisionDocument?> FindDocumentAsync(PartnershipId partnership, RecordNumber number, CancellationToken cancellationToken) =>
        _now.Of(partnership).FindDocumentAsync(partnership, number, cancellationToken);

    public Task<Photo?> FindPhotoAsync(PartnershipId partnership, PhotoId photo, CancellationToken cancellationToken) =>
        _now.Of(partnership).FindPhotoAsync(partnership, photo, cancellationToken);

    public Task<IReadOnlyList<MeetingPlace>> ListMeetingPlacesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MeetingPlace>>([.. _now.Meeting.Select(records => records.Place)]);

    public Task<MeetingPlace?> FindByTeamAsync(string tenantId, string teamId, CancellationToken cancellationToken) =>
        Task.FromResult(_now.Meeting.Select(records => records.Place).FirstOrDefault(place => place.TenantId == tenantId && place.TeamId == teamId));

    public Task<MeetingPlace?> FindMeetingPlaceAsync(PartnershipId partnership, CancellationToken cancellationToken) =>
        Task.FromResult(_now.Meeting.Select(records => records.Place).FirstOrDefault(place => place.Partnership == partnership));

    public Task EnterAsync(MeetingPlace place, CancellationToken cancellationToken)
    {
        _now.Enter(place);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PartnershipId>> FindPartnershipsOfAsync(string directoryId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PartnershipId>>(
            [.. _now.Meeting.Where(records => FindContact(records, directoryId) is not null).Select(records => records.Partnership.Id)]);

    public Task<IReadOnlyList<Contact>> ReadContactsAsync(PartnershipId partnership, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Contact>>([.. _now.Of(partnership).Contacts.Values]);

    public Task<MemberId?> FindMemberAsync(PartnershipId partnership, string directoryId, CancellationToken cancellationToken) =>
        Task.FromResult(FindContact(_now.Of(partnership), directoryId)?.Member);

    public Task<IReadOnlyList<TakenWork>> TakeDueAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TakenWork>>(
        [
            .. _now.All
                .SelectMany(records => records.Work.Values, (records, work) => (records.Partnership.Id, Work: work))
                .Where(due => due.Work.DueAt <= now && !_setAside.Contains((due.Id, due.Work.Kind, due.Work.Key)))
                .OrderBy(due => due.Work.DueAt)
                .Take(most)
                .Select(due => new TakenWork(++_taken, due.Id, due.Work, Attempt: 1)),
        ]);

    public Task<DateTimeOffset?> FindNextDueAsync(CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);

    public Task RetryAsync(TakenWork work, DateTimeOffset dueAt, string problem, CancellationToken cancellationToken) =>
        SetAsideAsync(work, problem, dueAt, cancellationToken);

    public Task PostponeAsync(TakenWork work, DateTimeOffset dueAt, string reason, CancellationToken cancellationToken) =>
        SetAsideAsync(work, reason, dueAt, cancellationToken);

    public Task SetAsideAsync(TakenWork work, string problem, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _setAside.Add((work.Partnership, work.Work.Kind, work.Work.Key));
        return Task.CompletedTask;
    }

    private static Contact? FindContact(RecordsInMemory records, string directoryId) =>
        records.Contacts.Values.FirstOrDefault(contact => contact.Admits(directoryId));
}
