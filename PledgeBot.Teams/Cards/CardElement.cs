using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>Anything that stands in the body of a card.</summary>
[JsonConverter(typeof(CardElementConverter))]
public abstract record CardElement
{
    /// <summary>Gets a fallback that shows nothing where the element is not understood.</summary>
    public static CardElement Drop { get; } = new UnknownElement { Json = CardJson.DropValue };

    /// <summary>Gets the element's type on the wire.</summary>
    [JsonPropertyOrder(-1)]
    public abstract string Type { get; }

    /// <summary>Gets the id by which the card itself refers to the element; for an input, the name of its value.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the distance to the element above; one of <see cref="Cards.Spacing"/>.</summary>
    public string? Spacing { get; init; }

    /// <summary>Gets whether a line is drawn above the element.</summary>
    public bool? Separator { get; init; }

    /// <summary>Gets whether the element is shown at first; absent means that it is.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>Gets the height: <c>auto</c> or <c>stretch</c>.</summary>
    public string? Height { get; init; }

    /// <summary>Gets what is shown where the element is not understood; <see cref="Drop"/> for nothing.</summary>
    public CardElement? Fallback { get; init; }

    /// <summary>Gets the properties that are not declared.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
