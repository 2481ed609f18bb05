using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>An authorised member confirmed the group's recommendation for a party.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Party">The party.</param>
/// <param name="Title">The confirming member's role at the time.</param>
/// <param name="Recorded">Who confirmed, and how, when a coordinator recorded it; nothing when the member did it themself.</param>
public sealed record RecommendationConfirmed(WalkNumber Walk, Party Party, string Title, RecordedConfirmation? Recorded = null) : PartnershipEvent;
