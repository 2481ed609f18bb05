using System.Text.Json;
using Microsoft.Extensions.Logging;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Photos;
using PledgeBot.Dialogs.Proposals;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Finds what a turn is about and has it answered: a command, a button, a form, or a step of a dialog.</summary>
internal sealed partial class TurnRouter
{
    private readonly CommandRouter _commands;
    private readonly Dictionary<string, CardVerb> _verbs;
    private readonly GuidedDialogs _dialogs;
    private readonly FormDialogs _forms;
    private readonly ProposalFromMessage _messageActions;
    private readonly SubjectCards _cards;
    private readonly ILogger<TurnRouter> _logger;

    /// <summary>Collects what members can write and press.</summary>
    public TurnRouter(
        IEnumerable<Feature> features,
        CommandRouter commands,
        GuidedDialogs dialogs,
        FormDialogs forms,
        ProposalFromMessage messageActions,
        SubjectCards cards,
        ILogger<TurnRouter> logger)
    {
        _logger = logger;
        _commands = commands;
        _dialogs = dialogs;
        _forms = forms;
        _messageActions = messageActions;
        _cards = cards;
        _verbs = features.SelectMany(feature => feature.Verbs)
            .Concat(dialogs.Verbs)
            .Append(new CardVerb(ViewButton.Verb, ViewAsync))
            .Append(new CardVerb(CommandButton.Verb, RunCommandAsync))
            .ToDictionary(verb => verb.Verb);
    }

    /// <summary>Answers a message or a request.</summary>
    public async Task<TurnAnswer> RouteAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (CardSubmit.TryRead(turn.Activity, out CardSubmit? submit))
        {
            await AnswerSubmitAsync(turn, submit, cancellationToken);
            return new TurnAnswer(null);
        }

