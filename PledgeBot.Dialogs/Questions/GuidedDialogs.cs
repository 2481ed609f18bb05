using System.Globalization;
using System.Text.Json;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Photos;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Questions;

/// <summary>
/// Dialogs answered step by step in the personal chat, by typing or on cards. Each member has one at a time; it is remembered
/// between turns and ends when it is saved or cancelled.
/// </summary>
internal sealed class GuidedDialogs(DialogCatalog catalog)
{
    /// <summary>The verb of the button that answers the question.</summary>
    public const string AnswerVerb = "steps.answer";

    /// <summary>The verb of the button that goes to the question before.</summary>
    public const string BackVerb = "steps.back";

    /// <summary>The verb of the button that goes on without an answer.</summary>
    public const string SkipVerb = "steps.skip";

    /// <summary>The verb of the button that ends without saving.</summary>
    public const string CancelVerb = "steps.cancel";

    /// <summary>The verb of the button that saves.</summary>
    public const string SaveVerb = "steps.save";

    /// <summary>The verb of the button that goes to the chosen question.</summary>
    public const string ChangeVerb = "steps.change";

    /// <summary>How long after the last move a text is taken for an answer. After that only the card's buttons go on.</summary>
    public static readonly TimeSpan ListensFor = TimeSpan.FromDays(1);

    /// <summary>Gets what the buttons of the steps do.</summary>
    public IEnumerable<CardVerb> Verbs =>
    [
        Verb(AnswerVerb, (run, data, _) => Task.FromResult(run.Answer(AnswerIn(run, data)))),
        Verb(BackVerb, (run, _, _) => Task.FromResult(run.Back())),
        Verb(SkipVerb, (run, _, _) => Task.FromResult(run.Skip())),
        Verb(CancelVerb, (run, _, _) => Task.FromResult(run.Cancel())),
        Verb(SaveVerb, (run, _, cancellationToken) => run.SaveAsync(cancellationToken)),
        Verb(ChangeVerb, (run, data, _) => Task.FromResult(Change(run, data))),
    ];

    /// <summary>Tells whether a text is one of the words that mean the same at every step.</summary>
    public static bool IsWord(string text) => DialogWords.Read(text, out _) is not null;

    /// <summary>
    /// Tells whether the member's dialog takes a text for one of those words: "ändra" with something after it only when that names one
    /// of its questions.
    /// </summary>
    public async Task<bool> TakesForWordAsync(TurnContext turn, string text, CancellationToken cancellationToken) =>
        DialogWords.Read(text, out string named) is { } word
        && (word != DialogWord.Change || named.Length == 0 || (await FindActiveAsync(turn, cancellationToken))?.Named(named) is not null);

    /// <summary>Tells whether the member is in the middle of a dialog, so that a text in the personal chat is an answer.</summary>
    public async Task<bool> IsActiveAsync(TurnContext turn, CancellationToken cancellationToken) =>
        await FindActiveAsync(turn, cancellationToken) is { } run && Listens(run, turn);

    /// <summary>Finds since when a member's dialog has waited for an answer; nothing if none takes a text for one.</summary>
    public static async Task<DateTimeOffset?> FindListeningSinceAsync(ITurn records, MemberId member, DateTimeOffset now, CancellationToken cancellationToken) =>
        DialogState.Read(await records.RecallAsync(DialogState.KeyOf(member), cancellationToken)) is { Ended: null } state && Listens(state, now)
            ? state.At
            : null;

    /// <summary>Takes a message in the personal chat, its picture included, as the answer to the question that waits.</summary>
    /// <returns>False if the member is not in the middle of a dialog; nothing has then been said.</returns>
    public async Task<bool> TryAnswerAsync(TurnContext turn, string text, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal || await FindActiveAsync(turn, cancellationToken) is not { } run || !Listens(run, turn))
        {
            return false;
        }

        DialogReply reply = await AnswerAsync(turn, run, text.Trim(), cancellationToken);
        (run, reply) = await KeepAndFollowAsync(turn, run, reply, cancellationToken);
        if (reply.Ended is { } sentence)
        {
            turn.Say(sentence);
        }
        else
        {
            turn.Show(reply.Card, reply.Summary);
        }

