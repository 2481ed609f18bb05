using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>Columns side by side.</summary>
public sealed record ColumnSet : CardElement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "ColumnSet";

    /// <summary>Gets the columns, from left to right.</summary>
    public IReadOnlyList<Column> Columns { get; init => field = value ?? []; } = [];

    /// <summary>Gets the background; one of <see cref="ContainerStyle"/>.</summary>
    public string? Style { get; init; }

    /// <summary>Gets whether the background reaches the card's edges.</summary>
    public bool? Bleed { get; init; }

    /// <summary>Gets the smallest height, such as <c>80px</c>.</summary>
    public string? MinHeight { get; init; }

    /// <summary>Gets where the columns lie; one of <see cref="Cards.HorizontalAlignment"/>.</summary>
    public string? HorizontalAlignment { get; init; }

    /// <summary>Gets what happens when it is pressed.</summary>
    public AdaptiveAction? SelectAction { get; init; }
}
