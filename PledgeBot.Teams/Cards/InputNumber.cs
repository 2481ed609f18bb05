using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A question answered with a number, which comes back as a number or as a text.</summary>
public sealed record InputNumber : CardInput
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "Input.Number";

    /// <summary>Gets the number at first.</summary>
    public decimal? Value { get; init; }

    /// <summary>Gets what stands in the empty field.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Gets the least number allowed.</summary>
    public decimal? Min { get; init; }

    /// <summary>Gets the largest number allowed.</summary>
    public decimal? Max { get; init; }
}
