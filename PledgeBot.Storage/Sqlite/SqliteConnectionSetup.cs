using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PledgeBot.Storage.Sqlite;

/// <summary>Sets, on every connection, what the records' durability rests on.</summary>
/// <remarks>
/// WAL lets readers go on while one writes; FULL puts every commit on the disk before it returns, which WAL alone does
/// not; secure_delete leaves nothing of a replaced ballot in the file's free space.
/// </remarks>
internal sealed class SqliteConnectionSetup(TimeSpan longestWait) : DbConnectionInterceptor
{
    private readonly string _pragmas = FormattableString.Invariant(
        $"""
        PRAGMA busy_timeout = {(long)longestWait.TotalMilliseconds};
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA secure_delete = ON;
        """);

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = _pragmas;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = _pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
