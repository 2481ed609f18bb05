using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A question answered with a calendar date, which has no time zone.</summary>
public sealed record InputDate : CardInput
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "Input.Date";

    /// <summary>Gets the date at first, as <c>2026-10-05</c>.</summary>
    public string? Value { get; init; }

    /// <summary>Gets what stands in the empty field.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Gets the first date allowed.</summary>
    public string? Min { get; init; }

    /// <summary>Gets the last date allowed.</summary>
    public string? Max { get; init; }
}
