namespace PledgeBot.Storage;

/// <summary>What differs between the databases: how one is opened, and how writers keep out of each other's way.</summary>
internal abstract class RecordsDatabase
{
    /// <summary>Makes the database ready for this release: creates it if there is none, and applies what it lacks.</summary>
    public abstract Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Looks at the database as it is, and changes nothing.</summary>
    public abstract Task<RecordsInspection> InspectAsync(CancellationToken cancellationToken);

    /// <summary>Opens it for reading what is committed, without holding anything up.</summary>
    public abstract Task<PledgeBotDbContext> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Begins a write: from here on, what is read stays true until the write is committed or disposed.</summary>
    /// <exception cref="TimeoutException">Other writers kept the database for too long.</exception>
    public abstract Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken);
}
