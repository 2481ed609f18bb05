using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A button that unfolds a card. The inputs of the card around it are submitted from inside; not the other way round.</summary>
public sealed record ShowCardAction : AdaptiveAction
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "Action.ShowCard";

    /// <summary>Gets the card.</summary>
    public required AdaptiveCard Card { get; init; }
}
