using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PledgeBot.Dialogs.Parts;

namespace PledgeBot.Tests.Gallery;

/// <summary>What every card of the gallery keeps to, whatever it shows.</summary>
public sealed partial class CardRuleTests
{
    private const int MostBytes = 25_000;
    private const int MostTold = 12;

    /// <summary>The signs and words that say without colour what a colour says.</summary>
    private static readonly Dictionary<string, Regex> SaidWithoutColour = new(StringComparer.Ordinal)
    {
        ["Good"] = new Regex("^✓ "),
        ["Accent"] = new Regex("^● "),
        ["Warning"] = new Regex("^! "),
        ["Attention"] = new Regex("^! |^Att rätta: | behöver rättas\\.|^To put right: | to be put right\\."),
    };

    [Fact]
    public Task Frame_SaysVersionAndLanguage_AndAllInOneSentence() => EveryCard(card =>
    [
        .. Unless(GalleryCard.TextOf(card.Json, "version") == "1.5", "the version is not 1.5"),
        .. Unless(GalleryCard.TextOf(card.Json, "lang") == card.Language, $"it says that it is in {GalleryCard.TextOf(card.Json, "lang")} instead of {card.Language}"),
        .. Unless(!string.IsNullOrWhiteSpace(GalleryCard.TextOf(card.Json, "fallbackText")), "there is no fallbackText"),
    ]);

    [Fact]
    public Task Text_GoesOnToANewLine() => EveryElement(element => GalleryCard.TypeOf(element) is "TextBlock" or "Input.ChoiceSet"
        ? Unless(IsTrue(element, "wrap"), $"this does not wrap: {GalleryCard.TextOf(element, "text") ?? GalleryCard.TextOf(element, "label")}")
        : []);

    [Fact]
    public Task Actions_AreSixAtTheMost() => EveryElement(element =>
        element.TryGetProperty("actions", out JsonElement actions)
            ? Unless(actions.GetArrayLength() <= CardFrame.MostActions, $"there are {actions.GetArrayLength()} buttons in a row")
            : []);

    [Fact]
    public Task Size_IsWhatTeamsTakes() => EveryCard(card =>
    {
        int bytes = Encoding.UTF8.GetByteCount(card.Json.GetRawText());
        return Unless(bytes <= MostBytes, $"it has {bytes} bytes");
    });

    [Fact]
    public Task Inputs_HaveLabelRequiredMarkAndErrorText() => EveryCard(card =>
    [
        .. card.Inputs().SelectMany(input =>
        {
            string? label = GalleryCard.TextOf(input, "label");
            return (string[])
            [
                .. Unless(!string.IsNullOrWhiteSpace(label), "an input has no label"),
                .. Unless(
                    !IsTrue(input, "isRequired") || !string.IsNullOrWhiteSpace(GalleryCard.TextOf(input, "errorMessage")),
                    $"the required input {label} says nothing when it is empty"),
            ];
        }),
        .. Unless(
            card.Inputs().Select(input => GalleryCard.TextOf(input, "id")).OfType<string>().Distinct().Count() == card.Inputs().Count(),
            "two inputs have the same id, or one has none"),
    ]);

    [Fact]
    public Task Choices_HaveWordsAndValuesThatCanBeToldApart() => EveryElement(element =>
    {
        if (GalleryCard.TypeOf(element) != "Input.ChoiceSet")
        {
            return [];
        }

        JsonElement[] choices = [.. element.GetProperty("choices").EnumerateArray()];
        string[] values = [.. choices.Select(choice => choice.GetProperty("value").GetString()!)];
        return
        [
            .. Unless(values.All(value => value.Length > 0 && !value.Contains(',', StringComparison.Ordinal)), "a choice has no value, or one with a comma"),
            .. Unless(values.Distinct(StringComparer.Ordinal).Count() == values.Length, "two choices have the same value"),
            .. Unless(choices.All(choice => !string.IsNullOrWhiteSpace(choice.GetProperty("title").GetString())), "a choice has no words"),
        ];
    });

    [Fact]
    public Task Execute_HasAVerb_AndWorksInAnOlderClientToo() => EveryCard(card => card.Actions().SelectMany(action =>
    {
        if (GalleryCard.TypeOf(action) != "Action.Execute" || card.Json.TryGetProperty("refresh", out JsonElement refresh) && JsonElement.DeepEquals(refresh.GetProperty("action"), action))
        {
            return [];
        }

        string? title = GalleryCard.TextOf(action, "title");
        if (GalleryCard.TextOf(action, "verb") is not { Length: > 0 } verb
            || !action.TryGetProperty("fallback", out JsonElement fallback)
            || GalleryCard.TypeOf(fallback) != "Action.Submit")
        {
            return [$"the button {title} has no verb, or no Action.Submit to fall back on"];
        }

        return Unless(SameData(action, fallback, verb), $"the button {title} sends something else from an older client");
    }));

    [Fact]
    public Task Buttons_HaveWords() => EveryCard(card => card.Actions()
        .Where(action => string.IsNullOrWhiteSpace(GalleryCard.TextOf(action, "title")))
        .Select(action => $"a button has no words: {action.GetRawText()}"));

    [Fact]
    public Task Pictures_SayWhatTheyShow() => EveryElement(element => GalleryCard.TypeOf(element) == "Image"
        ? Unless(!string.IsNullOrWhiteSpace(GalleryCard.TextOf(element, "altText")), "a picture has no text")
        : []);

