using PledgeBot.Tests.Gallery;

namespace PledgeBot.Tests.TwentyPoints;

/// <summary>Point 10: what is entered again and again is entered in one form each time.</summary>
public sealed class RepeatedEntryTests
{
    [Fact]
    public async Task Proposals_AreOneFormEach()
    {
        Chain chain = await Chain.PlayAsync(ChainClient.Newest);

        Assert.Equal(
            Enumerable.Repeat((string[])["open proposal", "send proposal"], 4).SelectMany(moves => moves),
            chain.Actions.Select(action => action.Name).Where(name => name.EndsWith(" proposal", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Assessments_FollowOneAnotherInTheFormThatWasOpened()
    {
        Chain chain = await Chain.PlayAsync(ChainClient.Newest);

        Assert.Equal(
            ["open triage", .. Enumerable.Repeat("send triage", 5)],
            chain.Actions.Select(action => action.Name).Where(name => name.EndsWith(" triage", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Forms_AskForEverythingAtOnce()
    {
        CardGallery gallery = await CardGallery.OpenAsync();

        Assert.All(gallery.Cards.Where(card => card.IsForm), form =>
        {
            Assert.NotEmpty(form.Inputs());
            Assert.Equal("Action.Submit", GalleryCard.TypeOf(Assert.Single(form.Actions())));
        });
    }
}
