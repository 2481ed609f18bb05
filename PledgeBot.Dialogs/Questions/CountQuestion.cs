using System.Globalization;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Questions;

/// <summary>A question answered with how many. The canonical answer is the whole number, from 0.</summary>
/// <param name="id">The question's name.</param>
/// <param name="label">Its short name.</param>
/// <param name="prompt">How it is asked.</param>
/// <param name="most">The most that can be counted, as the domain has it.</param>
internal sealed class CountQuestion(string id, Func<string> label, Func<string> prompt, int most) : Question(id, label, prompt)
{
    /// <inheritdoc/>
    public override string HowTo => Word.Fill(QuestionTexts.CountHowTo, most);

    /// <summary>Reads a canonical answer; a question without an answer counts as 0.</summary>
    public static int Parse(string answer) => answer.Length == 0 ? 0 : int.Parse(answer, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override AnswerReading Read(string typed, TurnContext turn)
    {
        // A client may send a number as 12 or as 12.0.
        if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal count) || count != decimal.Truncate(count))
        {
            return new AnswerReading.Wrong(Word.Fill(QuestionTexts.CountUnknown, LooseText.Echo(typed), most));
        }

        return count <= most
            ? new AnswerReading.Understood(((int)count).ToString(CultureInfo.InvariantCulture))
            : new AnswerReading.Wrong(Word.Fill(QuestionTexts.CountTooLarge, LooseText.Echo(typed), most));
    }

    /// <inheritdoc/>
    public override string Show(string answer) => answer;

    /// <inheritdoc/>
    public override CardInput Input(string answer) => new InputNumber
    {
        Value = decimal.TryParse(answer, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal count) ? count : null,

        // Microsoft's renderer holds an empty number to its bounds and then refuses to send the form. What is sent is checked here anyway.
        Min = IsRequired ? 0 : null,
        Max = IsRequired ? most : null,
    };
}
