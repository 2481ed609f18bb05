using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Polls;

/// <summary>A poll closed, and its ballots were counted.</summary>
/// <param name="Poll">The poll.</param>
/// <param name="Result">The result. In a run-off, <see cref="PollResult.Chosen"/> holds what the run-off itself chose.</param>
public sealed record PollClosed(PollId Poll, PollResult Result) : PartnershipEvent;
