using System.Globalization;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Receipts: what one's own is, and whether the ballot that has one was counted. Only in a member's own chat.</summary>
internal sealed class ReceiptFeature : Feature
{
    /// <summary>Of how many polls at the most one's own receipt is told.</summary>
    private const int MostPolls = 5;

    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        new(() => PollTexts.CommandReceipt, () => PollTexts.CommandReceiptHelp, TellAsync)
        {
            Argument = () => PollTexts.CommandReceiptArgument,
            Teaches = typed => Receipt.TryParse(typed, CultureInfo.InvariantCulture, out _),
        },
    ];

    private static async Task TellAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            turn.Say(PollTexts.ReceiptElsewhere);
        }
        else if (typed.Length == 0)
        {
            turn.Say(await OwnAsync(turn, cancellationToken));
        }
        else if (Receipt.TryParse(typed, CultureInfo.InvariantCulture, out Receipt receipt))
        {
            turn.Say(await FindAsync(turn, receipt, cancellationToken));
        }
        else
        {
            turn.Say(Word.Fill(PollTexts.ReceiptUnreadable, CommandRouter.Echo(typed)));
        }
    }

    /// <summary>Gets the member's own receipts: in the polls that are open, or else in the latest that has closed.</summary>
    private static async Task<string> OwnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        Poll[] open = [.. turn.Partnership.Polls.Where(poll => poll.IsOpenAt(turn.Now)).TakeLast(MostPolls)];
        List<string> lines = [];
        foreach (Poll poll in open)
        {
            Ballot? own = (await turn.Records.ReadBallotsAsync(poll.Id, cancellationToken)).BallotOf(turn.Member.Id);
            lines.Add(own?.Receipt is { } receipt
                ? Word.Fill(PollTexts.ReceiptOwnOpen, poll.Walk, receipt, Word.For(poll.ClosesAt))
                : poll.IsOnRoll(turn.Member.Id) ? Word.Fill(PollTexts.ReceiptNoneYet, poll.Walk) : Word.Fill(PollTexts.ReceiptNotEntitled, poll.Walk));
        }

        if (lines.Count == 0)
        {
            lines.Add(turn.Partnership.Polls.LastOrDefault(poll => poll.Result is { Ballots.IsEmpty: false }) is { } closed
                ? OwnIn(turn, closed)
                : PollTexts.NoOpenPoll);
        }

        return string.Join("\n\n", lines);
    }

    private static string OwnIn(TurnContext turn, Poll closed)
    {
        if (closed.Rules.IsSecret)
        {
            return Word.Fill(PollTexts.ReceiptSecretClosed, closed.Walk);
        }

        return closed.Result!.Ballots.FirstOrDefault(ballot => ballot.Voter == turn.Member.Id) is { } own
            ? Counted(closed, own, PollTexts.ReceiptOwnClosed)
            : Word.Fill(PollTexts.ReceiptDidNotVote, closed.Walk);
    }

    /// <summary>Finds the ballot with a receipt among the counted ones. Of an open poll only the member's own is known of.</summary>
    private static async Task<string> FindAsync(TurnContext turn, Receipt receipt, CancellationToken cancellationToken)
    {
        string[] counted =
        [
            .. from poll in turn.Partnership.Polls
               where poll.Result is not null
               from ballot in poll.Result!.Ballots
               where ballot.Receipt == receipt
               select Counted(poll, ballot, PollTexts.ReceiptCounted),
        ];
        foreach (Poll poll in turn.Partnership.Polls.Where(poll => poll.IsOpenAt(turn.Now)))
        {
            if ((await turn.Records.ReadBallotsAsync(poll.Id, cancellationToken)).BallotOf(turn.Member.Id)?.Receipt == receipt)
            {
                return string.Join("\n\n", counted.Append(Word.Fill(PollTexts.ReceiptOwnOpen, poll.Walk, receipt, Word.For(poll.ClosesAt))));
            }
        }

        return counted.Length > 0 ? string.Join("\n\n", counted) : Word.Fill(PollTexts.ReceiptUnknown, receipt);
    }

    private static string Counted(Poll poll, CountedBallot ballot, string text) => Word.Fill(
        text,
        ballot.Receipt,
        poll.Walk,
        Word.For(poll.Result!.ClosedAt),
        ballot.Picks.IsEmpty ? PollTexts.ReceiptAbstains : PollLines.Names(ballot.Picks));
}
