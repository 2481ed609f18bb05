using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PledgeBot.Domain.Records;
using PledgeBot.Storage;
using PledgeBot.Storage.Sqlite;

namespace PledgeBot.Tests.Records;

/// <summary>Records in a directory of their own, ready for use; the directory goes when this is disposed.</summary>
internal sealed class TemporaryRecords : IAsyncDisposable
{
    // Migrating costs more than most tests do, so it is done once and the file is copied.
    private static readonly Lazy<Task<byte[]>> EmptyFile = new(MakeEmptyFileAsync);

    private readonly ServiceProvider _services;
    private readonly DirectoryInfo? _ownDirectory;

    private TemporaryRecords(string file, DirectoryInfo? ownDirectory, TimeProvider time)
    {
        File = file;
        _ownDirectory = ownDirectory;
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new("Storage:ConnectionString", $"Data Source={file}")])
                .Build())
            .AddSingleton(time)
            .AddLogging()
            .AddPledgeBotStorage()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>Gets the database file's path.</summary>
    public string File { get; }

    /// <summary>Gets the partnerships' records.</summary>
    public IPartnershipRecords Partnerships => _services.GetRequiredService<IPartnershipRecords>();

    /// <summary>Gets the list of due work.</summary>
    public IDueWorkList DueWork => _services.GetRequiredService<IDueWorkList>();

    /// <summary>Gets the directory.</summary>
    public IDirectory Directory => _services.GetRequiredService<IDirectory>();

    /// <summary>Gets the database itself.</summary>
    public RecordsDatabase Database => _services.GetRequiredService<RecordsDatabase>();

    /// <summary>Makes records with nothing in them.</summary>
    /// <param name="time">The clock; the system's if none is given.</param>
    public static async Task<TemporaryRecords> CreateAsync(TimeProvider? time = null)
    {
        byte[] empty = await EmptyFile.Value;
        DirectoryInfo directory = System.IO.Directory.CreateTempSubdirectory("pledgebot-");
        string file = Path.Combine(directory.FullName, SqliteFile.Name);
        await System.IO.File.WriteAllBytesAsync(file, empty);
        return new TemporaryRecords(file, directory, time ?? TimeProvider.System);
    }

    /// <summary>Opens a file that exists, as another process would; the file stays when this is disposed.</summary>
    public static TemporaryRecords Open(string file) => new(file, ownDirectory: null, TimeProvider.System);

    /// <summary>Opens the same records as another process would.</summary>
    public TemporaryRecords OpenAgain() => Open(File);

    /// <summary>Looks into the file past everything: the first number of the first row.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using SqliteConnection connection = await ConnectAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Changes the file past everything.</summary>
    public async Task TamperAsync(string sql)
    {
        await using SqliteConnection connection = await ConnectAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Counts the rows of all tables together.</summary>
    public async Task<long> CountAllAsync()
    {
        string[] tables =
        [
            "ballots", "contacts", "decision_documents", "due_work", "events", "meeting_places", "memories", "photos", "poll_keys",
            "received_activities", "roster", "secret_answers", "secret_ballots",
        ];
        return await CountAsync("SELECT " + string.Join(" + ", tables.Select(table => $"(SELECT COUNT(*) FROM {table})")));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _ownDirectory?.Delete(recursive: true);
    }

    private static async Task<byte[]> MakeEmptyFileAsync()
    {
        DirectoryInfo directory = System.IO.Directory.CreateTempSubdirectory("pledgebot-");
        string file = Path.Combine(directory.FullName, SqliteFile.Name);
        await using (TemporaryRecords records = Open(file))
        {
            await records.Database.PrepareAsync(CancellationToken.None);
        }

        byte[] bytes = await System.IO.File.ReadAllBytesAsync(file);
        directory.Delete(recursive: true);
        return bytes;
    }

    private async Task<SqliteConnection> ConnectAsync()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }
}
