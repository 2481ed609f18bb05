using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Questions;

/// <summary>A question answered in the member's own words. The canonical answer is the text, trimmed.</summary>
/// <param name="id">The question's name.</param>
/// <param name="label">Its short name.</param>
/// <param name="prompt">How it is asked.</param>
/// <param name="longest">The most characters, as the domain has it.</param>
internal sealed class TextQuestion(string id, Func<string> label, Func<string> prompt, int longest) : Question(id, label, prompt)
{
    /// <summary>From this length on the answer gets a field of several lines.</summary>
    private const int LongText = 150;

    /// <inheritdoc/>
    public override string HowTo => Word.Fill(QuestionTexts.TextHowTo, longest);

    /// <inheritdoc/>
    public override AnswerReading Read(string typed, TurnContext turn) => typed.Length <= longest
        ? new AnswerReading.Understood(typed)
        : new AnswerReading.Wrong(Word.Fill(QuestionTexts.TextTooLong, Label, typed.Length, longest));

    /// <inheritdoc/>
    public override string Show(string answer) => answer;

    /// <inheritdoc/>
    public override CardInput Input(string answer) => new InputText
    {
        Value = answer.Length == 0 ? null : answer,
        MaxLength = longest,
        IsMultiline = longest >= LongText ? true : null,
    };
}
