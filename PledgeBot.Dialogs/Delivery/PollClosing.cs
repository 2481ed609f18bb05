using PledgeBot.Dialogs.Polls;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>Closes polls in the clock's name, within a turn.</summary>
internal static class PollClosing
{
    /// <summary>Tells whether a poll's time has passed without its closing being recorded.</summary>
    public static bool IsAnyDue(Partnership partnership, DateTimeOffset now) => FindDue(partnership, now) is not null;

    /// <summary>
    /// Closes every poll whose time has passed, so that what the turn sees does not depend on when the worker came to it. A poll that is
    /// extended by its rules to a time that has passed too is closed as well.
    /// </summary>
    /// <returns>Whether there was any, so that the turn is to be committed.</returns>
    public static async Task<bool> CloseDueAsync(ITurn turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        bool any = false;
        while (FindDue(turn.Partnership, now) is { } due)
        {
            await CloseAsync(turn, due.Id, now, cancellationToken);
            any = true;
        }

        return any;
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
        }

        // One that its rules have given more time goes on, and so does what is being recorded.
        if (turn.Partnership.FindPoll(poll) is { HasEnded: true })
        {
            await RecordVoteDialog.ForgetAsync(turn, poll, cancellationToken);
        }
    }

    private static Poll? FindDue(Partnership partnership, DateTimeOffset now) =>
        partnership.Polls.FirstOrDefault(poll => !poll.HasEnded && !poll.IsOpenAt(now));
}
