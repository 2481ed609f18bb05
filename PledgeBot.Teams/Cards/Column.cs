using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A column of a <see cref="ColumnSet"/>.</summary>
public sealed record Column : CardElement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "Column";

    /// <summary>Gets the elements, from top to bottom.</summary>
    public IReadOnlyList<CardElement> Items { get; init => field = value ?? []; } = [];

    /// <summary>Gets the width, which can be written as a text (<c>"auto"</c>) or as a weight (<c>2</c>).</summary>
    public ColumnWidth? Width { get; init; }

    /// <summary>Gets the background; one of <see cref="ContainerStyle"/>.</summary>
    public string? Style { get; init; }

    /// <summary>Gets whether the background reaches the card's edges.</summary>
    public bool? Bleed { get; init; }

    /// <summary>Gets the smallest height, such as <c>80px</c>.</summary>
    public string? MinHeight { get; init; }

    /// <summary>Gets where the content lies from top to bottom; one of <see cref="VerticalAlignment"/>.</summary>
    public string? VerticalContentAlignment { get; init; }

    /// <summary>Gets what happens when it is pressed.</summary>
    public AdaptiveAction? SelectAction { get; init; }
}
