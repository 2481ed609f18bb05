using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Storage;
using PledgeBot.Storage.Records;
using PledgeBot.Storage.Sqlite;
using static PledgeBot.Tests.Records.RecordedThings;

namespace PledgeBot.Tests.Records;

public sealed class SqliteDatabaseTests : IAsyncLifetime
{
    private readonly PartnershipId _partnership = NewPartnership();
    private TemporaryRecords _records = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _records = await TemporaryRecords.CreateAsync();

    public ValueTask DisposeAsync() => _records.DisposeAsync();

    [Fact]
    public async Task Model_HasNoChangesThatTheMigrationsLack()
    {
        await using PledgeBotDbContext context = await _records.Database.OpenAsync(Cancel);

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancel));
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    [InlineData("busy_timeout", "30000")]
    public async Task EveryConnection_IsSetUpForDurability(string pragma, string value)
    {
        for (int opening = 0; opening < 3; opening++)
        {
            await using PledgeBotDbContext reading = await _records.Database.OpenAsync(Cancel);
            Assert.Equal(value, Read(reading, pragma));
            await using WriteTransaction writing = await _records.Database.BeginWriteAsync(Cancel);
            Assert.Equal(value, Read(writing.Context, pragma));
        }
    }

    [Fact]
    public async Task BeginWrite_AnotherProcessHasOnlyBegun_WaitsAndThenSaysThatItIsBusy()
    {
        await using ITurn turn = await _records.Partnerships.BeginTurnAsync(_partnership, Cancel);
        using var other = new SqliteDatabase(
            SqliteFile.From(new StorageOptions { ConnectionString = $"Data Source={_records.File}" }), TimeProvider.System, TimeSpan.FromSeconds(1));

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => other.BeginWriteAsync(Cancel));

        Assert.IsType<SqliteException>(exception.InnerException);
        await turn.DisposeAsync();
        await using WriteTransaction afterwards = await other.BeginWriteAsync(Cancel);
    }

    [Fact]
    public async Task Read_WhileAnotherWrites_IsNotHeldUp()
    {
        await _records.Partnerships.AppendAsync(_partnership, Formed);
        await using ITurn turn = await _records.Partnerships.BeginTurnAsync(_partnership, Cancel);
        await using TemporaryRecords other = _records.OpenAgain();

        Assert.Equal(1, (await _records.Partnerships.ReadAsync(_partnership, Cancel)).Version);
        Assert.Equal(1, (await other.Partnerships.ReadAsync(_partnership, Cancel)).Version);
    }

    [Fact]
    public async Task PowerLost_BeforeTheCommit_LeavesWhatWasCommittedBefore()
    {
        await _records.Partnerships.AppendAsync(_partnership, Formed);
        await using WriteTransaction write = await _records.Database.BeginWriteAsync(Cancel);
        await new SqlBatch(write.Context).Add($"UPDATE events SET type = {"torn"}").RunAsync(Cancel);

        using var copy = new CopiedFiles(_records.File);
        await using var survivor = TemporaryRecords.Open(copy.File);

        Partnership read = await survivor.Partnerships.ReadAsync(_partnership, Cancel);
        Assert.Equal(Formed, read.Formed);
    }

    [Fact]
    public async Task PowerLost_AnywhereInACommit_KeepsAllOfTheTurnOrNothing()
    {
        var poll = PollId.New(Noon);
        await _records.Partnerships.AppendAsync(_partnership, Formed);
        await using PledgeBotDbContext keepsTheLogFromBeingFolded = await _records.Database.OpenAsync(Cancel);
        long before = new FileInfo(_records.File + "-wal").Length;
        await _records.Partnerships.TurnAsync(_partnership, turn =>
        {
            turn.Append([Listed("a"), Listed("b")], new Moment(null, Noon));
            turn.Cast(poll, BallotOf(NewMember(), 1));
            turn.MarkReceived("activity", new ReceivedActivity(Noon, null));
            turn.Remember(new MemoryKey("dialog", "member"), "1");
            turn.Schedule(Work());
        });
        long after = new FileInfo(_records.File + "-wal").Length;
        Assert.True(after > before);

        var kept = new List<long>();
        for (long length = before; length < after + 509; length += 509)
        {
            using var copy = new CopiedFiles(_records.File, Math.Min(length, after));
            await using var survivor = TemporaryRecords.Open(copy.File);
            kept.Add(await survivor.CountAllAsync());
        }

        Assert.Equal([1, 7], kept.Distinct());
        Assert.Equal(7, kept[^1]);
    }

    [Fact]
    public async Task Prepare_NothingThere_MakesAFileForThisAccountAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        var directory = Directory.CreateTempSubdirectory("pledgebot-");
        string file = Path.Combine(directory.FullName, "new", "deeper", "records.db");
        await using (var records = TemporaryRecords.Open(file))
        {
            await records.Database.PrepareAsync(Cancel);
            await records.Database.PrepareAsync(Cancel);
            await records.Partnerships.AppendAsync(_partnership, Formed);

            const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(file));
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(file + "-wal"));
            Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(file)!));
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Prepare_RecordsThere_KeepsThem()
    {
        await _records.Partnerships.AppendAsync(_partnership, Formed);

        await using TemporaryRecords again = _records.OpenAgain();
        await again.Database.PrepareAsync(Cancel);

        Assert.Equal(1, (await again.Partnerships.ReadAsync(_partnership, Cancel)).Version);
    }

    private static string Read(PledgeBotDbContext context, string pragma)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    /// <summary>The files as a machine that lost its power would find them, with the log cut off at a length.</summary>
    private sealed class CopiedFiles : IDisposable
    {
        private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("pledgebot-");

        public CopiedFiles(string file, long lengthOfLog = long.MaxValue)
        {
            File = Path.Combine(_directory.FullName, SqliteFile.Name);
            System.IO.File.Copy(file, File);
            System.IO.File.Copy(file + "-wal", File + "-wal");
            using var log = System.IO.File.OpenWrite(File + "-wal");
            log.SetLength(Math.Min(lengthOfLog, log.Length));
        }

        public string File { get; }

        public void Dispose() => _directory.Delete(recursive: true);
    }
}