        switch (turn.Activity)
        {
            case { Type: ActivityTypes.Message }:
                await AnswerTextAsync(turn, turn.Activity.TextWithoutBotMention(), cancellationToken);
                return new TurnAnswer(null);
            case { Name: InvokeNames.AdaptiveCardAction }:
                return CardAction.TryRead(turn.Activity, out CardAction? action)
                    ? await PressAsync(turn, action.Verb, action.Data, cancellationToken) switch
                    {
                        VerbAnswer.Card card => new TurnAnswer(CardActionAnswer.Card(card.Shown), card.View),
                        VerbAnswer.Message message => new TurnAnswer(CardActionAnswer.Message(Word.WithoutMarks(message.Text))),
                        _ => new TurnAnswer(WrongData()),
                    }
                    : new TurnAnswer(WrongData());
            case { Name: InvokeNames.TaskFetch }:
                return new TurnAnswer(TaskRequest.TryRead(turn.Activity, out TaskRequest? fetch)
                    ? await _forms.OpenAsync(turn, fetch.Data, cancellationToken)
                    : InvokeResponse.BadRequest);
            case { Name: InvokeNames.TaskSubmit }:
                return new TurnAnswer(TaskRequest.TryRead(turn.Activity, out TaskRequest? save)
                    ? await _forms.SubmitAsync(turn, save.Data, cancellationToken)
                    : InvokeResponse.BadRequest);
            case { Name: InvokeNames.ComposeFetchTask or InvokeNames.ComposeSubmitAction }:
                return new TurnAnswer(await _messageActions.AnswerAsync(turn, cancellationToken));
            default:
                return new TurnAnswer(null);
        }
    }

    /// <summary>Answers a look at a card, from the state alone.</summary>
    public async Task<InvokeResponse> ViewAsync(
        JsonElement data,
        Partnership partnership,
        Member? viewer,
        IReadOnlyList<Contact> contacts,
        Func<PollId, Task<BallotBox>> readBallotsAsync,
        DateTimeOffset now)
    {
        return CardViewVerb.Read(data) is { } subject
            ? await ViewAsync(subject, partnership, viewer, contacts, readBallotsAsync, now)
            : WrongData();
    }

    /// <summary>Answers a look at a subject's card, from the state alone.</summary>
    public async Task<InvokeResponse> ViewAsync(
        CardSubject subject,
        Partnership partnership,
        Member? viewer,
        IReadOnlyList<Contact> contacts,
        Func<PollId, Task<BallotBox>> readBallotsAsync,
        DateTimeOffset now)
    {
        var boxes = new Dictionary<PollId, BallotBox>();
        if (subject.Kind == Subject.Poll
            && PollId.TryParse(subject.Key, null, out PollId id)
            && partnership.FindPoll(id) is { } poll
            && poll.IsOpenAt(now))
        {
            boxes[id] = await readBallotsAsync(id);
        }

        return _cards.Draw(subject, new CardView(partnership, boxes, contacts, viewer, now)) is { } drawn
            ? CardActionAnswer.Card(drawn.Card)
            : CardActionAnswer.Message(TurnTexts.NoSuchCard);
    }

    private InvokeResponse WrongData()
    {
        LogWrongData();
        return CardActionAnswer.Error(400, "BadRequest", TurnTexts.WrongData);
    }

    private async Task<VerbAnswer?> ViewAsync(TurnContext turn, JsonElement data, CancellationToken cancellationToken) =>
        CardViewVerb.Read(data) is not { } subject ? null
        : _cards.Draw(subject, await turn.ViewAsync(cancellationToken)) is { } drawn ? new VerbAnswer.Card(drawn.Card, drawn.Summary) { View = subject }
        : new VerbAnswer.Message(TurnTexts.NoSuchCard);

    private async Task AnswerTextAsync(TurnContext turn, string text, CancellationToken cancellationToken)
    {
        if (turn.IsPersonal && await _dialogs.IsActiveAsync(turn, cancellationToken))
        {
            // A command written as it is taught, "status" or "rösta 2 5", is a command also in the middle of a dialog; anything
            // else is an answer.
            if (_commands.Find(text) is { } interruption && CommandRouter.IsTaught(interruption.Argument) && !GuidedDialogs.IsWord(text))
            {
                await RunAsync(turn, interruption, cancellationToken);
                return;
            }

            if (await _dialogs.TryAnswerAsync(turn, text, cancellationToken))
            {
                return;
            }
        }

        if (text.Length == 0 && turn.Photo is not PhotoSent.None)
        {
            await AnswerPhotoAsync(turn, cancellationToken);
        }
        else if (_commands.Find(text.Length == 0 ? CommandTexts.Help : CommandRouter.Spelled(text)) is { } found)
        {
            await RunAsync(turn, found, cancellationToken);
        }
        else
        {
            AnswerUnknown(turn, text);
        }
    }

    /// <summary>Answers a picture that came without a word.</summary>
    private async Task AnswerPhotoAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Photo is PhotoSent.Refused refused)
        {
            turn.Say(refused.Sentence);
        }
        else if (turn.IsPersonal)
        {
            await _dialogs.StartAsync(turn, PhotoDialog.Id, subject: "", cancellationToken);
        }
        else
        {
            turn.Say(TurnTexts.ImageWithoutCommand);
        }
    }

    /// <summary>Does what a command says, and accounts for a picture that came with it and was not part of it.</summary>
    private static async Task RunAsync(TurnContext turn, (ChatCommand Command, string Argument) found, CancellationToken cancellationToken)
    {
        await found.Command.RunAsync(turn, found.Argument, cancellationToken);
        if (turn.Photo is not PhotoSent.None && !turn.IsPhotoTaken)
        {
            turn.Say(turn.Photo is PhotoSent.Refused refused ? refused.Sentence : PhotoTexts.NotUsed);
        }
    }

    private void AnswerUnknown(TurnContext turn, string text)
    {
        string notUnderstood = Word.Fill(TurnTexts.NotUnderstood, CommandRouter.Echo(text));
        string? nearest = _commands.FindNearest(text);
        string next = nearest is null ? TurnTexts.SeeHelp : Word.Fill(TurnTexts.DidYouMean, nearest);
        AdaptiveCard card = CardFrame.Of(
            $"{notUnderstood} {next}",
            [Line.Of(notUnderstood), Line.Of(next)],
            [
                .. nearest is null ? [] : (AdaptiveAction[])[CommandButton.For(Word.Capital(nearest), nearest)],
                CommandButton.For(Word.Capital(CommandTexts.Help), CommandTexts.Help),
            ]);
        turn.Show(card, $"{notUnderstood} {next}");
    }

    private async Task<VerbAnswer?> PressAsync(TurnContext turn, string verb, JsonElement data, CancellationToken cancellationToken) =>
        _verbs.TryGetValue(verb, out CardVerb? known)
            ? await known.RunAsync(turn, data, cancellationToken)
            : new VerbAnswer.Message(TurnTexts.UnknownButton);

    /// <summary>Answers a press from a client that knows no <c>Action.Execute</c>: what it cannot be given back is said instead.</summary>
    private async Task AnswerSubmitAsync(TurnContext turn, CardSubmit submit, CancellationToken cancellationToken)
    {
        switch (await PressAsync(turn, submit.Verb, submit.Data, cancellationToken))
        {
            case VerbAnswer.Card card when turn.IsPersonal:
                turn.Show(card.Shown, card.Summary);
                break;
            case VerbAnswer.Card card:
                // In the channel everybody reads the answer, so it is the short one.
                turn.Say(card.Summary);
                break;
            case VerbAnswer.Message message:
                turn.Say(message.Text);
                break;
            default:
                LogWrongData();
                turn.Say(TurnTexts.WrongData);
                break;
        }
    }

    private async Task<VerbAnswer?> RunCommandAsync(TurnContext turn, JsonElement data, CancellationToken cancellationToken)
    {
        if (!data.TryGetText(CommandButton.Text, out string? text))
        {
            return null;
        }

        await AnswerTextAsync(turn, text, cancellationToken);
        return new VerbAnswer.Message(CommandTexts.Answered);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A button's press had data of the wrong shape; nothing was done.")]
    private partial void LogWrongData();
}
