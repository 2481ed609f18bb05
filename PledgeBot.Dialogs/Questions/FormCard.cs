using System.Text.Json.Nodes;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Questions;

/// <summary>The card of a dialog that is answered as one form.</summary>
internal static class FormCard
{
    /// <summary>The verb that saves the form.</summary>
    public const string SaveVerb = "form.save";

    /// <summary>Draws the form.</summary>
    /// <param name="title">What the dialog is called.</param>
    /// <param name="dialog">The dialog's name.</param>
    /// <param name="subject">What it is about, settled.</param>
    /// <param name="introduction">A line that says so; may be empty.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="filled">What stands in the inputs: canonical answers, or what was filled in.</param>
    /// <param name="notes">What is to be said.</param>
    public static AdaptiveCard Draw(
        string title, string dialog, string subject, string introduction, IReadOnlyList<Question> questions, Answers filled, FormNotes notes)
    {
        List<CardElement> body = [];
        if (notes.Notice is { } notice)
        {
            body.Add(new Container { Style = ContainerStyle.Emphasis, Items = [Line.Of(notice)] });
        }

        if (introduction.Length > 0)
        {
            body.Add(Line.Of(introduction));
        }

        if (notes.Summary is { } summary)
        {
            body.Add(Wrong(summary));
        }

        string hint = "";
        foreach (Question question in questions)
        {
            // Questions that share a hint stand together under it.
            if (question.FormHint() is { Length: > 0 } own && own != hint)
            {
                body.Add(new TextBlock { Text = own, IsSubtle = true, Spacing = Spacing.Medium });
            }

            hint = question.FormHint();
            if (notes.Problems.TryGetValue(question.Id, out string? problem))
            {
                body.Add(Wrong(Word.Fill(QuestionTexts.Problem, problem)));
            }

            if (Input(question, filled[question.Id]) is { } input)
            {
                body.Add(input);
            }
        }

        // A new number each time it is drawn: a form that was sent back to be put right is not the one that was refused.
        var data = new JsonObject
        {
            [FormButton.Dialog] = dialog,
            [FormButton.Subject] = subject,
            [ReceivedKeys.Nonce] = Guid.NewGuid().ToString("N"),
        };
        return CardFrame.Of(title, body, [SubmitAction.For(QuestionTexts.Save, SaveVerb, data) with { Style = ActionStyle.Positive }]);
    }

    private static TextBlock Wrong(string problem) => new() { Text = problem, Color = TextColor.Attention, Weight = TextWeight.Bolder };

    private static CardInput? Input(Question question, string standing)
    {
        if (!question.FitsForm || question.Input(standing) is not { } input)
        {
            return null;
        }

        // The client cannot know when a question is to be skipped, so it never demands an answer to one that may be.
        bool demanded = question.IsRequired && question.SkipWhen is null;
        return input with
        {
            Id = question.Id,
            Label = question.IsRequired ? question.Label : Word.Fill(QuestionTexts.Optional, question.Label),
            IsRequired = demanded ? true : null,
            ErrorMessage = demanded ? Word.Fill(QuestionTexts.AnswerMissing, question.Label) : null,
        };
    }
}

/// <summary>What a form says besides its questions.</summary>
/// <param name="Notice">What just happened; nothing for nothing.</param>
/// <param name="Summary">What is wrong as a whole; nothing if nothing is.</param>
/// <param name="Problems">What is wrong with single answers, by question.</param>
internal sealed record FormNotes(string? Notice, string? Summary, IReadOnlyDictionary<string, string> Problems)
{
    /// <summary>Gets nothing to say.</summary>
    public static FormNotes None { get; } = new(null, null, new Dictionary<string, string>());
}
