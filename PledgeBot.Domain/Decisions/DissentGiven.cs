using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>A member gave a dissenting opinion on the group's recommendation.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Party">The member's party.</param>
/// <param name="Title">The member's role at the time.</param>
/// <param name="Text">The opinion.</param>
public sealed record DissentGiven(WalkNumber Walk, Party Party, string Title, string Text) : PartnershipEvent;
