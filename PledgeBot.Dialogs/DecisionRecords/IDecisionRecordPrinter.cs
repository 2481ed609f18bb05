namespace PledgeBot.Dialogs.DecisionRecords;

/// <summary>Makes the page of a record of decision: the one that people read, print and keep in a diary.</summary>
public interface IDecisionRecordPrinter
{
    /// <summary>Prints a record.</summary>
    /// <param name="draft">What it says.</param>
    /// <param name="checksum">The checksum of its data, 64 lower-case hexadecimal digits.</param>
    /// <returns>A whole HTML document in Swedish that needs nothing beside it.</returns>
    Task<string> PrintAsync(DecisionRecordDraft draft, string checksum);
}
