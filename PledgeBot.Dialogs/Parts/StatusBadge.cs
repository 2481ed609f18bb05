using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Measures;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Parts;

/// <summary>A measure's status as a symbol and a word, with a colour that adds nothing to them.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Label">The word.</param>
/// <param name="Color">The colour; one of <see cref="TextColor"/>.</param>
internal sealed record StatusBadge(string Symbol, string Label, string Color)
{
    /// <summary>Gets the badge of a measure on a day: overdue goes before the status that was chosen.</summary>
    public static StatusBadge Of(Measure measure, DateOnly today) => measure.IsOverdueOn(today)
        ? new StatusBadge("!", WordTexts.StatusOverdue, TextColor.Attention)
        : Of(measure.Status);

    /// <summary>Gets the badge of a status.</summary>
    public static StatusBadge Of(MeasureStatus status) => status switch
    {
        MeasureStatus.Ongoing => new StatusBadge("●", Word.For(status), TextColor.Accent),
        MeasureStatus.Done => new StatusBadge("✓", Word.For(status), TextColor.Good),
        MeasureStatus.WillNotBeDone => new StatusBadge("✕", Word.For(status), TextColor.Default),
        MeasureStatus.Replaced => new StatusBadge("→", Word.For(status), TextColor.Default),
        _ => new StatusBadge("○", Word.For(status), TextColor.Default),
    };

    /// <summary>Draws the badge as a line of its own.</summary>
    public TextBlock Draw() => new() { Text = ToString(), Weight = TextWeight.Bolder, Color = Color, Spacing = Spacing.Small };

    /// <summary>"● Pågår".</summary>
    public override string ToString() => $"{Symbol} {Label}";
}
