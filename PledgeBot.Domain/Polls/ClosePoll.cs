using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Polls;

/// <summary>
/// Closes a poll and counts: when its time has passed, or early when everybody on the roll has answered. By the clock or
/// by a coordinator. A poll that is not quorate when its time has passed is extended instead, once, if its rules say so; a tie at
/// the border opens the run-off (domain reference 9.1.5). Closing a closed poll changes nothing.
/// </summary>
/// <param name="Poll">The poll.</param>
/// <param name="Box">The ballots, read in the same transaction that will record the result.</param>
/// <param name="RunOff">The identifier of the run-off, should there be one.</param>
public sealed record ClosePoll(PollId Poll, BallotBox Box, PollId RunOff) : Command;
