using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PledgeBot.Tests.Gallery;

/// <summary>A card that the bot can send, as it went over the wire.</summary>
/// <param name="Name">Where it was met: the state, who looked, and what was done.</param>
/// <param name="Language">The language it should be in: <c>sv</c> or <c>en</c>.</param>
/// <param name="IsForm">Whether it is shown as a dialog of its own.</param>
/// <param name="Json">The card.</param>
internal sealed partial record GalleryCard(string Name, string Language, bool IsForm, JsonElement Json)
{
    /// <summary>Gets what tells it from other cards: all but the numbers that are new each time it is drawn.</summary>
    public string Identity { get; } = Language + Numbers().Replace(Json.GetRawText(), "\"$1\":\"…\"");

    /// <summary>Gets the message extension's action that opened the form, which is sent back to it; nothing for a form of a card's.</summary>
    public string? Command { get; init; }

    /// <summary>Gets what the card looks like: cards that differ in numbers alone, or in what their buttons send, look the same.</summary>
    public string Look()
    {
        JsonNode card = JsonNode.Parse(Json.GetRawText())!;
        RemoveData(card);
        return Digits().Replace(card.ToJsonString(), "0");
    }

    /// <summary>Gets every object on the card, from the outside in, without what is behind its buttons.</summary>
    public IEnumerable<JsonElement> Elements() => ElementsOf(Json);

    /// <summary>Gets the buttons.</summary>
    public IEnumerable<JsonElement> Actions() => Elements().Where(element => TypeOf(element).StartsWith("Action.", StringComparison.Ordinal));

    /// <summary>Gets the inputs.</summary>
    public IEnumerable<JsonElement> Inputs() => Elements().Where(element => TypeOf(element).StartsWith("Input.", StringComparison.Ordinal));

    /// <summary>Gets an element's type; empty for what has none.</summary>
    public static string TypeOf(JsonElement element) =>
        element.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "";

    /// <summary>Gets a text property; nothing if it is missing or something else.</summary>
    public static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<JsonElement> ElementsOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject()
            .Where(property => property.Name is not ("data" or "fallback" or "refresh"))
            .SelectMany(property => ElementsOf(property.Value))
            .Prepend(json),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(ElementsOf),
        _ => [],
    };

    private static void RemoveData(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject element:
                element.Remove("data");
                element.Remove("fallbackText");
                element.ToList().ForEach(property => RemoveData(property.Value));
                break;
            case JsonArray elements:
                elements.ToList().ForEach(RemoveData);
                break;
        }
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    // A form's number, a dialog's run and its moves.
    [GeneratedRegex("\"(nonce|run|rev)\":(\"[0-9a-f]*\"|[0-9]+)")]
    private static partial Regex Numbers();
}
