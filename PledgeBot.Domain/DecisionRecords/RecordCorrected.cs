using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.DecisionRecords;

/// <summary>A coordinator corrected a walk's latest record of decision.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Record">The record.</param>
/// <param name="Title">The coordinator's role at the time.</param>
/// <param name="Text">What was wrong and what is right.</param>
public sealed record RecordCorrected(WalkNumber Walk, RecordNumber Record, string Title, string Text) : PartnershipEvent;
