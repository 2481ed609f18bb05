using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Hosting;

namespace PledgeBot.Tests.Gallery;

/// <summary>The directory of one partnership, over the records of the moment.</summary>
internal sealed class DirectoryInMemory(CurrentRecords records) : IDirectory
{
    private MeetingPlace Meeting => Place.Of(records.Now.Partnership.Id);

    public Task<IReadOnlyList<MeetingPlace>> ListMeetingPlacesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MeetingPlace>>([Meeting]);

    public Task<MeetingPlace?> FindByTeamAsync(string tenantId, string teamId, CancellationToken cancellationToken) =>
        Task.FromResult(tenantId == Meeting.TenantId && teamId == Meeting.TeamId ? Meeting : null);

    public Task<MeetingPlace?> FindMeetingPlaceAsync(PartnershipId partnership, CancellationToken cancellationToken) =>
        Task.FromResult<MeetingPlace?>(Meeting);

    public Task EnterAsync(MeetingPlace place, CancellationToken cancellationToken) => throw new NotSupportedException("The place stays.");

    public async Task<IReadOnlyList<PartnershipId>> FindPartnershipsOfAsync(string directoryId, CancellationToken cancellationToken) =>
        await FindMemberAsync(Meeting.Partnership, directoryId, cancellationToken) is null ? [] : [Meeting.Partnership];

    public Task<IReadOnlyList<Contact>> ReadContactsAsync(PartnershipId partnership, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Contact>>([.. records.Now.Contacts.Values]);

    public Task<MemberId?> FindMemberAsync(PartnershipId partnership, string directoryId, CancellationToken cancellationToken) =>
        Task.FromResult(records.Now.Contacts.Values.FirstOrDefault(contact => contact.DirectoryId == directoryId)?.Member);
}
