using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A column of a table.</summary>
public sealed record TableColumnDefinition
{
    /// <summary>Gets the width: a weight (<c>2</c>) or pixels.</summary>
    public ColumnWidth? Width { get; init; }

    /// <summary>Gets where the cells' content lies; one of <see cref="HorizontalAlignment"/>.</summary>
    public string? HorizontalCellContentAlignment { get; init; }

    /// <summary>Gets where the cells' content lies from top to bottom; one of <see cref="VerticalAlignment"/>.</summary>
    public string? VerticalCellContentAlignment { get; init; }

    /// <summary>Gets the properties that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
