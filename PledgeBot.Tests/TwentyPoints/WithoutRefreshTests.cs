namespace PledgeBot.Tests.TwentyPoints;

/// <summary>Point 13: the whole job also works on the cards that everybody gets, in clients that ask for no view of their own.</summary>
public sealed class WithoutRefreshTests
{
    [Theory]
    [InlineData(ChainClient.WithoutRefresh)]
    [InlineData(ChainClient.Older)]
    public async Task Chain_WithoutOwnViews_EndsWithTheSameCards(ChainClient client)
    {
        Chain newest = await Chain.PlayAsync(ChainClient.Newest);
        Chain other = await Chain.PlayAsync(client);

        Assert.Equal(Cards(newest), Cards(other));
    }

    private static IEnumerable<string> Cards(Chain chain) => chain.Messages
        .Where(message => message.IsRoot || Chain.SubjectOf(message) is not null)
        .Select(message => Chain.TextOf(message.Activity));
}
