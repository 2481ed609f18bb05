using System.Collections.Immutable;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>
/// The group's recommendation stands: after a poll with a clear result, after what a poll left was settled, without a poll when there
/// was nothing to vote about, or anew with the next in rank after a return or a replaced measure.
/// </summary>
/// <param name="Walk">The walk.</param>
/// <param name="Proposals">The proposals recommended, at most two, in order of rank.</param>
/// <param name="Poll">The latest poll that it rests on, if there was one.</param>
/// <param name="Replaces">The measure whose place the proposal takes; nothing when the walk's two are chosen the first time.</param>
public sealed record RecommendationMade(
    WalkNumber Walk, ImmutableArray<ProposalReference> Proposals, PollId? Poll, ProposalReference? Replaces = null) : PartnershipEvent;
