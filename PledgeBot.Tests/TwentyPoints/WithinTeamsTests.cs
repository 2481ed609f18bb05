using System.Text.RegularExpressions;
using PledgeBot.Tests.Gallery;

namespace PledgeBot.Tests.TwentyPoints;

/// <summary>Point 19: nothing that the bot shows leads out of Teams, but to the bot's own records of decision.</summary>
public sealed partial class WithinTeamsTests
{
    private const string Records = "https://pledgebot.example/protokoll/";

    [Fact]
    public async Task Cards_HaveNoButtonThatOpensAnotherPageAndNoAddress()
    {
        CardGallery gallery = await CardGallery.OpenAsync();

        Assert.All(gallery.Cards.SelectMany(card => card.Actions()), action =>
            Assert.True(
                GalleryCard.TypeOf(action) is "Action.Execute" or "Action.Submit" or "Action.ToggleVisibility"
                || (GalleryCard.TypeOf(action) is "Action.OpenUrl" && GalleryCard.TextOf(action, "url")!.StartsWith(Records, StringComparison.Ordinal)),
                $"This is not done in Teams: {action}"));
        Assert.All(gallery.Cards.SelectMany(card => card.Elements()).Where(element => GalleryCard.TypeOf(element) != "Action.OpenUrl"), element =>
            Assert.DoesNotMatch("^https?:", GalleryCard.TextOf(element, "url") ?? ""));
        Assert.DoesNotContain(gallery.Cards.SelectMany(card => card.Elements()), element => element.TryGetProperty("selectAction", out _));
    }

    [Fact]
    public void Texts_HaveNoAddresses() => Assert.Empty(
        Repository.FilesIn(Repository.PathOf("PledgeBot.Dialogs"), "*.resx")
            .SelectMany(file => Value().Matches(File.ReadAllText(file)).Select(value => value.Groups["text"].Value))
            .Where(text => text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex("<value>(?<text>[^<]*)</value>")]
    private static partial Regex Value();
}
