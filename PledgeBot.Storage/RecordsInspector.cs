namespace PledgeBot.Storage;

/// <inheritdoc cref="IRecordsInspector"/>
internal sealed class RecordsInspector(RecordsDatabase database) : IRecordsInspector
{
    /// <inheritdoc/>
    public Task<RecordsInspection> InspectAsync(CancellationToken cancellationToken) => database.InspectAsync(cancellationToken);
}
