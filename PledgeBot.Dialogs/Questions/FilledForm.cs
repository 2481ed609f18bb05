using System.Collections.Immutable;
using System.Text.Json;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Questions;

/// <summary>A form as it was filled in, read and checked.</summary>
/// <param name="Dialog">The dialog.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Introduction">A line that says so; may be empty.</param>
/// <param name="Questions">The questions.</param>
/// <param name="Filled">What stood in the inputs, word for word.</param>
/// <param name="Answers">The canonical answers to the questions that the other answers do not skip.</param>
/// <param name="Problems">What is wrong with single answers, by question.</param>
internal sealed record FilledForm(
    GuidedDialog Dialog,
    string Subject,
    string Introduction,
    IReadOnlyList<Question> Questions,
    Answers Filled,
    Answers Answers,
    ImmutableDictionary<string, string> Problems)
{
    // What is sent back is bounded, whatever came in.
    private const int LongestKept = 6000;

    /// <summary>Reads a form.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="dialog">The dialog.</param>
    /// <param name="ready">What it is about.</param>
    /// <param name="data">The form's data.</param>
    public static FilledForm Read(TurnContext turn, GuidedDialog dialog, DialogStart.Ready ready, JsonElement data)
    {
        IReadOnlyList<Question> questions = dialog.Questions(turn, ready.Subject);
        Answers filled = Answers.None;
        Answers answers = Answers.None;
        var problems = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (Question question in questions.Where(question => question.FitsForm))
        {
            string typed = CardData.Text(data, question.Id);
            filled = filled.With(question.Id, typed.Length > LongestKept ? typed[..LongestKept] : typed);
            bool skipped = question.SkipWhen?.Invoke(answers) == true;
            AnswerReading reading = skipped || typed.Length == 0 ? new AnswerReading.Understood("") : question.Read(typed, turn);
            if (reading is AnswerReading.Understood { Answer: "" } && !skipped && question.IsRequired)
            {
                reading = new AnswerReading.Wrong(Word.Fill(QuestionTexts.AnswerMissing, question.Label));
            }

            switch (reading)
            {
                case AnswerReading.Understood understood:
                    answers = answers.With(question.Id, understood.Answer);
                    break;
                case AnswerReading.Wrong wrong:
                    problems[question.Id] = wrong.Sentence;
                    break;
            }
        }

        return new FilledForm(dialog, ready.Subject, ready.Introduction, questions, filled, answers, problems.ToImmutable());
    }

    /// <summary>The form with a refusal noted at the question it is about, if it is about one.</summary>
    public FilledForm With(DialogEnd.Refused refused) =>
        refused.Question is { } question ? this with { Problems = Problems.SetItem(question, refused.Sentence) } : this;

    /// <summary>Shows the form again, with everything that was filled in.</summary>
    public InvokeResponse SendBack(string summary) => TaskAnswer.Continue(
        Dialog.Title(),
        FormCard.Draw(Dialog.Title(), Dialog.Id, Subject, Introduction, Questions, Filled, new FormNotes(null, summary, Problems)));
}
