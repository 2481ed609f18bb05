using System.Text;
using System.Text.Json;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Tests.Parts;

/// <summary>What every card keeps to, whatever it shows.</summary>
internal static class CardRules
{
    private const int MostBytes = 25_000;

    public static void Check(AdaptiveCard card)
    {
        Assert.Equal("1.5", card.Version);
        Assert.Contains(card.Lang, (string[])["sv", "en"]);
        Assert.False(string.IsNullOrWhiteSpace(card.FallbackText));
        Assert.InRange(card.Actions?.Count ?? 0, 0, CardFrame.MostActions);
        Assert.InRange(Encoding.UTF8.GetByteCount(CardJson.WriteString(card)), 1, MostBytes);

        JsonElement[] elements = [.. Elements(CardJson.Write(card))];
        JsonElement[] texts = [.. elements.Where(element => TypeOf(element) == "TextBlock")];
        Assert.Contains(texts, text => text.TryGetProperty("style", out JsonElement style) && style.GetString() == TextStyle.Heading);
        Assert.All(
            texts.Where(text => !string.IsNullOrWhiteSpace(text.GetProperty("text").GetString())),
            text => Assert.True(text.GetProperty("wrap").GetBoolean()));
        Assert.All(
            elements.Where(element => TypeOf(element) == "Action.Execute"),
            action => Assert.False(string.IsNullOrEmpty(action.GetProperty("verb").GetString())));
    }

    /// <summary>Gets all the text that a card shows, one element to a line.</summary>
    public static string TextOf(AdaptiveCard card) => string.Join(
        '\n',
        Elements(CardJson.Write(card))
            .SelectMany(element => (string[])["text", "title", "value"], (element, name) => (element, name))
            .Where(found => found.element.TryGetProperty(found.name, out JsonElement value) && value.ValueKind == JsonValueKind.String)
            .Select(found => found.element.GetProperty(found.name).GetString()));

    private static string? TypeOf(JsonElement element) => element.TryGetProperty("type", out JsonElement type) ? type.GetString() : null;

    private static IEnumerable<JsonElement> Elements(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => Elements(property.Value)).Prepend(json),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Elements),
        _ => [],
    };
}
