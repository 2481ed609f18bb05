using PledgeBot.Dialogs.Polls;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>Closes polls in the clock's name, within a turn.</summary>
internal static class PollClosing
{
    /// <summary>
    /// Closes every poll whose time has passed, so that what the turn sees does not depend on when the worker came to it. A poll that is
    /// extended by its rules to a time that has passed too is closed as well.
    /// </summary>
    public static async Task CloseDueAsync(ITurn turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (turn.Partnership.Polls.FirstOrDefault(poll => !poll.HasEnded && !poll.IsOpenAt(now)) is { } due)
        {
            await CloseAsync(turn, due.Id, now, cancellationToken);
        }
    }

    /// <summary>Closes a poll whose time has passed, or that everybody has answered; otherwise, or a second time, nothing happens.</summary>
    public static async Task CloseAsync(ITurn turn, PollId poll, DateTimeOffset now, CancellationToken cancellationToken)
    {
        BallotBox box = await turn.ReadBallotsAsync(poll, cancellationToken);
        var clock = new Moment(By: null, now);
        if (turn.Partnership.Decide(new ClosePoll(poll, box, PollId.New(now)), clock) is Decision.Accepted closed)
        {
            turn.Append(closed.Events, clock);
            Consequences.Schedule(turn, closed.Events, now);
            await RecordVoteDialog.ForgetPicksAsync(turn, cancellationToken);
        }
    }
}
