using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A row of a table.</summary>
public sealed record TableRow
{
    /// <summary>Gets the element's type on the wire.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "TableRow";

    /// <summary>Gets the cells, one for each column.</summary>
    public IReadOnlyList<TableCell> Cells { get; init => field = value ?? []; } = [];

    /// <summary>Gets the background; one of <see cref="ContainerStyle"/>.</summary>
    public string? Style { get; init; }

    /// <summary>Gets the properties that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
