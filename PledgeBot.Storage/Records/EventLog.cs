using System.Data.Common;
using Microsoft.Extensions.Logging;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Storage.Events;

namespace PledgeBot.Storage.Records;

/// <summary>Reads partnerships' logs, from where this process last left off.</summary>
internal sealed partial class EventLog(LogCache cache, ILogger<EventLog> logger)
{
    /// <summary>Reads a partnership's log as the context sees it; nothing if it has no events.</summary>
    /// <remarks>
    /// One query both checks what is cached and brings it up to date: it begins at the last row that is known, and that
    /// row has to be there, the same in every part. If it is not (a backup was put back), everything is read anew.
    /// </remarks>
    public async Task<KnownLog?> ReadAsync(PledgeBotDbContext context, PartnershipId partnership, CancellationToken cancellationToken)
    {
        KnownLog? known = cache.Find(partnership);
        List<EventRow> rows = await ReadFromAsync(context, partnership, known?.Last.Version ?? 1, cancellationToken);
        if (known is not null)
        {
            if (rows is [var first, ..] && first == known.Last)
            {
                rows.RemoveAt(0);
            }
            else
            {
                LogReadAnew(partnership, known.Last.Version);
                cache.Forget(partnership);
                known = null;
                rows = await ReadFromAsync(context, partnership, 1, cancellationToken);
            }
        }

        if (rows is [])
        {
            return known;
        }

        Partnership state = known?.State ?? Partnership.Empty(partnership);
        foreach (EventRow row in rows)
        {
            state = state.Evolve(new RecordedEvent(row.Version, row.At, row.ByMember, EventJson.Read(row.Type, row.Data)));
        }

        var read = new KnownLog(state, rows[^1]);
        cache.Keep(read);
        return read;
    }

    private static Task<List<EventRow>> ReadFromAsync(
        PledgeBotDbContext context, PartnershipId partnership, long version, CancellationToken cancellationToken) =>
        new SqlBatch(context)
            .Add($"SELECT version, at, by_member, type, data FROM events WHERE partnership_id = {partnership} AND version >= {version} ORDER BY version")
            .ReadAsync(row => ReadRow(partnership, row), cancellationToken);

    private static EventRow ReadRow(PartnershipId partnership, DbDataReader row) => new(
        partnership,
        row.GetInt64(0),
        StoredInstant.From(row.GetDateTime(1)),
        row.IsDBNull(2) ? null : new MemberId(row.GetGuid(2)),
        row.GetString(3),
        row.GetString(4));

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The log of partnership {Partnership} no longer has event {Version} as it was read before; everything is read anew.")]
    private partial void LogReadAnew(PartnershipId partnership, long version);
}
