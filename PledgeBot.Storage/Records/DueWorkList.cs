using System.Data.Common;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;

namespace PledgeBot.Storage.Records;

/// <inheritdoc cref="IDueWorkList"/>
internal sealed class DueWorkList(RecordsDatabase database) : IDueWorkList
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TakenWork>> TakeDueAsync(
        DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancellationToken)
    {
        await using WriteTransaction write = await database.BeginWriteAsync(cancellationToken);
        List<TakenWork> taken = await new SqlBatch(write.Context)
            .Add(
                $"""
                UPDATE due_work SET state = 'taken', taken_until = {now + lease}, attempts = attempts + 1
                WHERE (partnership_id, id) IN
                  (SELECT partnership_id, id FROM due_work
                   WHERE (state = 'waiting' AND due_at <= {now}) OR (state = 'taken' AND taken_until <= {now})
                   ORDER BY due_at, partnership_id, id LIMIT {most})
                RETURNING partnership_id, id, kind, key, due_at, payload, attempts
                """)
            .ReadAsync(ReadRow, cancellationToken);
        await write.CommitAsync();

        // The rows come back in no particular order.
        return [.. taken.OrderBy(work => work.Work.DueAt).ThenBy(work => work.Partnership.Value).ThenBy(work => work.Id)];
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> FindNextDueAsync(CancellationToken cancellationToken)
    {
        await using PledgeBotDbContext context = await database.OpenAsync(cancellationToken);
        List<DateTimeOffset?> soonest = await new SqlBatch(context)
            .Add(
                $"""
                SELECT MIN(due_at) FROM due_work WHERE state = 'waiting'
                UNION ALL SELECT MIN(taken_until) FROM due_work WHERE state = 'taken'
                """)
            .ReadAsync(row => row.IsDBNull(0) ? (DateTimeOffset?)null : StoredInstant.From(row.GetDateTime(0)), cancellationToken);
        return soonest.Min();
    }

    /// <inheritdoc/>
    public Task RetryAsync(TakenWork work, DateTimeOffset dueAt, string problem, CancellationToken cancellationToken) =>
        PutBackAsync(work, dueAt, problem, work.Attempt, cancellationToken);

    /// <inheritdoc/>
    public Task PostponeAsync(TakenWork work, DateTimeOffset dueAt, string reason, CancellationToken cancellationToken) =>
        PutBackAsync(work, dueAt, reason, work.Attempt - 1, cancellationToken);

    /// <inheritdoc/>
    public async Task SetAsideAsync(TakenWork work, string problem, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using WriteTransaction write = await database.BeginWriteAsync(cancellationToken);

        // As with work that is done, what was to be sent is not kept: it can hold a member's own picks.
        await new SqlBatch(write.Context)
            .Add(
                $"""
                UPDATE due_work SET state = 'set-aside', payload = '', taken_until = NULL, ended_at = {now}, problem = {StoredText.Shortened(problem)}
                WHERE partnership_id = {work.Partnership} AND id = {work.Id} AND attempts = {work.Attempt} AND state = 'taken'
                """)
            .RunAsync(cancellationToken);
        await write.CommitAsync();
        write.Forget();
    }

    private async Task PutBackAsync(TakenWork work, DateTimeOffset dueAt, string problem, int attempts, CancellationToken cancellationToken)
    {
        await using WriteTransaction write = await database.BeginWriteAsync(cancellationToken);

        // If the same work was asked for again meanwhile, that one takes this one's place, as when it is scheduled: the
        // earlier time, the newer payload. It keeps count of the attempts, or what never works would be tried for ever.
        await new SqlBatch(write.Context)
            .Add(
                $"""
                UPDATE due_work SET
                  due_at = CASE WHEN {dueAt} < due_at THEN {dueAt} ELSE due_at END,
                  attempts = attempts + {attempts}, problem = {StoredText.Shortened(problem)}
                WHERE partnership_id = {work.Partnership} AND kind = {work.Work.Kind} AND key = {work.Work.Key} AND state = 'waiting'
                  AND EXISTS (SELECT 1 FROM due_work AS mine WHERE mine.partnership_id = {work.Partnership}
                    AND mine.id = {work.Id} AND mine.attempts = {work.Attempt} AND mine.state = 'taken')
                """)
            .Add(
                $"""
                DELETE FROM due_work
                WHERE partnership_id = {work.Partnership} AND id = {work.Id} AND attempts = {work.Attempt} AND state = 'taken'
                  AND EXISTS (SELECT 1 FROM due_work AS newer WHERE newer.partnership_id = {work.Partnership}
                    AND newer.kind = {work.Work.Kind} AND newer.key = {work.Work.Key} AND newer.state = 'waiting')
                """)
            .Add(
                $"""
                UPDATE due_work SET
                  state = 'waiting', taken_until = NULL, due_at = {dueAt}, attempts = {attempts}, problem = {StoredText.Shortened(problem)}
                WHERE partnership_id = {work.Partnership} AND id = {work.Id} AND attempts = {work.Attempt} AND state = 'taken'
                """)
            .RunAsync(cancellationToken);
        await write.CommitAsync();
    }

    private static TakenWork ReadRow(DbDataReader row) => new(
        row.GetInt64(1),
        new PartnershipId(row.GetGuid(0)),
        new DueWork(row.GetString(2), row.GetString(3), StoredInstant.From(row.GetDateTime(4)), row.GetString(5)),
        row.GetInt32(6));
}
