namespace PledgeBot.Storage;

/// <summary>Looks at the records without changing them, also while a bot works with them.</summary>
public interface IRecordsInspector
{
    /// <summary>Looks.</summary>
    Task<RecordsInspection> InspectAsync(CancellationToken cancellationToken);
}
