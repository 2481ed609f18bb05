using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A question answered with yes or no.</summary>
public sealed record InputToggle : CardInput
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "Input.Toggle";

    /// <summary>Gets the words beside the box.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the value at first.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the value that means yes; <c>true</c> when absent.</summary>
    public string? ValueOn { get; init; }

    /// <summary>Gets the value that means no; <c>false</c> when absent.</summary>
    public string? ValueOff { get; init; }

    /// <summary>Gets whether long words go on to a new line. What we write does, unless said otherwise.</summary>
    public bool? Wrap { get; init; } = true;
}
