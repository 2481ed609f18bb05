using System.Text.Json;
using System.Text.RegularExpressions;
using PledgeBot.Tests.Gallery;

namespace PledgeBot.Tests.TwentyPoints;

/// <summary>Point 19: nothing that the bot shows leads out of Teams, but a member's own link to a record of decision, which is a document to print and to keep.</summary>
public sealed partial class WithinTeamsTests
{
    [Fact]
    public async Task Cards_HaveNoButtonThatOpensAnotherPageAndNoAddress()
    {
        CardGallery gallery = await CardGallery.OpenAsync();

        Assert.All(gallery.Cards, card => Assert.All(card.Actions(), action =>
            Assert.True(
                GalleryCard.TypeOf(action) is "Action.Execute" or "Action.Submit" or "Action.ToggleVisibility" || IsLinkToOwnRecord(card, action),
                $"This is not done in Teams: {action} on {card.Name}")));
        Assert.All(gallery.Cards.SelectMany(card => card.Elements()).Where(element => GalleryCard.TypeOf(element) != "Action.OpenUrl"), element =>
            Assert.DoesNotMatch("^https?:", GalleryCard.TextOf(element, "url") ?? ""));
        Assert.DoesNotContain(gallery.Cards.SelectMany(card => card.Elements()), element => element.TryGetProperty("selectAction", out _));
    }

    [Fact]
    public void Texts_HaveNoAddresses() => Assert.DoesNotContain(
        Repository.FilesIn(Repository.PathOf("PledgeBot.Dialogs"), "*.resx")
            .SelectMany(file => Value().Matches(File.ReadAllText(file)).Select(value => value.Groups["text"].Value)),
        text => text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase));

    // Whoever has the link can open the record, so the member gets it alone: not on a card that is posted, nor where others read the answer.
    private static bool IsLinkToOwnRecord(GalleryCard card, JsonElement action) =>
        GalleryCard.TypeOf(action) == "Action.OpenUrl"
        && RecordLink().IsMatch(GalleryCard.TextOf(action, "url")!)
        && card.Name.Contains(", Personal:", StringComparison.Ordinal);

    [GeneratedRegex("^https://pledgebot\\.example/protokoll/[^/]+/[0-9]{4}-[0-9]+/[^/]{40,}(/beslut\\.json)?$")]
    private static partial Regex RecordLink();

    [GeneratedRegex("<value>(?<text>[^<]*)</value>")]
    private static partial Regex Value();
}
