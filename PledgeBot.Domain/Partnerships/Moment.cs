using PledgeBot.Domain.Members;

namespace PledgeBot.Domain.Partnerships;

/// <summary>Who asks, and when.</summary>
/// <param name="By">The member who asks; nothing when the clock does.</param>
/// <param name="Now">The present.</param>
public readonly record struct Moment(MemberId? By, DateTimeOffset Now);
