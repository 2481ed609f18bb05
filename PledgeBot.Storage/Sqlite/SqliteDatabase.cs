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

    private readonly SqliteFile _file;
    private readonly TimeProvider _time;
    private readonly PooledDbContextFactory<SqlitePledgeBotDbContext> _contexts;

    // Writers of this process queue here, first come first served; SQLite itself would have them try again and again.
    // Its own lock, which comes after, is for other processes on the same file.
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Makes the way to a file; nothing is opened yet.</summary>
    /// <param name="file">The file.</param>
    /// <param name="time">Bounds the wait for other writers of this process.</param>
    /// <param name="busyWait">Bounds the wait for another process; in effect whole seconds, at least one.</param>
    public SqliteDatabase(SqliteFile file, TimeProvider time, TimeSpan busyWait)
    {
        _file = file;
        _time = time;
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

            // Microsoft.Data.Sqlite begins a transaction of unspecified isolation with BEGIN IMMEDIATE: the write lock
            // is held before the first read, so that what is read cannot be out of date when it is written upon.
            IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            return new WriteTransaction(context, transaction, LeaveGate);
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
