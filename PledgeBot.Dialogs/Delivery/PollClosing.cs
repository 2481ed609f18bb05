using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>Closes a poll in the clock's name, within a turn.</summary>
internal static class PollClosing
{
    /// <summary>Closes a poll whose time has passed, or that everybody has answered; otherwise, or a second time, nothing happens.</summary>
    public static async Task CloseAsync(ITurn turn, PollId poll, DateTimeOffset now, CancellationToken cancellationToken)
    {
        BallotBox box = await turn.ReadBallotsAsync(poll, cancellationToken);
        var clock = new Moment(By: null, now);
        if (turn.Partnership.Decide(new ClosePoll(poll, box), clock) is Decision.Accepted closed)
        {
            turn.Append(closed.Events, clock);
            Consequences.Schedule(turn, closed.Events, now);
        }
    }
}
