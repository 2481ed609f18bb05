using System.Text.Json.Nodes;

namespace PledgeBot.Tests.Running;

/// <summary>Finds things on a card as it came over the wire.</summary>
internal static class ShownCard
{
    /// <summary>Gets every object on a card, from the outside in.</summary>
    public static IEnumerable<JsonObject> Everything(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject element:
                yield return element;
                foreach ((string name, JsonNode? value) in element)
                {
                    foreach (JsonObject inner in name is "fallback" or "refresh" ? [] : Everything(value))
                    {
                        yield return inner;
                    }
                }

                break;
            case JsonArray elements:
                foreach (JsonObject inner in elements.SelectMany(Everything))
                {
                    yield return inner;
                }

                break;
        }
    }

    /// <summary>Gets the inputs.</summary>
    public static IEnumerable<JsonObject> Inputs(JsonNode card) => Everything(card).Where(element => TypeOf(element).StartsWith("Input.", StringComparison.Ordinal));

    /// <summary>Gets the buttons.</summary>
    public static IEnumerable<JsonObject> Actions(JsonNode card) => Everything(card).Where(element => TypeOf(element).StartsWith("Action.", StringComparison.Ordinal));

    /// <summary>Gets the data of the button with a verb on a message's card; empty if there is none.</summary>
    public static JsonObject DataOf(JsonNode activity, string verb) =>
        Actions(activity).FirstOrDefault(action => action["verb"]?.GetValue<string>() == verb)?["data"]?.DeepClone().AsObject() ?? [];

    private static string TypeOf(JsonObject element) => element["type"] is JsonValue type && type.TryGetValue(out string? text) ? text : "";
}

/// <summary>Reads what a message shows, as somebody reading it aloud would.</summary>
internal static class ShownText
{
    private static readonly string[] Shown = ["text", "title", "value", "label", "altText"];

    /// <summary>Gets the text of a message and its cards, a line for each piece.</summary>
    public static string Of(JsonNode node)
    {
        var pieces = new List<string>();
        if (node["text"] is JsonValue text)
        {
            pieces.Add(text.ToString());
        }

        foreach (JsonObject element in ShownCard.Everything(node["attachments"] ?? node["card"] ?? node["body"]))
        {
            pieces.AddRange(element.Where(pair => Shown.Contains(pair.Key) && pair.Value is JsonValue).Select(pair => pair.Value!.ToString()));
        }

        return string.Join('\n', pieces);
    }
}
