using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.DecisionRecords;

/// <summary>A record of decision that was made (domain reference 9.6). The document itself lies apart, and never changes.</summary>
/// <param name="Number">Its running number.</param>
/// <param name="Walk">The walk it is about.</param>
/// <param name="Checksum">SHA-256 of the document's data, 64 lower-case hexadecimal digits.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Follows">The walk's earlier record that it is linked to: it corrects or adds to it, or replaces a measure of it.</param>
public sealed record DecisionRecord(RecordNumber Number, WalkNumber Walk, string Checksum, DateTimeOffset MadeAt, RecordNumber? Follows);
