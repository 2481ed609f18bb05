using Microsoft.EntityFrameworkCore;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;

namespace PledgeBot.Storage.Records;

/// <inheritdoc cref="IDirectory"/>
internal sealed class MemberDirectory(RecordsDatabase database) : IDirectory
{
    private const int MostPartnershipsOfOne = 10;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MeetingPlace>> ListMeetingPlacesAsync(CancellationToken cancellationToken)
    {
        await using PledgeBotDbContext context = await database.OpenAsync(cancellationToken);
        List<MeetingPlaceRow> rows = await context.MeetingPlaces.OrderBy(row => row.PartnershipId).ToListAsync(cancellationToken);
        return [.. rows.Select(Place)];
    }

    /// <inheritdoc/>
    public async Task<MeetingPlace?> FindByTeamAsync(string tenantId, string teamId, CancellationToken cancellationToken)
    {
        await using PledgeBotDbContext context = await database.OpenAsync(cancellationToken);
        return await FindByTeamAsync(context, tenantId, teamId, cancellationToken) is { } row ? Place(row) : null;
    }

    /// <inheritdoc/>
    public async Task<MeetingPlace?> FindMeetingPlaceAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        await using PledgeBotDbContext context = await database.OpenAsync(cancellationToken);
        return await context.MeetingPlaces.FirstOrDefaultAsync(row => row.PartnershipId == partnership, cancellationToken) is { } row
            ? Place(row)
            : null;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The team has another partnership.</exception>
    public async Task EnterAsync(MeetingPlace place, CancellationToken cancellationToken)
    {
        await using WriteTransaction write = await database.BeginWriteAsync(cancellationToken);
        if (await FindByTeamAsync(write.Context, place.TenantId, place.TeamId, cancellationToken) is { } there
            && there.PartnershipId != place.Partnership)
        {
            throw new InvalidOperationException("The team has another partnership. A team has one at the most.");
        }

        await StoredMeetingPlaces.Enter(new SqlBatch(write.Context), place).RunAsync(cancellationToken);
        await write.CommitAsync();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PartnershipId>> FindPartnershipsOfAsync(string directoryId, CancellationToken cancellationToken)
    {
        await using PledgeBotDbContext context = await database.OpenAsync(cancellationToken);

        // Members' identifiers are time-ordered, so their order is that of the memberships.
        return await context.Contacts
            .Where(row => row.DirectoryId == directoryId && !row.HasLeft)
            .OrderBy(row => row.MemberId)
            .ThenBy(row => row.PartnershipId)
            .Select(row => row.PartnershipId)
            .Take(MostPartnershipsOfOne)
            .ToListAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Contact>> ReadContactsAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        await using PledgeBotDbContext context = await database.OpenAsync(cancellationToken);
        List<ContactRow> rows = await context.Contacts
            .Where(row => row.PartnershipId == partnership)
            .OrderBy(row => row.MemberId)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Contact(row.MemberId, row.Name, row.DirectoryId, row.ChannelAccountId) { HasLeft = row.HasLeft })];
    }

    /// <inheritdoc/>
    public async Task<MemberId?> FindMemberAsync(PartnershipId partnership, string directoryId, CancellationToken cancellationToken)
    {
        await using PledgeBotDbContext context = await database.OpenAsync(cancellationToken);
        return await context.Contacts
            .Where(row => row.PartnershipId == partnership && row.DirectoryId == directoryId)
            .Select(row => (MemberId?)row.MemberId)
            .SingleOrDefaultAsync(cancellationToken);
    }

    private static Task<MeetingPlaceRow?> FindByTeamAsync(
        PledgeBotDbContext context, string tenantId, string teamId, CancellationToken cancellationToken) =>
        context.MeetingPlaces.SingleOrDefaultAsync(row => row.TenantId == tenantId && row.TeamId == teamId, cancellationToken);

    private static MeetingPlace Place(MeetingPlaceRow row) => new(row.PartnershipId, row.TenantId, row.TeamId, row.Channel);
}
