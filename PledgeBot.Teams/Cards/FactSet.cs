using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A list of facts, each with a name and a value.</summary>
public sealed record FactSet : CardElement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "FactSet";

    /// <summary>Gets the facts, from top to bottom.</summary>
    public IReadOnlyList<Fact> Facts { get; init => field = value ?? []; } = [];
}
