using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;

namespace PledgeBot.Tests.Search;

/// <summary>The directory of one partnership, in one team.</summary>
internal sealed class OneDirectory(MeetingPlace place, IReadOnlyList<Contact> contacts) : IDirectory
{
    public Task<IReadOnlyList<MeetingPlace>> ListMeetingPlacesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MeetingPlace>>([place]);

    public Task<MeetingPlace?> FindByTeamAsync(string tenantId, string teamId, CancellationToken cancellationToken) =>
        Task.FromResult(tenantId == place.TenantId && teamId == place.TeamId ? place : null);

    public Task<MeetingPlace?> FindMeetingPlaceAsync(PartnershipId partnership, CancellationToken cancellationToken) =>
        Task.FromResult(partnership == place.Partnership ? place : null);

    public Task EnterAsync(MeetingPlace place, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<PartnershipId>> FindPartnershipsOfAsync(string directoryId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PartnershipId>>(contacts.Any(contact => contact.DirectoryId == directoryId) ? [place.Partnership] : []);

    public Task<IReadOnlyList<Contact>> ReadContactsAsync(PartnershipId partnership, CancellationToken cancellationToken) => Task.FromResult(contacts);

    public Task<MemberId?> FindMemberAsync(PartnershipId partnership, string directoryId, CancellationToken cancellationToken) =>
        Task.FromResult(contacts.FirstOrDefault(contact => contact.DirectoryId == directoryId)?.Member);
}
