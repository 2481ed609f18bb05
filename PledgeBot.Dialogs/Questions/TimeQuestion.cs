using System.Globalization;
using System.Text.RegularExpressions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Questions;

/// <summary>A question answered with a time of day, local time in Sweden. The canonical answer is <c>18:30</c>.</summary>
/// <param name="id">The question's name.</param>
/// <param name="label">Its short name.</param>
/// <param name="prompt">How it is asked.</param>
internal sealed partial class TimeQuestion(string id, Func<string> label, Func<string> prompt) : Question(id, label, prompt)
{
    private const string Canonical = "HH:mm";

    /// <inheritdoc/>
    public override string HowTo => QuestionTexts.TimeHowTo;

    /// <summary>Writes a time as a canonical answer.</summary>
    public static string Write(TimeOnly time) => time.ToString(Canonical, CultureInfo.InvariantCulture);

    /// <summary>Reads a canonical answer.</summary>
    public static TimeOnly Parse(string answer) => TimeOnly.ParseExact(answer, Canonical, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override AnswerReading Read(string typed, TurnContext turn)
    {
        Match match = Clock().Match(typed);
        int hour = match.Success ? int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        int minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return match.Success && hour < 24 && minute < 60
            ? new AnswerReading.Understood(Write(new TimeOnly(hour, minute)))
            : new AnswerReading.Wrong(Word.Fill(QuestionTexts.TimeUnknown, LooseText.Echo(typed)));
    }

    /// <inheritdoc/>
    public override string Show(string answer) => Word.For(Parse(answer));

    /// <inheritdoc/>
    public override CardInput Input(string answer) => new InputTime
    {
        Value = TimeOnly.TryParseExact(answer, Canonical, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? answer : null,
    };

    // "18", "18.30", "18:30", "1830", "kl 18", "kl. 18.30", "klockan 7"; some clients send the seconds too.
    [GeneratedRegex(@"^(?:kl\.?|klockan|at)?\s*(?<hour>[0-9]{1,2})(?:[.:]?(?<minute>[0-9]{2})(?::[0-9]{2})?)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clock();
}
