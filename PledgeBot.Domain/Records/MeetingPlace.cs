using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Records;

/// <summary>Where a partnership meets: its team, and the channel that posts go to.</summary>
/// <param name="Partnership">The partnership.</param>
/// <param name="TenantId">The organisation's directory; at most 100 characters.</param>
/// <param name="TeamId">The team; at most 200 characters. A team has one partnership at the most.</param>
/// <param name="Channel">How to reach the channel, as JSON of the one who speaks to it.</param>
public sealed record MeetingPlace(PartnershipId Partnership, string TenantId, string TeamId, string Channel);
