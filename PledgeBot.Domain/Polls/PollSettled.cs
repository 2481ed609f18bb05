using System.Collections.Immutable;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Polls;

/// <summary>What a poll left unsettled was settled.</summary>
/// <param name="Poll">The poll.</param>
/// <param name="Settlement">How.</param>
public sealed record PollSettled(PollId Poll, Settlement Settlement) : PartnershipEvent;

/// <summary>How it was settled what a poll left unsettled.</summary>
/// <param name="Way">How.</param>
/// <param name="Among">What was left, in order of reference.</param>
/// <param name="Places">How many were to be chosen.</param>
/// <param name="Chosen">What was chosen, in order of reference.</param>
/// <param name="Title">The chair's role at a casting vote; otherwise nothing.</param>
/// <param name="Reason">The chair's reason; otherwise nothing.</param>
/// <param name="Seed">The seed of the lots; otherwise nothing.</param>
public sealed record Settlement(
    SettlementWay Way,
    ImmutableArray<ProposalReference> Among,
    int Places,
    ImmutableArray<ProposalReference> Chosen,
    string? Title = null,
    string? Reason = null,
    string? Seed = null);
