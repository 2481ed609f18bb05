using System.Globalization;
using System.Text.Json.Nodes;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Words;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Questions;

/// <summary>The cards of a dialog that is answered step by step.</summary>
/// <param name="title">What the dialog is called.</param>
/// <param name="introduction">What it is about; may be empty.</param>
/// <param name="state">Where the member is.</param>
internal sealed class StepCard(string title, string introduction, DialogState state)
{
    /// <summary>The name of the dialog's run in a button's data.</summary>
    public const string Run = "run";

    /// <summary>The name of the move's number in a button's data.</summary>
    public const string Revision = "rev";

    /// <summary>The id of the input that names the answer to be changed.</summary>
    public const string WhatToChange = "change";

    // An answer that was too long comes back to be shortened, but not without end.
    private const int LongestShown = 6000;

    /// <summary>Draws the question that waits.</summary>
    /// <param name="question">The question.</param>
    /// <param name="asked">The questions that are asked.</param>
    /// <param name="standing">The answer that stands, or the wrong one that was given; empty for none.</param>
    /// <param name="notes">What is to be said first.</param>
    public DialogReply Ask(Question question, IReadOnlyList<Question> asked, string standing, StepNotes notes)
    {
        int step = asked.ToList().IndexOf(question) + 1;
        string summary = notes.Problem ?? notes.Notice ?? $"{title}: {question.Prompt}";
        List<CardElement> body =
        [
            .. Top(notes),
            Line.Subtle(Word.Fill(QuestionTexts.StepOf, step, asked.Count)),
            new TextBlock { Text = question.Prompt, Weight = TextWeight.Bolder },
        ];
        if (notes.Problem is { } problem)
        {
            body.Add(Wrong(problem));
        }

        if (Input(question, standing) is { } input)
        {
            body.Add(input);
        }

        body.Add(Line.Subtle(QuestionTexts.StepTyping));
        List<AdaptiveAction> actions = [Button(QuestionTexts.Next, GuidedDialogs.AnswerVerb, ActionStyle.Positive, withInputs: true)];
        if (step > 1)
        {
            actions.Add(Button(QuestionTexts.Back, GuidedDialogs.BackVerb));
        }

        if (!question.IsRequired)
        {
            actions.Add(Button(QuestionTexts.Skip, GuidedDialogs.SkipVerb));
        }

        actions.Add(Button(QuestionTexts.Cancel, GuidedDialogs.CancelVerb));
        return new DialogReply(CardFrame.Of(summary, body, actions), summary);
    }

    /// <summary>Draws the check of the answers.</summary>
    /// <param name="asked">The questions that are asked.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="notes">What is to be said first.</param>
    public DialogReply Check(IReadOnlyList<Question> asked, Answers answers, StepNotes notes)
    {
        string summary = notes.Problem ?? notes.Notice ?? $"{title}: {QuestionTexts.CheckTitle}";
        List<CardElement> body = [.. Top(notes), Line.Section(QuestionTexts.CheckTitle), Line.Below(QuestionTexts.CheckLead)];
        if (notes.Problem is { } problem)
        {
            body.Add(Wrong(problem));
        }

        var facts = new FactList();
        foreach (Question question in asked)
        {
            facts.Add(question.Label, answers[question.Id] is { Length: > 0 } answer ? question.Show(answer) : QuestionTexts.NoAnswer);
        }

        body.Add(facts.Draw());
        body.Add(new InputChoiceSet
        {
            Id = WhatToChange,
            Label = QuestionTexts.WhatToChange,
            Placeholder = QuestionTexts.ChooseWhat,
            Style = ChoiceInputStyle.Compact,
            Choices = [.. asked.Select(question => new InputChoice { Title = question.Label, Value = question.Id })],
        });
        body.Add(Line.Subtle(Word.Fill(QuestionTexts.CheckTyping, asked[0].Label.ToLower(CultureInfo.CurrentCulture))));
        return new DialogReply(
            CardFrame.Of(
                summary,
                body,
                [
                    Button(QuestionTexts.Save, GuidedDialogs.SaveVerb, ActionStyle.Positive),
                    Button(QuestionTexts.Change, GuidedDialogs.ChangeVerb, withInputs: true),
                    Button(QuestionTexts.Back, GuidedDialogs.BackVerb),
                    Button(QuestionTexts.Cancel, GuidedDialogs.CancelVerb),
                ]),
            summary);
    }

    /// <summary>Draws the end: what was said, and nothing to press.</summary>
    public DialogReply End(string sentence) =>
        new(CardFrame.Of(sentence, [Line.Heading(title), Line.Of(sentence)]), sentence, sentence);

    private static TextBlock Wrong(string problem) =>
        new() { Text = Word.Fill(QuestionTexts.Problem, problem), Color = TextColor.Attention, Weight = TextWeight.Bolder };

    private static CardInput? Input(Question question, string standing)
    {
        CardInput? input = question.Input(standing.Length > LongestShown ? standing[..LongestShown] : standing);
        if (question.NumbersChoices && input is InputChoiceSet choices)
        {
            // The numbers are what can be typed.
            input = choices with
            {
                Choices = [.. choices.Choices.Select((choice, i) => choice with { Title = Word.Fill(QuestionTexts.ChoiceNumbered, i + 1, choice.Title) })],
            };
        }

        return input is null ? null : input with
        {
            Id = question.Id,
            Label = question.IsRequired ? question.Label : Word.Fill(QuestionTexts.Optional, question.Label),
            IsRequired = question.IsRequired ? true : null,
            ErrorMessage = question.IsRequired ? Word.Fill(QuestionTexts.AnswerMissing, question.Label) : null,
        };
    }

    private IEnumerable<CardElement> Top(StepNotes notes)
    {
        if (notes.Notice is { } notice)
        {
            yield return new Container { Style = ContainerStyle.Emphasis, Items = [Line.Of(notice)] };
        }

        yield return Line.Heading(title);
        if (introduction.Length > 0)
        {
            yield return Line.Below(introduction);
        }

        foreach (string explanation in notes.Help)
        {
            yield return Line.Below(explanation);
        }
    }

    private ExecuteAction Button(string words, string verb, string? style = null, bool withInputs = false) => new ExecuteAction
    {
        Title = words,
        Verb = verb,
        Style = style,
        AssociatedInputs = withInputs ? null : AssociatedInputs.None,
        Data = new JsonObject { [Run] = state.Run.ToString("N"), [Revision] = state.Revision },
    }.WithSubmitFallback();
}

/// <summary>What a step says besides its question.</summary>
/// <param name="Problem">What was wrong with the answer, and how to answer; nothing if nothing was.</param>
/// <param name="Notice">What just happened; nothing for nothing.</param>
internal sealed record StepNotes(string? Problem = null, string? Notice = null)
{
    /// <summary>Gets how to answer and what words there are, when that was asked for.</summary>
    public IReadOnlyList<string> Help { get; init; } = [];
}
