using Microsoft.Data.Sqlite;

namespace PledgeBot.Storage.Sqlite;

/// <summary>Looks at a SQLite file as it is: whether it can be written, and which release made it.</summary>
internal sealed class SqliteInspection(SqliteFile file)
{
    private const int SecondsToWait = 5;

    /// <summary>Looks.</summary>
    /// <param name="known">The changes of the schema that this release knows, the oldest first.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<RecordsInspection> InspectAsync(IReadOnlyCollection<string> known, CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(file.Path))
            {
                TryToWriteIn(NearestDirectory(file.Path));
                return new RecordsInspection(RecordsCondition.ToBeMade, file.Path);
            }

            string writable = new SqliteConnectionStringBuilder(file.ConnectionString)
            {
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
                DefaultTimeout = SecondsToWait,
            }.ToString();
            await using var connection = new SqliteConnection(writable);
            await connection.OpenAsync(cancellationToken);
            await TryToWriteAsync(connection, cancellationToken);
            return await CompareAsync(connection, known, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unusable("This account may not write where the records are to lie.");
        }
        catch (SqliteException exception)
        {
            return Unusable(exception.SqliteErrorCode switch
            {
                SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => "The file is not a SQLite database, or is damaged. Restore a backup.",
                SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => $"Another program has kept the records for {SecondsToWait} seconds.",
                _ => "This account may not read and write the records' file and make files beside it.",
            });
        }
    }

    // Taking the write lock and giving it back shows that writing is possible, and writes nothing.
    private static async Task TryToWriteAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE; ROLLBACK;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<RecordsInspection> CompareAsync(SqliteConnection connection, IReadOnlyCollection<string> known, CancellationToken cancellationToken)
    {
        List<string> tables = await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'", cancellationToken);
        if (!tables.Contains("__EFMigrationsHistory"))
        {
            return tables.Count == 0
                ? new RecordsInspection(RecordsCondition.ToBeMade, file.Path)
                : Unusable("The file holds another program's tables.");
        }

        List<string> applied = await ReadAsync(connection, """SELECT "MigrationId" FROM "__EFMigrationsHistory" """, cancellationToken);
        RecordsCondition condition = applied.Except(known, StringComparer.Ordinal).Any()
            ? RecordsCondition.Newer
            : known.Except(applied, StringComparer.Ordinal).Any() ? RecordsCondition.Older : RecordsCondition.UpToDate;
        return new RecordsInspection(condition, file.Path);
    }

    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private static string NearestDirectory(string path)
    {
        string directory = Path.GetDirectoryName(path)!;
        while (!Directory.Exists(directory) && Path.GetDirectoryName(directory) is { } above)
        {
            directory = above;
        }

        return directory;
    }

    private static void TryToWriteIn(string directory)
    {
        string file = Path.Combine(directory, $".pledgebot-{Guid.NewGuid():N}");
        using FileStream _ = File.Create(file, bufferSize: 1, FileOptions.DeleteOnClose);
    }

    private RecordsInspection Unusable(string problem) => new(RecordsCondition.Unusable, file.Path, problem);
}
