using System.Text.Json;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Questions;

/// <summary>Dialogs answered as one form, wherever the member is: opened by a button, submitted as a whole, and sent back with what is to be put right.</summary>
internal sealed class FormDialogs(DialogCatalog catalog)
{
    /// <summary>Opens the form that a button asks for.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="data">The button's data: <c>dialog</c> and <c>subject</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<InvokeResponse> OpenAsync(TurnContext turn, JsonElement data, CancellationToken cancellationToken) =>
        await catalog.FindAsync(turn, CardData.Text(data, FormButton.Dialog), cancellationToken) is { } dialog
            ? Open(turn, dialog, CardData.Text(data, FormButton.Subject), notice: null)
            : Sentence(QuestionTexts.NoSuchDialog);

    /// <summary>Opens a form with answers that are known from elsewhere, and a line that says so.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="dialogId">The dialog's name.</param>
    /// <param name="subject">What it is about; empty to have it settled.</param>
    /// <param name="known">The answers.</param>
    /// <param name="notice">The line.</param>
    public InvokeResponse Open(TurnContext turn, string dialogId, string subject, Answers known, string notice) =>
        catalog.Find(dialogId) is not { } dialog ? Sentence(QuestionTexts.NoSuchDialog)
        : dialog.Start(turn, subject) is DialogStart.NotNow notNow ? Sentence(notNow.Sentence)
        : Open(turn, dialog, subject, notice, known);

    /// <summary>Saves a form, or sends it back with all that was filled in and what is to be put right.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="data">The form's data: <c>dialog</c>, <c>subject</c>, <c>nonce</c> and the inputs' values by question.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<InvokeResponse> SubmitAsync(TurnContext turn, JsonElement data, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync(turn, CardData.Text(data, FormButton.Dialog), cancellationToken) is not { } dialog)
        {
            return Sentence(QuestionTexts.NoSuchDialog);
        }

        // The subject in the data is a claim; and things may have changed since the form was opened.
        if (dialog.Start(turn, CardData.Text(data, FormButton.Subject)) is not DialogStart.Ready ready)
        {
            return Open(turn, dialog, CardData.Text(data, FormButton.Subject), notice: null);
        }

        var form = FilledForm.Read(turn, dialog, ready, data);
        if (form.Problems.Count > 0)
        {
            return form.SendBack(form.Problems.Count == 1
                ? QuestionTexts.OneProblem
                : Word.Fill(QuestionTexts.ManyProblems, form.Problems.Count));
        }

        return await dialog.SaveAsync(turn, form.Subject, form.Answers, cancellationToken) switch
        {
            DialogEnd.Saved saved => await FollowAsync(turn, saved, cancellationToken),
            DialogEnd.Refused refused => form.With(refused).SendBack(refused.Question is null ? refused.Sentence : QuestionTexts.OneProblem),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static InvokeResponse Open(TurnContext turn, GuidedDialog dialog, string subject, string? notice, Answers? known = null)
    {
        switch (dialog.Start(turn, subject))
        {
            case DialogStart.NotNow notNow:
                return Sentence(notice is null ? notNow.Sentence : $"{notice} {notNow.Sentence}");
            case DialogStart.Ready ready:
                IReadOnlyList<Question> questions = dialog.Questions(turn, ready.Subject);
                return questions.Any(question => question.FitsForm)
                    ? TaskAnswer.Continue(
                        dialog.Title(),
                        FormCard.Draw(
                            dialog.Title(),
                            dialog.Id,
                            ready.Subject,
                            ready.Introduction,
                            questions,
                            known ?? ready.Given,
                            FormNotes.None with { Notice = notice }))
                    : Sentence(QuestionTexts.OnlyInPersonal);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // The sentence that closes a form is shown as it is, without markdown.
    private static InvokeResponse Sentence(string sentence) => TaskAnswer.Message(Word.WithoutMarks(sentence));

    private async Task<InvokeResponse> FollowAsync(TurnContext turn, DialogEnd.Saved saved, CancellationToken cancellationToken)
    {
        string sentence = $"{saved.Sentence} {saved.FormNote}".TrimEnd();
        return saved.Next is { } next && await catalog.FindAsync(turn, next.Dialog, cancellationToken) is { } dialog
            ? Open(turn, dialog, next.Subject, sentence)
            : Sentence(sentence);
    }
}
