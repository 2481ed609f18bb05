using System.Globalization;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Questions;

/// <summary>A question answered by choosing one. Typed: the number, the words, or as much of their beginning as points at one choice.</summary>
/// <param name="id">The question's name.</param>
/// <param name="label">Its short name.</param>
/// <param name="prompt">How it is asked.</param>
/// <param name="choices">What can be chosen, in order; at least one.</param>
internal sealed class ChoiceQuestion(string id, Func<string> label, Func<string> prompt, IReadOnlyList<Choice> choices)
    : Question(id, label, prompt)
{
    /// <summary>Up to this many choices stand open on the card; more lie in a drop-down list.</summary>
    private const int MostOpen = 5;

    /// <summary>Up to this many choices are told in words; more are searched for in the list.</summary>
    private const int MostTold = 20;

    private const int MostMeant = 5;

    /// <summary>Gets why what could once be chosen no longer can, by its value; nothing for what never could.</summary>
    public Func<string, string?> WhyGone { get; init; } = _ => null;

    /// <inheritdoc/>
    public override string HowTo => choices.Count <= MostTold
        ? Word.Fill(QuestionTexts.ChoiceHowTo, string.Join(", ", choices.Select(Numbered)))
        : Word.Fill(QuestionTexts.ChoiceHowToMany, choices.Count);

    /// <inheritdoc/>
    public override AnswerReading Read(string typed, TurnContext turn)
    {
        if (choices.FirstOrDefault(choice => choice.Value == typed) is { } exact)
        {
            return new AnswerReading.Understood(exact.Value);
        }

        if (int.TryParse(typed.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number >= 1 && number <= choices.Count ? new AnswerReading.Understood(choices[number - 1].Value) : Unknown(typed);
        }

        Choice[] meant = Meant(LooseText.Of(typed));
        return meant.Length switch
        {
            0 => Unknown(typed),
            1 => new AnswerReading.Understood(meant[0].Value),
            _ => new AnswerReading.Wrong(
                Word.Fill(QuestionTexts.ChoiceAmbiguous, LooseText.Echo(typed), Word.List([.. meant.Take(MostMeant).Select(Numbered)]))),
        };
    }

    /// <inheritdoc/>
    public override string Show(string answer) => choices.FirstOrDefault(choice => choice.Value == answer)?.Label ?? answer;

    /// <inheritdoc/>
    public override CardInput Input(string answer) => new InputChoiceSet
    {
        Choices = [.. choices.Select(choice => new InputChoice { Title = choice.Label, Value = choice.Value })],
        Style = choices.Count <= MostOpen ? ChoiceInputStyle.Expanded
            : choices.Count <= MostTold ? ChoiceInputStyle.Compact
            : ChoiceInputStyle.Filtered,
        Placeholder = QuestionTexts.ChooseWhat,
        Value = choices.Any(choice => choice.Value == answer) ? answer : null,
    };

    /// <summary>Gets the choices that a text means: by its whole words before their beginning, and that before a word inside them.</summary>
    private Choice[] Meant(string loose)
    {
        if (loose.Length == 0)
        {
            return [];
        }

        (Choice Choice, string Text)[] known = [.. choices.Select(choice => (choice, LooseText.Of(choice.Label)))];
        Func<string, bool>[] ways =
        [
            text => text == loose,
            text => text.StartsWith(loose, StringComparison.Ordinal),
            text => text.Contains(' ' + loose, StringComparison.Ordinal),
        ];
        return ways
            .Select(way => known.Where(entry => way(entry.Text)).Select(entry => entry.Choice).ToArray())
            .FirstOrDefault(found => found.Length > 0) ?? [];
    }

    private string Numbered(Choice choice) => Word.Fill(QuestionTexts.ChoiceNumbered, choices.ToList().IndexOf(choice) + 1, choice.Label);

    private AnswerReading.Wrong Unknown(string typed) =>
        new(WhyGone(typed) ?? Word.Fill(QuestionTexts.ChoiceUnknown, LooseText.Echo(typed), choices.Count));
}
