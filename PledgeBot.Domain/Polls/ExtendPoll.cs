using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Polls;

/// <summary>
/// Gives an open poll more time, visibly to all (domain reference 9.1.10). Only the coordinator who opened it, or any coordinator
/// when that one no longer coordinates or the clock opened it.
/// </summary>
/// <param name="Poll">The poll; before its closing.</param>
/// <param name="ClosesAt">When it closes instead: later than now planned, at most 60 days after it opened.</param>
/// <param name="Reason">Why; needed, at most <see cref="LongestReason"/> characters.</param>
public sealed record ExtendPoll(PollId Poll, DateTimeOffset ClosesAt, string Reason) : Command
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 200;
}
