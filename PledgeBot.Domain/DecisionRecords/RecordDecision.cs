using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.DecisionRecords;

/// <summary>
/// Notes that a record of decision was made, in the transaction that keeps the document. Only the clock, and when one is due:
/// <see cref="DueRecord"/>. Otherwise nothing changes.
/// </summary>
/// <param name="Walk">The walk.</param>
/// <param name="Number">The number that was due.</param>
/// <param name="Checksum">SHA-256 of the document's data, 64 lower-case hexadecimal digits.</param>
public sealed record RecordDecision(WalkNumber Walk, RecordNumber Number, string Checksum) : Command;
