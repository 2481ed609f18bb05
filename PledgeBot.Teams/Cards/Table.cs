using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A table. Narrow screens show it badly with more than three columns.</summary>
public sealed record Table : CardElement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "Table";

    /// <summary>Gets the columns' widths.</summary>
    public IReadOnlyList<TableColumnDefinition> Columns { get; init => field = value ?? []; } = [];

    /// <summary>Gets the rows.</summary>
    public IReadOnlyList<TableRow> Rows { get; init => field = value ?? []; } = [];

    /// <summary>Gets whether the first row holds headings; absent means that it does.</summary>
    public bool? FirstRowAsHeaders { get; init; }

    /// <summary>Gets whether lines are drawn; absent means that they are.</summary>
    public bool? ShowGridLines { get; init; }

    /// <summary>Gets the colour of the lines; one of <see cref="ContainerStyle"/>.</summary>
    public string? GridStyle { get; init; }

    /// <summary>Gets where the cells' content lies; one of <see cref="HorizontalAlignment"/>.</summary>
    public string? HorizontalCellContentAlignment { get; init; }

    /// <summary>Gets where the cells' content lies from top to bottom; one of <see cref="VerticalAlignment"/>.</summary>
    public string? VerticalCellContentAlignment { get; init; }
}
