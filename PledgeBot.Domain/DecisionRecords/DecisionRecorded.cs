using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.DecisionRecords;

/// <summary>A record of decision was made.</summary>
/// <param name="Number">Its running number.</param>
/// <param name="Walk">The walk.</param>
/// <param name="Checksum">SHA-256 of the document's data, 64 lower-case hexadecimal digits.</param>
/// <param name="Follows">The walk's earlier record that it is linked to, if there is one.</param>
public sealed record DecisionRecorded(RecordNumber Number, WalkNumber Walk, string Checksum, RecordNumber? Follows = null) : PartnershipEvent;
