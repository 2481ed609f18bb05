using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Voting: by card, by form and by typing.</summary>
internal sealed class PollFeature(GuidedDialogs dialogs) : Feature
{
    /// <summary>The verb of the button that votes.</summary>
    public const string VoteVerb = "poll.vote";

    /// <summary>The verb of the button that abstains.</summary>
    public const string AbstainVerb = "poll.abstain";

    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        new(() => PollTexts.CommandVote, () => PollTexts.CommandVoteHelp, VoteAsync) { Argument = () => PollTexts.CommandVoteArgument },
        new(() => PollTexts.CommandAbstain, () => PollTexts.CommandAbstainHelp, AbstainAsync),
        new(() => PollTexts.CommandShow, () => PollTexts.CommandShowHelp, ShowAsync),
        new(() => PollTexts.CommandRecord, () => PollTexts.CommandRecordHelp, RecordAsync) { Argument = () => PollTexts.CommandOpenArgument },
        new(() => PollTexts.CommandOpen, () => PollTexts.CommandOpenHelp, OpenAsync) { Argument = () => PollTexts.CommandOpenArgument },
        new(() => PollTexts.CommandClose, () => PollTexts.CommandCloseHelp, CloseAsync),
    ];

    /// <inheritdoc/>
    public override IEnumerable<CardVerb> Verbs =>
    [
        new(VoteVerb, (turn, data, cancellationToken) => ReadPicks(data) switch
        {
            null => Task.FromResult<VerbAnswer?>(null),
            { IsEmpty: true } => Task.FromResult<VerbAnswer?>(new VerbAnswer.Message(
                IsPressOverheard(turn) ? Word.Fill(PollTexts.NotCountedHere, PollTexts.CommandVoteArgument) : PollTexts.ChoiceError)),
            { } picks => PressAsync(turn, data, picks, cancellationToken),
        }),
        new(AbstainVerb, (turn, data, cancellationToken) => PressAsync(turn, data, [], cancellationToken)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<GuidedDialog> Dialogs => [PollDialogs.OpenPoll, RecordVoteDialog.Dialog];

    /// <inheritdoc/>
    public override IEnumerable<SubjectCard> Cards => [new(Subject.Poll, PollCard.Draw)];

    private async Task VoteAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        if (typed.Length > 0 && await IsRecordingsAnswerAsync(turn, typed, cancellationToken))
        {
            return;
        }

        var reading = VoteReading.Read(typed, turn.Partnership, turn.Now);
        if (!turn.IsPersonal && Overheard(turn, reading, typed) is { } sentence)
        {
            turn.Say(sentence);
            return;
        }

        switch (reading)
        {
            case VoteReading.Vote vote:
                turn.Say(await SayAsync(turn, vote.Poll, vote.Picks, cancellationToken));
                break;
            case VoteReading.Unclear unclear:
                turn.Say(unclear.Sentence);
                break;
        }
    }

    private async Task AbstainAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        if (typed.Length == 0 && await IsRecordingsAnswerAsync(turn, PicksQuestion.Abstains, cancellationToken))
        {
            return;
        }

        if (FindPoll(turn, typed, turn.Partnership.Polls.LastOrDefault(poll => poll.IsOpenAt(turn.Now))) is not { } poll)
        {
            turn.Say(PollTexts.NoOpenPoll);
        }
        else if (!turn.IsPersonal && poll.Rules.IsSecret && poll.IsOpenAt(turn.Now))
        {
            turn.Say(PollTexts.SecretVoteElsewhere);
        }
        else
        {
            turn.Say(await SayAsync(turn, poll, [], cancellationToken));
        }
    }

    private static async Task ShowAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        if (FindPoll(turn, typed, turn.Partnership.Polls.LastOrDefault()) is not { } poll)
        {
            turn.Say(PollTexts.NoOpenPoll);
            return;
        }

        // In the channel everybody sees the answer: there it is everybody's card, which each viewer gets as their own.
        CardView view = await turn.ViewAsync(cancellationToken);
        DrawnCard drawn = PollCard.Draw(poll, turn.IsPersonal ? view : view with { Viewer = null });
        turn.Show(drawn.Card, drawn.Summary);
    }

    private Task RecordAsync(TurnContext turn, string typed, CancellationToken cancellationToken) =>
        dialogs.StartAsync(turn, RecordVoteDialog.Id, typed, cancellationToken);

    /// <summary>
    /// Takes a typed vote for the answer when the recording of another's vote waits for what they pick: it must not become the
    /// coordinator's own by mistake.
    /// </summary>
    /// <returns>False if no recording waits for it; nothing has then been said.</returns>
    private async Task<bool> IsRecordingsAnswerAsync(TurnContext turn, string vote, CancellationToken cancellationToken) =>
        DialogState.Read(await turn.Records.RecallAsync(DialogState.KeyOf(turn.Member.Id), cancellationToken))
            is { Dialog: RecordVoteDialog.Id, Question: RecordVoteDialog.Picks, Ended: null }
        && await dialogs.TryAnswerAsync(turn, vote, cancellationToken);

    private Task OpenAsync(TurnContext turn, string typed, CancellationToken cancellationToken) =>
        dialogs.StartAsync(turn, PollDialogs.Open, typed, cancellationToken);

    private static async Task CloseAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        if (FindPoll(turn, typed, turn.Partnership.Polls.LastOrDefault(poll => poll.IsOpenAt(turn.Now))) is not { } poll)
        {
            turn.Say(PollTexts.NoOpenPoll);
            return;
        }

        BallotBox box = await turn.Records.ReadBallotsAsync(poll.Id, cancellationToken);
        turn.Say(turn.Do(new ClosePoll(poll.Id, box, PollId.New(turn.Now))) is { } refusal ? RefusalText.For(refusal, turn.Partnership) : PollTexts.Closed);
    }

    private static async Task<VerbAnswer?> PressAsync(
        TurnContext turn, JsonElement data, ImmutableArray<ProposalReference> picks, CancellationToken cancellationToken)
    {
        if (!data.TryGetText(PollCard.PollField, out string? id)
            || !PollId.TryParse(id, CultureInfo.InvariantCulture, out PollId poll))
        {
            return null;
        }

        if (turn.Partnership.FindPoll(poll) is not { } found)
        {
            return new VerbAnswer.Message(RefusalText.For(new NoSuchPoll(), turn.Partnership));
        }

        if (await CastAsync(turn, found, picks, cancellationToken) is VoteAnswer.Refused refused)
        {
            return new VerbAnswer.Message(Explain(turn, found, refused.Reason, IsPressOverheard(turn)));
        }

        DrawnCard drawn = PollCard.Draw(turn.Partnership.FindPoll(poll)!, await turn.ViewAsync(cancellationToken));
        return new VerbAnswer.Card(drawn.Card, PollTexts.Saved) { View = Subject.Of(poll) };
    }

    private static async Task<string> SayAsync(
        TurnContext turn, Poll poll, ImmutableArray<ProposalReference> picks, CancellationToken cancellationToken)
    {
        switch (await CastAsync(turn, poll, picks, cancellationToken))
        {
            case VoteAnswer.Refused refused:
                return Explain(turn, poll, refused.Reason, isOverheard: !turn.IsPersonal);
            case VoteAnswer.Counted { Ballot: var ballot }:
                bool isLast = turn.Partnership.FindPoll(poll.Id)!.Result is not null;
                string saved = isLast ? PollTexts.SavedLast
                    : !turn.IsPersonal ? PollTexts.Saved
                    : ballot.IsAbstention ? PollTexts.SavedAbstention
                    : Word.Fill(PollTexts.SavedPicks, Word.List([.. ballot.Picks.Select(pick => pick.ToString())]));
                return turn.IsPersonal ? $"{saved} {Word.Fill(PollTexts.YourReceipt, ballot.Receipt)}" : saved;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>
    /// Gets the answer where others hear it to a vote that is not to be tried there: one in a secret poll, and one that is not clear;
    /// nothing for one that can be. It is the same whatever the picks are.
    /// </summary>
    private static string? Overheard(TurnContext turn, VoteReading reading, string typed)
    {
        Poll[] open = [.. turn.Partnership.Polls.Where(poll => poll.IsOpenAt(turn.Now))];
        return reading switch
        {
            VoteReading.Vote vote => vote.Poll.Rules.IsSecret && open.Contains(vote.Poll) ? PollTexts.SecretVoteElsewhere : null,
            _ when open.Any(poll => poll.Rules.IsSecret) => PollTexts.SecretVoteElsewhere,
            _ => typed.Length > 0 && open.Length > 0 ? NotCountedHere(open[0]) : null,
        };
    }

    // What is answered to a request, only the presser reads; an older client's press is answered with a message.
    private static bool IsPressOverheard(TurnContext turn) => !turn.IsPersonal && turn.Activity.Type == ActivityTypes.Message;

    // Where others hear it, a refusal that depends on the picks tells something of them.
    private static string Explain(TurnContext turn, Poll poll, Refusal refusal, bool isOverheard) =>
        isOverheard && refusal is (TooManyPicks or TooFewPicks or NotOnBallot or PickedTwice or MayNotAbstain)
            ? NotCountedHere(poll)
            : RefusalText.For(refusal, turn.Partnership);

    private static string NotCountedHere(Poll poll) => Word.Fill(PollTexts.NotCountedHere, VoteReading.Example(poll));

    private static async Task<VoteAnswer> CastAsync(
        TurnContext turn, Poll poll, ImmutableArray<ProposalReference> picks, CancellationToken cancellationToken)
    {
        VoteAnswer answer = poll.Vote(turn.Member.Id, picks, turn.Now);
        return answer is VoteAnswer.Counted counted
            ? new VoteAnswer.Counted(await BallotKeeping.KeepAsync(turn, poll, counted.Ballot, cancellationToken))
            : answer;
    }

    private static Poll? FindPoll(TurnContext turn, string typed, Poll? otherwise) =>
        WalkNumber.TryParse(typed, CultureInfo.InvariantCulture, out WalkNumber walk) ? turn.Partnership.LatestPollOf(walk) : otherwise;

    /// <summary>Reads the ticked proposals, separated by commas; nothing if a value is no reference.</summary>
    private static ImmutableArray<ProposalReference>? ReadPicks(JsonElement data)
    {
        if (!data.TryGetText(PollCard.Picks, out string? ticked))
        {
            // Nothing ticked is an empty text or none at all; anything else is no ballot of ours.
            return !data.TryGet(PollCard.Picks, out JsonElement other) || other.ValueKind == JsonValueKind.String ? [] : null;
        }

        ImmutableArray<ProposalReference>.Builder picks = ImmutableArray.CreateBuilder<ProposalReference>();
        foreach (string value in ticked.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!ProposalReference.TryParse(value, CultureInfo.InvariantCulture, out ProposalReference pick))
            {
                return null;
            }

            picks.Add(pick);
        }

        return picks.ToImmutable();
    }
}
