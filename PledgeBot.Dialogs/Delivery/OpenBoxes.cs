using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>Reads the ballots of the open polls, for whoever draws a turnout.</summary>
internal static class OpenBoxes
{
    /// <summary>Reads the boxes of every poll that is open at the given instant.</summary>
    public static async Task<IReadOnlyDictionary<PollId, BallotBox>> ReadAsync(
        ITurn turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var boxes = new Dictionary<PollId, BallotBox>();
        foreach (Poll poll in turn.Partnership.Polls.Where(poll => poll.IsOpenAt(now)))
        {
            boxes[poll.Id] = await turn.ReadBallotsAsync(poll.Id, cancellationToken);
        }

        return boxes;
    }
}
