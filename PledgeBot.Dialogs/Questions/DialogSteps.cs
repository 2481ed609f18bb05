using System.Globalization;

namespace PledgeBot.Dialogs.Questions;

/// <summary>The order of a dialog's questions: which are asked, given the answers, and which comes before and after.</summary>
internal sealed class DialogSteps(IReadOnlyList<Question> questions)
{
    /// <summary>Gets the questions that are asked: those that the answers to the earlier ones do not skip.</summary>
    public IReadOnlyList<Question> Asked(Answers answers)
    {
        var asked = new List<Question>();
        Answers earlier = Answers.None;
        foreach (Question question in questions)
        {
            if (question.SkipWhen?.Invoke(earlier) != true)
            {
                asked.Add(question);
                earlier = earlier.With(question.Id, answers[question.Id]);
            }
        }

        return asked;
    }

    /// <summary>Gets the answers to the questions that are asked, and to no others.</summary>
    public Answers Counted(Answers answers) =>
        Asked(answers).Aggregate(Answers.None, (counted, question) => counted.With(question.Id, answers[question.Id]));

    /// <summary>Finds the question after another; nothing after the last.</summary>
    public Question? After(Question question, Answers answers) =>
        Asked(answers).SkipWhile(asked => asked.Id != question.Id).Skip(1).FirstOrDefault();

    /// <summary>Finds the question before another, or the last one before the check of the answers; nothing before the first.</summary>
    public Question? Before(Question? question, Answers answers) =>
        Asked(answers).TakeWhile(asked => asked.Id != question?.Id).LastOrDefault();

    /// <summary>Finds the first question that still waits for an answer; nothing when none does.</summary>
    public Question? FirstOpen(Answers answers) =>
        Asked(answers).FirstOrDefault(question => !answers.Has(question.Id) || (question.IsRequired && answers[question.Id].Length == 0));

    /// <summary>Finds the question that a text names: by its number, its short name, or as much of its beginning as names one.</summary>
    public Question? Named(string text, Answers answers)
    {
        IReadOnlyList<Question> asked = Asked(answers);
        string loose = LooseText.Of(text);
        if (loose.Length == 0)
        {
            return null;
        }

        if (int.TryParse(loose, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number >= 1 && number <= asked.Count ? asked[number - 1] : null;
        }

        Question[] meant = [.. asked.Where(question => LooseText.Of(question.Label).StartsWith(loose, StringComparison.Ordinal))];
        return meant.FirstOrDefault(question => LooseText.Of(question.Label) == loose) ?? (meant.Length == 1 ? meant[0] : null);
    }
}
