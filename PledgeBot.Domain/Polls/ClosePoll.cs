using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Polls;

/// <summary>
/// Closes a poll and counts: when its time has passed, or early when everybody on the roll has answered. By the clock or
/// by a coordinator. Closing a closed poll changes nothing.
/// </summary>
/// <param name="Poll">The poll.</param>
/// <param name="Box">The ballots, read in the same transaction that will record the result.</param>
public sealed record ClosePoll(PollId Poll, BallotBox Box) : Command;
