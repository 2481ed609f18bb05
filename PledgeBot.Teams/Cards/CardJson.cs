using System.Text.Json;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Cards;

/// <summary>Reads and writes cards as JSON. Elements, actions and properties that are not modelled survive both ways.</summary>
public static class CardJson
{
    internal static JsonElement DropValue { get; } = JsonElement.Parse("\"drop\"");

    /// <summary>Writes a card as the content of an attachment or the value of an answer.</summary>
    public static JsonElement Write(AdaptiveCard card) => JsonSerializer.SerializeToElement(card, TeamsJson.Wire.AdaptiveCard);

    /// <summary>Writes a card as text, with letters such as åäö readable.</summary>
    public static string WriteString(AdaptiveCard card) => JsonSerializer.Serialize(card, TeamsJson.Wire.AdaptiveCard);

    /// <summary>Reads a card.</summary>
    /// <exception cref="JsonException">It is not a card, or lacks something that Teams demands, such as an action's verb.</exception>
    public static AdaptiveCard Read(JsonElement json) =>
        json.Deserialize(TeamsJson.Wire.AdaptiveCard) ?? throw new JsonException("A card is an object.");

    /// <summary>Reads a card.</summary>
    /// <exception cref="JsonException">It is not JSON, not a card, or lacks something that Teams demands.</exception>
    public static AdaptiveCard Read(string json) =>
        JsonSerializer.Deserialize(json, TeamsJson.Wire.AdaptiveCard) ?? throw new JsonException("A card is an object.");
}
