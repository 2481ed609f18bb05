using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A question answered by choosing.</summary>
/// <remarks>The client cannot demand a number of choices: "exactly two" is checked by whoever receives the value.</remarks>
public sealed record InputChoiceSet : CardInput
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "Input.ChoiceSet";

    /// <summary>Gets the choices.</summary>
    public IReadOnlyList<InputChoice> Choices { get; init => field = value ?? []; } = [];

    /// <summary>Gets the value chosen at first; several are separated by commas.</summary>
    public string? Value { get; init; }

    /// <summary>Gets what stands in the empty field.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Gets whether several can be chosen; their values then come back separated by commas.</summary>
    public bool? IsMultiSelect { get; init; }

    /// <summary>Gets the look; one of <see cref="ChoiceInputStyle"/>.</summary>
    public string? Style { get; init; }

    /// <summary>Gets whether long choices go on to a new line. What we write does, unless said otherwise.</summary>
    public bool? Wrap { get; init; } = true;
}
