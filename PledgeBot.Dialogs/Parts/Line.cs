using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Parts;

/// <summary>The lines of text on a card.</summary>
internal static class Line
{
    /// <summary>The card's title, which a screen reader announces as a heading.</summary>
    public static TextBlock Heading(string text) =>
        new() { Text = text, Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading };

    /// <summary>The title of a section of the card.</summary>
    public static TextBlock Section(string text) =>
        new() { Text = text, Size = TextSize.Medium, Weight = TextWeight.Bolder, Style = TextStyle.Heading, Spacing = Spacing.Medium };

    /// <summary>Running text.</summary>
    public static TextBlock Of(string text) => new() { Text = text };

    /// <summary>Running text close to the line above.</summary>
    public static TextBlock Below(string text) => new() { Text = text, Spacing = Spacing.Small };

    /// <summary>Toned-down text close to the line above.</summary>
    public static TextBlock Subtle(string text) => new() { Text = text, IsSubtle = true, Spacing = Spacing.Small };
}
