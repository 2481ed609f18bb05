using System.Text.Json;
using Microsoft.Extensions.Logging;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Help;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Photos;
using PledgeBot.Dialogs.Proposals;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.SetUp;
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
            .Append(new CardVerb(PartnershipChoice.Verb, ChooseAsync))
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
                    ? Answer(turn.OwnAnswerTo(await PressAsync(turn, action.Verb, action.Data, cancellationToken)))
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

    /// <summary>
    /// Answers somebody in a team whose partnership is still to be formed: with the form for that, and with the way to it whatever
    /// else they ask.
    /// </summary>
    public async Task<TurnAnswer> RouteFounderAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (SetUpDialog.IsAskedForBy(turn.Activity))
        {
            return await RouteAsync(turn, cancellationToken);
        }

        DrawnCard setUp = WelcomeCard.SetUp();
        switch (turn.Activity)
        {
            case { Type: ActivityTypes.Message }:
                turn.Show(setUp.Card, setUp.Summary);
                return new TurnAnswer(null);
            case { Name: InvokeNames.AdaptiveCardAction }:
                return new TurnAnswer(CardActionAnswer.Card(setUp.Card));
            default:
                return new TurnAnswer(SentenceAnswer.To(turn.Activity, setUp.Summary));
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

    private TurnAnswer Answer(VerbAnswer? answer) => answer switch
    {
        VerbAnswer.Card card => new TurnAnswer(CardActionAnswer.Card(card.Shown), card.View),
        VerbAnswer.Message message => new TurnAnswer(CardActionAnswer.Message(Word.WithoutMarks(message.Text))),
        VerbAnswer.InChat said => new TurnAnswer(CardActionAnswer.Message(Word.WithoutMarks(said.Notice))),
        _ => new TurnAnswer(WrongData()),
    };

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
        if (CommandRouter.IsBlank(text))
        {
            text = "";
        }

        if (turn.IsPersonal && await _dialogs.IsActiveAsync(turn, cancellationToken))
        {
            // A command written as it is taught, "status" or "rösta 2 5", is a command also in the middle of a dialog; anything
            // else is an answer.
            if (_commands.Find(text) is { Command.IsSmallTalk: false } interruption
                && (CommandRouter.IsTaught(interruption.Argument) || interruption.Command.Teaches(interruption.Argument))
                && interruption is not ({ Command.StandsAlone: true, Argument.Length: > 0 } or { Command.IsAnswerAlone: true, Argument.Length: 0 })
                && !await _dialogs.TakesForWordAsync(turn, text, cancellationToken))
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
        else if (_commands.Find(CommandRouter.Spelled(text)) is { } found)
        {
            await RunAsync(turn, found, cancellationToken);
        }
        else
        {
            await AnswerUnknownAsync(turn, text, cancellationToken);
            AccountForPhoto(turn);
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
        AccountForPhoto(turn);
    }

    private static void AccountForPhoto(TurnContext turn)
    {
        if (turn.Photo is not PhotoSent.None && !turn.IsPhotoTaken)
        {
            turn.AddToAnswer(turn.Photo is PhotoSent.Refused refused ? refused.Sentence : PhotoTexts.NotUsed);
        }
    }

    private async Task AnswerUnknownAsync(TurnContext turn, string text, CancellationToken cancellationToken)
    {
        if (CommandRouter.IsPicture(text))
        {
            Show(turn, NextStepCard.Draw(HelpTexts.Praise));
        }
        else if (!text.Any(char.IsLetterOrDigit))
        {
            await _commands.Find(CommandTexts.Help)!.Value.Command.RunAsync(turn, "", cancellationToken);
        }
        else if (GuidedDialogs.IsWord(text))
        {
            Show(turn, NextStepCard.Draw(HelpTexts.NothingAsked));
        }
        else if (_commands.FindNearest(text) is not { } nearest)
        {
            Show(turn, NotUnderstood(text, TurnTexts.SeeHelp, null));
        }
        else if (nearest.Command.IsSmallTalk)
        {
            await nearest.Command.RunAsync(turn, "", cancellationToken);
        }
        else
        {
            Show(turn, NotUnderstood(text, Word.Fill(TurnTexts.DidYouMean, nearest.Phrase), nearest.Phrase));
        }
    }

    private static DrawnCard NotUnderstood(string text, string next, string? nearest)
    {
        string notUnderstood = Word.Fill(TurnTexts.NotUnderstood, CommandRouter.Echo(text));
        return new DrawnCard(
            CardFrame.Of(
                $"{notUnderstood} {next}",
                [Line.Of(notUnderstood), Line.Of(next)],
                [
                    .. nearest is null ? [] : (AdaptiveAction[])[CommandButton.For(Word.Capital(nearest), nearest)],
                    CommandButton.For(Word.Capital(CommandTexts.Help), CommandTexts.Help),
                ]),
            $"{notUnderstood} {next}");
    }

    private static void Show(TurnContext turn, DrawnCard drawn) => turn.Show(drawn.Card, drawn.Summary);

    private async Task<VerbAnswer?> PressAsync(TurnContext turn, string verb, JsonElement data, CancellationToken cancellationToken) =>
        _verbs.TryGetValue(verb, out CardVerb? known)
            ? await known.RunAsync(turn, data, cancellationToken)
            : new VerbAnswer.Message(TurnTexts.UnknownButton);

    /// <summary>Answers a press from a client that knows no <c>Action.Execute</c>: what it cannot be given back is said instead.</summary>
    private async Task AnswerSubmitAsync(TurnContext turn, CardSubmit submit, CancellationToken cancellationToken)
    {
        switch (await PressAsync(turn, submit.Verb, submit.Data, cancellationToken))
        {
            case VerbAnswer.Card when turn.ReplacesPressedCard:
            case VerbAnswer.InChat:
                // One press gives one new message at the most, and it has been said or shown already.
                break;
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
        return new VerbAnswer.InChat(CommandTexts.Answered);
    }

    /// <summary>Chooses the turn's partnership for what comes, and answers what was asked before it was clear which one it was about.</summary>
    private async Task<VerbAnswer?> ChooseAsync(TurnContext turn, JsonElement data, CancellationToken cancellationToken)
    {
        PartnershipChoice.Remember(turn);
        string chosen = Word.Fill(TurnTexts.Chosen, PartnershipChoice.NameOf(turn.Partnership));
        if (!data.TryGetText(PartnershipChoice.Text, out string? text))
        {
            return new VerbAnswer.Message(chosen);
        }

        await AnswerTextAsync(turn, text, cancellationToken);
        return new VerbAnswer.InChat(chosen);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A button's press had data of the wrong shape; nothing was done.")]
    private partial void LogWrongData();
}
