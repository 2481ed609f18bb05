using System.Globalization;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>The width of a column: a word, a number of pixels, or a weight against the other columns.</summary>
/// <remarks>Written as a JSON number when it is a weight, otherwise as a text. A text and a number convert to it by themselves.</remarks>
[JsonConverter(typeof(ColumnWidthConverter))]
public readonly record struct ColumnWidth
{
    private ColumnWidth(string? word, decimal weight)
    {
        Word = word;
        Share = weight;
    }

    /// <summary>Gets the width that the content needs.</summary>
    public static ColumnWidth Auto { get; } = new("auto", 0);

    /// <summary>Gets the width that is left when the others have theirs.</summary>
    public static ColumnWidth Stretch { get; } = new("stretch", 0);

    /// <summary>Gets the word, or null for a weight.</summary>
    public string? Word { get; }

    /// <summary>Gets the weight; 0 for a word.</summary>
    public decimal Share { get; }

    /// <summary>A share of the width in proportion to the other weights.</summary>
    public static ColumnWidth Weight(decimal weight) => new(null, weight);

    /// <summary>A fixed width in pixels.</summary>
    public static ColumnWidth Pixels(int pixels) => new(string.Create(CultureInfo.InvariantCulture, $"{pixels}px"), 0);

    /// <summary>A width in the words of the schema: <c>auto</c>, <c>stretch</c> or <c>80px</c>.</summary>
    public static implicit operator ColumnWidth(string word) => new(word, 0);

    /// <summary>A weight.</summary>
    public static implicit operator ColumnWidth(int weight) => Weight(weight);
}
