using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Polls;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.VotingRules;

/// <summary>A question answered with a number of working days, up to <see cref="PollRules.MostDays"/>. The canonical answer is a <see cref="CountQuestion"/>'s.</summary>
/// <param name="id">The question's name.</param>
/// <param name="label">Its short name.</param>
/// <param name="prompt">How it is asked.</param>
/// <param name="least">The fewest.</param>
internal sealed class WorkingDaysQuestion(string id, Func<string> label, Func<string> prompt, int least) : Question(id, label, prompt)
{
    private readonly CountQuestion _count = new(id, label, prompt, PollRules.MostDays);

    /// <inheritdoc/>
    public override string HowTo => Word.Fill(RuleTexts.WorkingDaysHowTo, least, PollRules.MostDays);

    /// <inheritdoc/>
    public override AnswerReading Read(string typed, TurnContext turn) =>
        _count.Read(typed, turn) is AnswerReading.Understood understood && CountQuestion.Parse(understood.Answer) >= least
            ? understood
            : new AnswerReading.Wrong(RefusalText.For(new DaysOutOfRange(least, PollRules.MostDays), turn.Partnership));

    /// <inheritdoc/>
    public override string Show(string answer) =>
        CountQuestion.Parse(answer) is > 0 and var days ? RuleLines.WorkingDays(days) : RuleTexts.NoWorkingDays;

    /// <inheritdoc/>
    public override CardInput Input(string answer) => (InputNumber)_count.Input(answer) with { Min = least };
}
