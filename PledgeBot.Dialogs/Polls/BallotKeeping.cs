using System.Security.Cryptography;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Keeps a ballot, whether its member cast it or a coordinator recorded it.</summary>
internal static class BallotKeeping
{
    /// <summary>Stores the ballot, has the turnout shown, and closes the poll if everybody has answered now.</summary>
    /// <returns>The ballot as it is stored, with its receipt.</returns>
    public static async Task<Ballot> KeepAsync(TurnContext turn, Poll poll, Ballot ballot, CancellationToken cancellationToken)
    {
        BallotBox before = await turn.Records.ReadBallotsAsync(poll.Id, cancellationToken);
        Ballot kept = ballot with { Receipt = before.ReceiptFor(ballot.Member, RandomNumberGenerator.GetInt32(Receipt.Count)) };
        turn.Records.Cast(poll.Id, kept);
        Consequences.ScheduleTurnout(turn.Records, poll.Id, turn.Now);
        if (kept.Recording is null)
        {
            // The member's own vote stands in the place of one that was recorded, so of that there is nothing more to tell.
            MemberNotice.ForgetVote(turn.Records, poll.Id, kept.Member);
        }

        if (before.With(kept).EverybodyHasAnswered(poll))
        {
            await PollClosing.CloseAsync(turn.Records, poll.Id, turn.Now, cancellationToken);
        }

        return kept;
    }
}
