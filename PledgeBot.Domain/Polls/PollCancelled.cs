using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Polls;

/// <summary>An open poll was broken off because a candidate was withdrawn; its ballots were destroyed uncounted.</summary>
/// <param name="Poll">The poll.</param>
/// <param name="Withdrawn">The candidate.</param>
public sealed record PollCancelled(PollId Poll, ProposalReference Withdrawn) : PartnershipEvent;
