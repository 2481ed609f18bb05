using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>Buttons among the elements of the body.</summary>
public sealed record ActionSet : CardElement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "ActionSet";

    /// <summary>Gets the buttons.</summary>
    public IReadOnlyList<AdaptiveAction> Actions { get; init => field = value ?? []; } = [];

    /// <summary>Gets where the buttons lie; one of <see cref="Cards.HorizontalAlignment"/>.</summary>
    public string? HorizontalAlignment { get; init; }
}
