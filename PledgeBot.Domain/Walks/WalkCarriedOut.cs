using System.Collections.Immutable;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Walks;

/// <summary>A walk was carried out.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Date">The day it was carried out.</param>
/// <param name="Participants">The participants in each group that came.</param>
public sealed record WalkCarriedOut(WalkNumber Walk, DateOnly Date, ImmutableArray<ParticipantCount> Participants) : PartnershipEvent;
