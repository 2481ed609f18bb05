using Microsoft.Data.Sqlite;

namespace PledgeBot.Tests.Running;

/// <summary>What a started program keeps on disk beside its history: ballots, answers, work that waits, and what it remembers.</summary>
internal static class KeptTexts
{
    private const string All = """
        SELECT picks FROM ballots UNION ALL SELECT picks FROM secret_ballots UNION ALL SELECT answer FROM received_activities UNION ALL
        SELECT payload FROM due_work UNION ALL SELECT value FROM memories
        """;

    /// <summary>Reads them all.</summary>
    public static async Task<List<string>> ReadAsync(StartedProgram program)
    {
        await using var records = new SqliteConnection($"Data Source={Path.Combine(program.DataDirectory, "pledgebot.db")};Mode=ReadOnly");
        await records.OpenAsync(TestContext.Current.CancellationToken);
        await using SqliteCommand command = records.CreateCommand();
        command.CommandText = All;
        await using SqliteDataReader rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var kept = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            kept.Add(rows.IsDBNull(0) ? "" : rows.GetString(0));
        }

        return kept;
    }
}