        return true;
    }

    /// <summary>
    /// Begins a dialog where the member spoke: step by step in the personal chat, and in the channel with a button for the form.
    /// A dialog that the member is in the middle of goes on instead, with all its answers.
    /// </summary>
    /// <param name="turn">The turn.</param>
    /// <param name="dialogId">The dialog's name.</param>
    /// <param name="subject">What it is about; empty to have it settled.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">There is no such dialog.</exception>
    public async Task StartAsync(TurnContext turn, string dialogId, string subject, CancellationToken cancellationToken)
    {
        GuidedDialog dialog = await catalog.FindAsync(turn, dialogId, cancellationToken)
            ?? throw new ArgumentException($"There is no dialog {dialogId}.", nameof(dialogId));
        switch (dialog.Start(turn, subject))
        {
            case DialogStart.NotNow notNow:
                turn.Say(notNow.Sentence);
                break;
            case DialogStart.Ready ready when turn.IsPersonal:
                await BeginAsync(turn, dialog, ready, cancellationToken);
                break;
            case DialogStart.Ready ready:
                OfferForm(turn, dialog, ready);
                break;
        }
    }

    private async Task BeginAsync(TurnContext turn, GuidedDialog dialog, DialogStart.Ready ready, CancellationToken cancellationToken)
    {
        DialogReply reply;
        DialogRun? active = await FindActiveAsync(turn, cancellationToken);
        if (active is not null && Listens(active, turn))
        {
            bool same = active.State.Dialog == dialog.Id && active.State.Subject == ready.Subject;
            string title = catalog.Find(active.State.Dialog)!.Title();
            reply = active.Show(new StepNotes(Notice: same ? QuestionTexts.GoesOn : Word.Fill(QuestionTexts.BusyWith, title)));
        }
        else
        {
            active?.Discard();
            var run = DialogRun.Begin(turn, dialog, ready);
            reply = turn.Photo is not PhotoSent.None && run.AsksForPhoto ? TakePhoto(turn, run, text: "") : run.Show();
            Keep(turn, run);
        }

        turn.Show(reply.Card, reply.Summary);
    }

    private static bool Listens(DialogRun run, TurnContext turn) => Listens(run.State, turn.Now);

    private static bool Listens(DialogState state, DateTimeOffset now) => now - state.At < ListensFor;

    private static string AnswerIn(DialogRun run, JsonElement data) =>
        run.State.Question is { } question ? CardData.Text(data, question) : "";

    private static DialogReply Change(DialogRun run, JsonElement data) => CardData.Text(data, StepCard.WhatToChange) is { Length: > 0 } question
        ? run.Change(question)
        : run.Show(new StepNotes(QuestionTexts.ChooseChange));

    private static void Keep(TurnContext turn, DialogRun run) =>
        turn.Records.Remember(DialogState.KeyOf(turn.Member.Id), run.State.Write());

    private static void OfferForm(TurnContext turn, GuidedDialog dialog, DialogStart.Ready ready)
    {
        if (!dialog.Questions(turn, ready.Subject).Any(question => question.FitsForm))
        {
            turn.Say(QuestionTexts.OnlyInPersonal);
            return;
        }

        string phrase = $"{dialog.Phrase()} {ready.Written}".Trim();
        string lead = dialog.Phrase().Length == 0 ? QuestionTexts.FormLeadPlain : Word.Fill(QuestionTexts.FormLead, phrase);
        string title = dialog.Title();
        turn.Show(
            CardFrame.Of(
                $"{title}: {lead}",
                [Line.Heading(title), Line.Of(lead)],
                [FormButton.For(QuestionTexts.OpenForm, dialog.Id, ready.Subject)]),
            title);
    }

    private CardVerb Verb(string verb, Func<DialogRun, JsonElement, CancellationToken, Task<DialogReply>> move) =>
        new(verb, (turn, data, cancellationToken) => PressAsync(turn, data, move, cancellationToken));

    private async Task<VerbAnswer?> PressAsync(
        TurnContext turn,
        JsonElement data,
        Func<DialogRun, JsonElement, CancellationToken, Task<DialogReply>> move,
        CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(CardData.Text(data, StepCard.Run), "N", out Guid pressedRun)
            || !int.TryParse(CardData.Text(data, StepCard.Revision), NumberStyles.None, CultureInfo.InvariantCulture, out int pressedRevision))
        {
            return null;
        }

        DialogReply reply;
        DialogState? state = await RecallAsync(turn, cancellationToken);
        if (state is { Ended: null } && await catalog.FindAsync(turn, state.Dialog, cancellationToken) is { } dialog)
        {
            var run = DialogRun.Resume(turn, dialog, state);
            if (state.Run == pressedRun && state.Revision == pressedRevision)
            {
                (_, reply) = await KeepAndFollowAsync(turn, run, await move(run, data, cancellationToken), cancellationToken);
            }
            else
            {
                // An old card, or a press that the channel delivers again: it shows where the member is now.
                reply = run.Show();
            }
        }
        else if (state is { Ended: { } sentence } && state.Run == pressedRun && catalog.Find(state.Dialog) is { } ended)
        {
            reply = new StepCard(ended.Title(), "", state).End(sentence);
        }
        else
        {
            reply = new DialogReply(
                CardFrame.Of(QuestionTexts.NotActive, [Line.Of(QuestionTexts.NotActive)]), QuestionTexts.NotActive, QuestionTexts.NotActive);
        }

        // Steps are taken in the personal chat. A press that says it comes from elsewhere is made up, and names somebody else's card.
        if (turn.IsPersonal)
        {
            turn.ReplacePressedCard(reply.Card, reply.Summary);
        }

        return new VerbAnswer.Card(reply.Card, reply.Summary);
    }

    private static async Task<DialogReply> AnswerAsync(TurnContext turn, DialogRun run, string text, CancellationToken cancellationToken)
    {
        DialogWord? word = DialogWords.Read(text, out string named);
        switch (word)
        {
            case DialogWord.Next:
                return run.Continue();
            case DialogWord.Back:
                return run.Back();
            case DialogWord.Skip:
                return run.Skip();
            case DialogWord.Cancel:
                return run.Cancel();
            case DialogWord.Help:
                return run.Help();
            case DialogWord.Save:
            case null when run.IsAtCheck && DialogWords.IsYes(text):
                return await run.SaveAsync(cancellationToken);

            // "Ändra skylten vid torget" is a proposal; "ändra plats" is a wish.
            case DialogWord.Change when !run.TakesAnyText || named.Length == 0 || run.Named(named) is not null:
                return run.Change(named);
        }

        return turn.Photo is PhotoSent.None ? run.Answer(text)
            : run.AsksForPhoto ? TakePhoto(turn, run, text)
            : text.Length > 0 ? run.Answer(text, QuestionTexts.PhotoNotAsked)
            : run.Show(new StepNotes(Notice: QuestionTexts.PhotoNotAsked));
    }

    private static DialogReply TakePhoto(TurnContext turn, DialogRun run, string text) => PhotoIntake.Receive(turn) switch
    {
        PhotoReceived.Kept kept => run.AnswerWithPhoto(kept.Photo, text, $"{QuestionTexts.PhotoKept} {kept.Note}".TrimEnd()),
        PhotoReceived.Refused refused => run.Show(new StepNotes(refused.Sentence)),
        _ => run.Answer(text),
    };

    /// <summary>Remembers where a move led, and begins the dialog that follows by itself.</summary>
    private async Task<(DialogRun Run, DialogReply Reply)> KeepAndFollowAsync(
        TurnContext turn, DialogRun run, DialogReply reply, CancellationToken cancellationToken)
    {
        if (run.Next is { } next
            && await catalog.FindAsync(turn, next.Dialog, cancellationToken) is { } dialog
            && dialog.Start(turn, next.Subject) is DialogStart.Ready ready)
        {
            run = DialogRun.Begin(turn, dialog, ready);
            reply = run.Show(new StepNotes(Notice: reply.Ended));
        }

        Keep(turn, run);
        return (run, reply);
    }

    private async Task<DialogRun?> FindActiveAsync(TurnContext turn, CancellationToken cancellationToken) =>
        await RecallAsync(turn, cancellationToken) is { Ended: null } state
        && await catalog.FindAsync(turn, state.Dialog, cancellationToken) is { } dialog
            ? DialogRun.Resume(turn, dialog, state)
            : null;

    private static async Task<DialogState?> RecallAsync(TurnContext turn, CancellationToken cancellationToken) =>
        DialogState.Read(await turn.Records.RecallAsync(DialogState.KeyOf(turn.Member.Id), cancellationToken));
}
