using PledgeBot.Domain.Members;

namespace PledgeBot.Domain.Partnerships;

/// <summary>An event with its place in the partnership's log.</summary>
/// <param name="Version">The event's number in the log, from 1 without gaps.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The member who caused it; nothing when the clock did.</param>
/// <param name="Event">What happened.</param>
public sealed record RecordedEvent(long Version, DateTimeOffset At, MemberId? By, PartnershipEvent Event);
