using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
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
            { IsEmpty: true } => Task.FromResult<VerbAnswer?>(new VerbAnswer.Message(PollTexts.ChoiceError)),
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

        switch (VoteReading.Read(typed, turn.Partnership, turn.Now))
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

        if (FindPoll(turn, typed, turn.Partnership.Polls.LastOrDefault(poll => poll.IsOpenAt(turn.Now))) is { } poll)
        {
            turn.Say(await SayAsync(turn, poll, [], cancellationToken));
        }
        else
        {
            turn.Say(PollTexts.NoOpenPoll);
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
            return new VerbAnswer.Message(RefusalText.For(refused.Reason, turn.Partnership));
        }

        DrawnCard drawn = PollCard.Draw(turn.Partnership.FindPoll(poll)!, await turn.ViewAsync(cancellationToken));
        return new VerbAnswer.Card(drawn.Card, PollTexts.Saved) { View = Subject.Of(poll) };
    }

    private static async Task<string> SayAsync(
        TurnContext turn, Poll poll, ImmutableArray<ProposalReference> picks, CancellationToken cancellationToken) =>
        await CastAsync(turn, poll, picks, cancellationToken) switch
        {
            VoteAnswer.Refused refused => RefusalText.For(refused.Reason, turn.Partnership),
            _ when turn.Partnership.FindPoll(poll.Id)!.Result is not null => PollTexts.SavedLast,
            VoteAnswer.Counted { Ballot.IsAbstention: true } => PollTexts.SavedAbstention,
            VoteAnswer.Counted counted when turn.IsPersonal =>
                Word.Fill(PollTexts.SavedPicks, Word.List([.. counted.Ballot.Picks.Select(pick => pick.ToString())])),
            _ => PollTexts.Saved,
        };

    private static async Task<VoteAnswer> CastAsync(
        TurnContext turn, Poll poll, ImmutableArray<ProposalReference> picks, CancellationToken cancellationToken)
    {
        VoteAnswer answer = poll.Vote(turn.Member.Id, picks, turn.Now);
        if (answer is VoteAnswer.Counted counted)
        {
            await BallotKeeping.KeepAsync(turn, poll, counted.Ballot, cancellationToken);
        }

        return answer;
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
