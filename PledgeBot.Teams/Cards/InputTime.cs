using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A question answered with a time of day, which has no time zone.</summary>
public sealed record InputTime : CardInput
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "Input.Time";

    /// <summary>Gets the time at first, as <c>14:30</c>.</summary>
    public string? Value { get; init; }

    /// <summary>Gets what stands in the empty field.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Gets the first time allowed.</summary>
    public string? Min { get; init; }

    /// <summary>Gets the last time allowed.</summary>
    public string? Max { get; init; }
}
