using System.Collections.Immutable;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>The group's recommendation stands: after a poll with a clear result, or without one when there was nothing to vote about.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Proposals">The proposals recommended, at most two, most votes first.</param>
/// <param name="Poll">The poll that settled it, if there was one.</param>
public sealed record RecommendationMade(WalkNumber Walk, ImmutableArray<ProposalReference> Proposals, PollId? Poll) : PartnershipEvent;
