using System.Collections.Immutable;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Polls;

/// <summary>
/// Says, for one's party, what to choose where a poll has left it unsettled: a tie after the run-off, not quorate, or all abstained.
/// Only a member with the duty to confirm and without a conflict of interest in the walk's polls, or a coordinator who was told by
/// such a member. When both parties have said the same it is settled; until then a party can say something else.
/// </summary>
/// <param name="Poll">The poll that left it unsettled: the walk's latest.</param>
/// <param name="Chosen">What to choose; after a tie as many as there are places, otherwise from one up to that.</param>
/// <param name="Told">Who told it to the coordinator, and how; nothing when the member says it themself.</param>
public sealed record ProposeSettlement(PollId Poll, ImmutableArray<ProposalReference> Chosen, Told? Told = null) : Command;
