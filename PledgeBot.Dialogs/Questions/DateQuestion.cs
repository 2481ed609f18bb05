using System.Globalization;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Questions;

/// <summary>A question answered with a day. The canonical answer is <c>2026-06-12</c>. Typed as people write days; see <see cref="WrittenDay"/>.</summary>
/// <param name="id">The question's name.</param>
/// <param name="label">Its short name.</param>
/// <param name="prompt">How it is asked.</param>
internal sealed class DateQuestion(string id, Func<string> label, Func<string> prompt) : Question(id, label, prompt)
{
    private const string Canonical = "yyyy-MM-dd";

    /// <summary>Gets the first day allowed; nothing for any.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>Gets the last day allowed; nothing for any.</summary>
    public DateOnly? Latest { get; init; }

    /// <inheritdoc/>
    public override string HowTo => QuestionTexts.DateHowTo;

    /// <summary>Writes a day as a canonical answer.</summary>
    public static string Write(DateOnly day) => day.ToString(Canonical, CultureInfo.InvariantCulture);

    /// <summary>Reads a canonical answer.</summary>
    public static DateOnly Parse(string answer) => DateOnly.ParseExact(answer, Canonical, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override AnswerReading Read(string typed, TurnContext turn) =>
        WrittenDay.Read(typed, SwedishTime.DayAt(turn.Now), Earliest, Latest) switch
        {
            WrittenDay.Unclear => new AnswerReading.Wrong(Word.Fill(QuestionTexts.DateUnknown, LooseText.Echo(typed))),
            WrittenDay.Impossible => new AnswerReading.Wrong(Word.Fill(QuestionTexts.DateImpossible, LooseText.Echo(typed))),
            WrittenDay.Found { Day: var day } when day < Earliest =>
                new AnswerReading.Wrong(Word.Fill(QuestionTexts.DateTooEarly, Word.For(day), Word.For(Earliest.Value))),
            WrittenDay.Found { Day: var day } when day > Latest =>
                new AnswerReading.Wrong(Word.Fill(QuestionTexts.DateTooLate, Word.For(day), Word.For(Latest.Value))),
            WrittenDay.Found { Day: var day } => new AnswerReading.Understood(Write(day)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <inheritdoc/>
    public override string Show(string answer) => Word.Fill(QuestionTexts.DateShown, Parse(answer));

    /// <inheritdoc/>
    public override CardInput Input(string answer) => new InputDate
    {
        Value = DateOnly.TryParseExact(answer, Canonical, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? answer : null,
        Min = Earliest is { } earliest ? Write(earliest) : null,
        Max = Latest is { } latest ? Write(latest) : null,
    };
}
