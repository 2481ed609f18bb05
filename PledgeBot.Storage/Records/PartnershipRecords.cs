using Microsoft.EntityFrameworkCore;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;

namespace PledgeBot.Storage.Records;

/// <inheritdoc cref="IPartnershipRecords"/>
internal sealed class PartnershipRecords(RecordsDatabase database, EventLog log, LogCache cache) : IPartnershipRecords
{
    /// <inheritdoc/>
    public async Task<ITurn> BeginTurnAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        WriteTransaction transaction = await database.BeginWriteAsync(cancellationToken);
        try
        {
            return new Turn(transaction, cache, partnership, await log.ReadAsync(transaction.Context, partnership, cancellationToken));
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<Partnership> ReadAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        await using PledgeBotDbContext context = await database.OpenAsync(cancellationToken);
        KnownLog? known = await log.ReadAsync(context, partnership, cancellationToken);
        return known?.State ?? Partnership.Empty(partnership);
    }

    /// <inheritdoc/>
    public async Task<BallotBox> ReadBallotsAsync(PartnershipId partnership, PollId poll, CancellationToken cancellationToken)
    {
        await using PledgeBotDbContext context = await database.OpenAsync(cancellationToken);
        KnownLog? known = await log.ReadAsync(context, partnership, cancellationToken);
        return await StoredBallots.ReadAsync(context, partnership, poll, known?.State.FindPoll(poll), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<DecisionDocument?> FindDocumentAsync(PartnershipId partnership, RecordNumber number, CancellationToken cancellationToken)
    {
        await using PledgeBotDbContext context = await database.OpenAsync(cancellationToken);
        return await StoredDocuments.FindAsync(context, partnership, number, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Photo?> FindPhotoAsync(PartnershipId partnership, PhotoId photo, CancellationToken cancellationToken)
    {
        await using PledgeBotDbContext context = await database.OpenAsync(cancellationToken);
        PhotoRow? row = await context.Photos
            .SingleOrDefaultAsync(row => row.PartnershipId == partnership && row.PhotoId == photo, cancellationToken);
        return row is null ? null : new Photo(row.PhotoId, row.Picture, row.Thumbnail);
    }
}
