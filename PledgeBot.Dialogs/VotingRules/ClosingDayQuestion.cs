using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.VotingRules;

/// <summary>
/// A question answered with the last day of a poll: a <see cref="DateQuestion"/> that says beside the answer when the day is no
/// working day, or most members are on leave.
/// </summary>
internal sealed class ClosingDayQuestion : Question
{
    private readonly DateQuestion _day;
    private readonly DateOnly _today;

    /// <summary>Makes the question.</summary>
    /// <param name="id">The question's name.</param>
    /// <param name="label">Its short name.</param>
    /// <param name="prompt">How it is asked.</param>
    /// <param name="today">The present day in Sweden.</param>
    /// <param name="earliest">The first day allowed.</param>
    /// <param name="latest">The last day allowed.</param>
    public ClosingDayQuestion(string id, Func<string> label, Func<string> prompt, DateOnly today, DateOnly earliest, DateOnly latest)
        : base(id, label, prompt)
    {
        _day = new DateQuestion(id, label, prompt) { Earliest = earliest, Latest = latest };
        _today = today;
        FormHint = () => ClosingDay.Hint(today);
    }

    /// <inheritdoc/>
    public override string HowTo => $"{_day.HowTo} {ClosingDay.Hint(_today)}";

    /// <inheritdoc/>
    public override AnswerReading Read(string typed, TurnContext turn) => _day.Read(typed, turn);

    /// <inheritdoc/>
    public override string Show(string answer)
    {
        string warnings = ClosingDay.WarningsFor(_today, DateQuestion.Parse(answer));
        return warnings.Length == 0 ? _day.Show(answer) : $"{_day.Show(answer)}. {warnings}";
    }

    /// <inheritdoc/>
    public override CardInput Input(string answer) => _day.Input(answer);
}
