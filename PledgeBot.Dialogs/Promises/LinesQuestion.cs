using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Promises;

/// <summary>A question answered with several texts, one to a line. The canonical answer has them so, without the marks of a list.</summary>
/// <param name="id">The question's name.</param>
/// <param name="label">Its short name.</param>
/// <param name="prompt">How it is asked.</param>
/// <param name="longest">The most characters of a line, as the domain has it.</param>
/// <param name="most">The most lines, as the domain has it.</param>
internal sealed partial class LinesQuestion(string id, Func<string> label, Func<string> prompt, int longest, int most)
    : Question(id, label, prompt)
{
    // Room for the mark of a list before each line, and for the end of the line.
    private const int Around = 6;

    /// <inheritdoc/>
    public override string HowTo => Word.Fill(PromiseTexts.LinesHowTo, most, longest);

    /// <summary>Writes texts as a canonical answer.</summary>
    public static string Write(IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>Reads a canonical answer.</summary>
    public static ImmutableArray<string> Parse(string answer) => [.. Split(answer)];

    /// <inheritdoc/>
    public override AnswerReading Read(string typed, TurnContext turn)
    {
        string[] lines = [.. Split(typed)];
        string? tooLong = lines.FirstOrDefault(line => line.Length > longest);
        return lines.Length == 0 ? new AnswerReading.Wrong(Word.Fill(QuestionTexts.AnswerMissing, Label))
            : lines.Length > most ? new AnswerReading.Wrong(Word.Fill(PromiseTexts.LinesTooMany, Label, lines.Length, most))
            : tooLong is not null ? new AnswerReading.Wrong(Word.Fill(PromiseTexts.LineTooLong, LooseText.Echo(tooLong), tooLong.Length, longest))
            : new AnswerReading.Understood(Write(lines));
    }

    /// <inheritdoc/>
    public override string Show(string answer) => Parse(answer) is [var only]
        ? only
        : string.Join(' ', Parse(answer).Select((line, i) => Word.Fill(PromiseTexts.LineNumbered, i + 1, line)));

    /// <inheritdoc/>
    public override CardInput Input(string answer) => new InputText
    {
        Value = answer.Length == 0 ? null : answer,
        MaxLength = most * (longest + Around),
        IsMultiline = true,
    };

    private static IEnumerable<string> Split(string text) => text
        .Split(['\n', '\r'])
        .Select(line => ListMark().Replace(line, "").Trim())
        .Where(line => line.Length > 0);

    [GeneratedRegex(@"^\s*(?:[-–—•*]|[0-9]{1,2}[.)])(?:\s+|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListMark();
}