    [Fact]
    public Task Colour_IsNeverTheOnlySignal() => EveryElement(element =>
        GalleryCard.TypeOf(element) == "TextBlock" && GalleryCard.TextOf(element, "color") is { } color and not "Default"
            ? Unless(
                SaidWithoutColour.TryGetValue(color, out Regex? said) && said.IsMatch(element.GetProperty("text").GetString()!),
                $"only the colour {color} says what this is: {element.GetProperty("text").GetString()}")
            : []);

    [Fact]
    public async Task Colour_TellsNoTwoEqualTextsApart()
    {
        CardGallery gallery = await CardGallery.OpenAsync();
        var colours = gallery.Cards.SelectMany(card => card.Elements())
            .Where(element => GalleryCard.TypeOf(element) == "TextBlock")
            .Select(element => (Text: element.GetProperty("text").GetString()!, Color: GalleryCard.TextOf(element, "color")))
            .Where(found => found.Color is not (null or "Default"))
            .Distinct()
            .GroupBy(found => found.Text, found => found.Color);

        Assert.Empty(colours.Where(colour => colour.Count() > 1).Select(colour => $"{colour.Key}: {string.Join(", ", colour)}"));
    }

    [Fact]
    public Task Texts_HaveNoGapsAndNoNamesOfTypes() => EveryCard(card => TextsOf(card)
        .Where(text => Unfilled().IsMatch(text))
        .Select(text => $"this was not filled in: {text}"));

    [Fact]
    public Task Texts_DoNotLinkWhereAMemberWantsThem() => EveryCard(card => MarkdownOf(card)
        .Where(text => text.Contains("](", StringComparison.Ordinal))
        .Select(text => $"this is a link: {text}"));

    [Fact]
    public async Task Words_AreInTheLanguageOfTheCard()
    {
        CardGallery gallery = await CardGallery.OpenAsync();
        var words = WordsOfOneLanguage.Read();

        await EveryCard(card => TextsOf(card)
            .Select(text => words.FindForeign(text, card.Language))
            .OfType<string>()
            .Select(found => $"this is not in {card.Language}: {found}"));
        Assert.NotEmpty(gallery.Cards);
    }

    [Fact]
    public async Task Messages_AreAnswered_WithASummaryBesideTheCard_AndNoErrors() => Assert.Empty((await CardGallery.OpenAsync()).Faults);

    private static Task EveryElement(Func<JsonElement, IEnumerable<string>> rule) => EveryCard(card => card.Elements().SelectMany(rule));

    /// <summary>Holds a rule against every card; what is wrong is told once, with the first card that has it.</summary>
    private static async Task EveryCard(Func<GalleryCard, IEnumerable<string>> rule)
    {
        CardGallery gallery = await CardGallery.OpenAsync();
        var wrong = gallery.Cards
            .SelectMany(card => rule(card).Select(problem => (Problem: problem, Card: card.Name)))
            .GroupBy(found => found.Problem, found => found.Card, StringComparer.Ordinal);

        string[] told = [.. wrong.Select(found => $"{found.Key} [{found.Count()}: {found.First()}]")];
        Assert.True(told.Length == 0, $"{told.Length} problems:\n{string.Join('\n', told.Take(MostTold))}");
    }

    private static string[] Unless(bool holds, string problem) => holds ? [] : [problem];

    private static bool IsTrue(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    private static bool SameData(JsonElement action, JsonElement fallback, string verb)
    {
        JsonElement data = fallback.GetProperty("data");
        int properties = action.TryGetProperty("data", out JsonElement own) ? own.EnumerateObject().Count() : 0;
        return GalleryCard.TextOf(data, "verb") == verb
            && data.EnumerateObject().Count() == properties + 1
            && (properties == 0 || own.EnumerateObject().All(property => data.TryGetProperty(property.Name, out JsonElement same) && JsonElement.DeepEquals(property.Value, same)))
            && GalleryCard.TextOf(fallback, "associatedInputs") == GalleryCard.TextOf(action, "associatedInputs")
            && GalleryCard.TextOf(fallback, "title") == GalleryCard.TextOf(action, "title");
    }

    /// <summary>Gets everything that somebody reads or hears of a card.</summary>
    private static IEnumerable<string> TextsOf(GalleryCard card) =>
        MarkdownOf(card).Concat(card.Elements().Select(element => GalleryCard.TextOf(element, "altText")).OfType<string>());

    /// <summary>Gets the texts that a client reads as markdown; the values of facts are, those of inputs and choices are not.</summary>
    private static IEnumerable<string> MarkdownOf(GalleryCard card) => card.Elements()
        .SelectMany(element => (string[])["text", "title", "label", "errorMessage", "placeholder", "fallbackText", "tooltip"], GalleryCard.TextOf)
        .Concat(card.Elements()
            .Where(element => element.TryGetProperty("facts", out _))
            .SelectMany(facts => facts.GetProperty("facts").EnumerateArray())
            .Select(fact => GalleryCard.TextOf(fact, "value")))
        .OfType<string>();

    // A member's own text of the gallery has {9} in it, which is to be shown as it is. Nobody reads or writes an id.
    [GeneratedRegex(@"\{[0-8][:}]|PledgeBot\.(Domain|Dialogs)|System\.|\[\]|[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}")]
    private static partial Regex Unfilled();
}
