using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace PledgeBot.Storage.Sqlite;

/// <summary>The records in a SQLite file: one writer at a time, any number of readers beside it.</summary>
internal sealed class SqliteDatabase : RecordsDatabase, IDisposable
{
    /// <summary>How long a writer waits for those before it.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    // Readers take milliseconds; whoever reads for longer is not waited for.
    private static readonly TimeSpan LongestWaitToForget = TimeSpan.FromMilliseconds(200);

    private readonly SqliteFile _file;
    private readonly TimeProvider _time;
    private readonly TimeSpan _busyWait;
    private readonly PooledDbContextFactory<SqlitePledgeBotDbContext> _contexts;

    // Writers of this process queue here, first come first served; SQLite itself would have them try again and again.
    // Its own lock, which comes after, is for other processes on the same file.
    private readonly SemaphoreSlim _gate = new(1, 1);

    // Whether the write-ahead log still has what was to be forgotten. Behind the gate.
    private bool _hasToForget;

    /// <summary>Makes the way to a file; nothing is opened yet.</summary>
    /// <param name="file">The file.</param>
    /// <param name="time">Bounds the wait for other writers of this process.</param>
    /// <param name="busyWait">Bounds the wait for another process; in effect whole seconds, at least one.</param>
    public SqliteDatabase(SqliteFile file, TimeProvider time, TimeSpan busyWait)
    {
        _file = file;
        _time = time;
        _busyWait = busyWait;
        var connection = new SqliteConnectionStringBuilder(file.ConnectionString) { DefaultTimeout = (int)busyWait.TotalSeconds };
        _contexts = new PooledDbContextFactory<SqlitePledgeBotDbContext>(
            new DbContextOptionsBuilder<SqlitePledgeBotDbContext>()
                .UseSqlite(connection.ToString())
                .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
                .AddInterceptors(new SqliteConnectionSetup(busyWait))
                .Options);
    }

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _file.MakeIfMissing();
        await using SqlitePledgeBotDbContext context = await _contexts.CreateDbContextAsync(cancellationToken);

        // Asking which migrations are missing is far cheaper than starting the migrator to find that none is.
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await context.Database.MigrateAsync(cancellationToken);
        }

        // The process before may have died between a commit and what was to be forgotten after it.
        await context.Database.OpenConnectionAsync(cancellationToken);
        Forget(context, LongestWaitToForget);
    }

    /// <inheritdoc/>
    public override async Task<RecordsInspection> InspectAsync(CancellationToken cancellationToken)
    {
        await using SqlitePledgeBotDbContext context = await _contexts.CreateDbContextAsync(cancellationToken);
        return await new SqliteInspection(_file).InspectAsync([.. context.Database.GetMigrations()], cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<PledgeBotDbContext> OpenAsync(CancellationToken cancellationToken)
    {
        SqlitePledgeBotDbContext context = await _contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await context.Database.OpenConnectionAsync(cancellationToken);
            return context;
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken)
    {
        await EnterGateAsync(cancellationToken);
        PledgeBotDbContext? context = null;
        try
        {
            context = await OpenAsync(cancellationToken);
            if (_hasToForget)
            {
                Forget(context, TimeSpan.Zero);
            }

            // Microsoft.Data.Sqlite begins a transaction of unspecified isolation with BEGIN IMMEDIATE: the write lock
            // is held before the first read, so that what is read cannot be out of date when it is written upon.
            IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            return new WriteTransaction(context, transaction, written => Forget(written, LongestWaitToForget), LeaveGate);
        }
        catch (Exception exception)
        {
            if (context is not null)
            {
                await context.DisposeAsync();
            }

            LeaveGate();
            if (exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY })
            {
                throw new TimeoutException("Another process kept the records for too long.", exception);
            }

            throw;
        }
    }

    /// <summary>Closes the connections that are kept for use again, so that the file can be moved or deleted.</summary>
    public void Dispose()
    {
        using (SqlitePledgeBotDbContext context = _contexts.CreateDbContext())
        {
            SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        }

        _gate.Dispose();
    }

    // What is removed is overwritten in the file itself (secure_delete), but the write-ahead log has the pages as they were until it is
    // emptied. That needs every reader to have moved on; if one has not, it is done before one of the next writes.
    private void Forget(PledgeBotDbContext context, TimeSpan longestWait)
    {
        SQLitePCL.sqlite3 handle = ((SqliteConnection)context.Database.GetDbConnection()).Handle!;
        _ = SQLitePCL.raw.sqlite3_busy_timeout(handle, (int)longestWait.TotalMilliseconds);
        int result = SQLitePCL.raw.sqlite3_wal_checkpoint_v2(handle, null, SQLitePCL.raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _);
        _ = SQLitePCL.raw.sqlite3_busy_timeout(handle, (int)_busyWait.TotalMilliseconds);
        _hasToForget = result != SQLitePCL.raw.SQLITE_OK;
    }

    private async Task EnterGateAsync(CancellationToken cancellationToken)
    {
        if (_gate.Wait(0, cancellationToken))
        {
            return;
        }

        using var timeout = new CancellationTokenSource(LongestWait, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _gate.WaitAsync(either.Token);
        }
        catch (OperationCanceledException exception) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The writers before this one kept the records for too long.", exception);
        }
    }

    private void LeaveGate() => _gate.Release();
}
