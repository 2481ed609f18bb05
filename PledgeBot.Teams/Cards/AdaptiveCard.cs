using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>An Adaptive Card.</summary>
/// <remarks>Written in full each time: an update replaces the whole card. Keep the JSON under 28 KB.</remarks>
public sealed record AdaptiveCard
{
    /// <summary>Gets the element's type on the wire.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "AdaptiveCard";

    /// <summary>Gets the version of the schema; Teams understands 1.5.</summary>
    public string? Version { get; init; } = "1.5";

    /// <summary>Gets the language of the card's texts, such as <c>sv</c>.</summary>
    public string? Lang { get; init; }

    /// <summary>Gets what is shown where the card's version is not understood.</summary>
    public string? FallbackText { get; init; }

    /// <summary>Gets what a screen reader says instead of the body.</summary>
    public string? Speak { get; init; }

    /// <summary>Gets what the card shows, from top to bottom.</summary>
    public IReadOnlyList<CardElement> Body { get; init => field = value ?? []; } = [];

    /// <summary>Gets the buttons under the body.</summary>
    public IReadOnlyList<AdaptiveAction>? Actions { get; init; }

    /// <summary>Gets how the card is replaced with one of the viewer's own.</summary>
    public CardRefresh? Refresh { get; init; }

    /// <summary>Gets what only Teams understands.</summary>
    [JsonPropertyName("msteams")]
    public MsTeamsCardProperties? MsTeams { get; init; }

    /// <summary>Gets the smallest height, such as <c>80px</c>.</summary>
    public string? MinHeight { get; init; }

    /// <summary>Gets the properties that are not declared above.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
