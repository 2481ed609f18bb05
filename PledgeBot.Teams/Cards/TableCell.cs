using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A cell of a table.</summary>
public sealed record TableCell
{
    /// <summary>Gets the element's type on the wire.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "TableCell";

    /// <summary>Gets the elements, from top to bottom.</summary>
    public IReadOnlyList<CardElement> Items { get; init => field = value ?? []; } = [];

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

    /// <summary>Gets the properties that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
