using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PledgeBot.DecisionRecords;
using PledgeBot.Dialogs.DecisionRecords;
using PledgeBot.LegalPages;

namespace PledgeBot.Tests.DecisionRecords;

/// <summary>The setting that says where members reach the bot's pages.</summary>
public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("https://pledgebot.kommunen.example", "https://pledgebot.kommunen.example/")]
    [InlineData("https://kommunen.example/lofte/", "https://kommunen.example/lofte/")]
    [InlineData("https://kommunen.example/lofte", "https://kommunen.example/lofte/")]
    [InlineData("http://127.0.0.1:5178", "http://127.0.0.1:5178/")]
    public void Address_ThatCanBeUsed_IsWhatLinksLieBelow(string set, string expected)
    {
        using ServiceProvider services = Set(set);

        Assert.Equal(new Uri(expected), services.GetRequiredService<IPublicAddress>().Find());
    }

    [Fact]
    public void Address_ThatNobodyHasSet_IsNone()
    {
        using ServiceProvider services = Set(null);

        Assert.Null(services.GetRequiredService<IPublicAddress>().Find());
    }

    [Theory]
    [InlineData("http://pledgebot.kommunen.example")]
    [InlineData("pledgebot.kommunen.example")]
    [InlineData("ftp://kommunen.example")]
    [InlineData("https://user:secret@kommunen.example")]
    [InlineData("https://kommunen.example/?a=b")]
    [InlineData("https://kommunen.example/#a")]
    [InlineData("")]
    public void Address_ThatCannotBeUsed_IsRefusedWithoutBeingRepeated(string set)
    {
        using ServiceProvider services = Set(set);

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IPublicAddress>().Find());

        Assert.Contains("PublicPages:Address is not an https address", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Set(string? address)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("PublicPages:Address", address)]).Build();
        return new ServiceCollection().AddLogging().AddSingleton(configuration).AddLegalPages().AddDecisionRecordPages().BuildServiceProvider();
    }
}
