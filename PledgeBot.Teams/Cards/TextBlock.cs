using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A piece of text, with the markdown of cards: bold, italic, lists and links only.</summary>
public sealed record TextBlock : CardElement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "TextBlock";

    /// <summary>Gets the text.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// Gets whether long text goes on to a new line. What we write does unless it says otherwise; absent in what we read, it stays
    /// absent.
    /// </summary>
    public bool? Wrap { get; init; } = true;

    /// <summary>Gets the size; one of <see cref="TextSize"/>.</summary>
    public string? Size { get; init; }

    /// <summary>Gets the weight; one of <see cref="TextWeight"/>.</summary>
    public string? Weight { get; init; }

    /// <summary>Gets the colour; one of <see cref="TextColor"/>.</summary>
    public string? Color { get; init; }

    /// <summary>Gets whether the text is toned down.</summary>
    public bool? IsSubtle { get; init; }

    /// <summary>Gets where the text lies; one of <see cref="Cards.HorizontalAlignment"/>.</summary>
    public string? HorizontalAlignment { get; init; }

    /// <summary>Gets the role; one of <see cref="TextStyle"/>.</summary>
    public string? Style { get; init; }

    /// <summary>Gets the most lines shown.</summary>
    public int? MaxLines { get; init; }

    /// <summary>Gets the typeface: <c>Default</c> or <c>Monospace</c>.</summary>
    public string? FontType { get; init; }
}
