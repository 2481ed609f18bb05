using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>An authorised member confirmed the group's recommendation for a party.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Party">The party.</param>
/// <param name="Title">The member's role at the time.</param>
public sealed record RecommendationConfirmed(WalkNumber Walk, Party Party, string Title) : PartnershipEvent;
