using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A question answered with text.</summary>
public sealed record InputText : CardInput
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "Input.Text";

    /// <summary>Gets the text at first.</summary>
    public string? Value { get; init; }

    /// <summary>Gets what stands in the empty field.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Gets whether several lines can be written.</summary>
    public bool? IsMultiline { get; init; }

    /// <summary>Gets the most characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Gets the pattern that the text must match.</summary>
    public string? Regex { get; init; }

    /// <summary>Gets what is expected; one of <see cref="TextInputStyle"/>.</summary>
    public string? Style { get; init; }

    /// <summary>Gets the button beside the field.</summary>
    public AdaptiveAction? InlineAction { get; init; }
}
