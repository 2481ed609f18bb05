using System.Text.Json.Nodes;
using PledgeBot.Tests.Hosting;
using PledgeBot.Tests.Polls;
using PledgeBot.Tests.Running;

namespace PledgeBot.Tests.TwentyPoints;

/// <summary>Point 15: what concerns one member reaches nobody else.</summary>
public sealed class AudienceTests
{
    // Everybody but the chief and the last one votes otherwise; the streets abstain, which is written in the personal chat.
    private static readonly Dictionary<ChannelPerson, string> OtherBallots = new(Chain.UsualBallots)
    {
        [Chain.Coordinator] = "V1-02,V1-04",
        [Chain.Manager] = "V1-03,V1-04",
        [Chain.Streets] = "V1-02,V1-03",
        [Chain.School] = "V1-02,V1-04",
        [Chain.Officer] = "",
    };

    public static TheoryData<ChainClient> Clients => [.. Enum.GetValues<ChainClient>()];

    public static TheoryData<ChainClient, bool> Polls => new MatrixTheoryData<ChainClient, bool>(Enum.GetValues<ChainClient>(), [false, true]);

    [Theory]
    [MemberData(nameof(Polls))]
    public async Task Vote_WhileThePollIsOpen_ChangesNothingThatOthersSee(ChainClient client, bool isSecret)
    {
        Chain usual = await Chain.PlayUntilLastVoteAsync(client, Chain.UsualBallots, isSecret);
        Chain other = await Chain.PlayUntilLastVoteAsync(client, OtherBallots, isSecret);

        Assert.Equal(SeenByAll(usual), SeenByAll(other));
        foreach (ChannelPerson person in (ChannelPerson[])[Chain.Chief, Chain.Communicator])
        {
            Assert.True(client == ChainClient.Older || SeenBy(person, usual).Any(), "There is nothing to compare.");
            Assert.Equal(SeenBy(person, usual), SeenBy(person, other));
        }
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Channel_NeverNamesAnybody_ButWhoAddedTheBot(ChainClient client)
    {
        Chain chain = await Chain.PlayAsync(client);

        string[] named =
        [
            .. chain.Messages.Where(message => !message.IsPersonal)
                .SelectMany(message => message.Versions)
                .Select(version => version.GetRawText())
                .Where(text => text.Contains(Chain.Surname, StringComparison.Ordinal)),
        ];

        Assert.Contains("Anna " + Chain.Surname + " har lagt till mig", Assert.Single(named), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dialog_GivenUp_IsSeenByNobodyElse()
    {
        Chain chain = await Chain.PlayAsync(ChainClient.Newest);

        string[] places =
        [
            .. chain.Messages
                .Where(message => message.Versions.Any(version => version.GetRawText().Contains(Chain.GivenUp, StringComparison.Ordinal)))
                .Select(message => message.Conversation)
                .Distinct(),
        ];
        string[] askers =
        [
            .. chain.Answers.Where(answer => answer.Text.Contains(Chain.GivenUp, StringComparison.Ordinal)).Select(answer => answer.Who).Distinct(),
        ];

        Assert.All(places, place => Assert.Equal(Place.PersonalChatOf(Chain.Officer.Account), place));
        Assert.All(askers, asker => Assert.Equal(Chain.Officer.Name, asker));
        Assert.NotEmpty(places.Concat(askers));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task PersonalChats_GetTheirOwnAnswers_AndWhatWasRecordedInTheirName(ChainClient client)
    {
        Chain chain = await Chain.PlayAsync(client);

        Assert.Equal(
            [Chain.School.Account, Chain.Chief.Account],
            chain.Actions
                .Where(action => action.Name.StartsWith("send ", StringComparison.Ordinal))
                .SelectMany(action => action.New)
                .Where(message => message.IsPersonal)
                .Select(message => "29:1" + message.Conversation["a:11".Length..]));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Log_HasNoNamesAndNoTexts(ChainClient client)
    {
        Chain chain = await Chain.PlayAsync(client);

        Assert.DoesNotContain(chain.Log, line => line.Contains(Chain.Surname, StringComparison.Ordinal) || line.Contains(Chain.GivenUp, StringComparison.Ordinal));
    }

    private static IEnumerable<string> SeenByAll(Chain chain) => chain.Messages
        .Where(message => !message.IsPersonal)
        .SelectMany(message => message.Versions.Select(version => $"{message.Conversation} {Chain.TextOf(version)}"));

    private static IEnumerable<string> SeenBy(ChannelPerson person, Chain chain) => chain.Answers
        .Where(answer => answer.Who == person.Name && answer.Text.Length > 0)
        .Select(answer => AnyReceipt.Hide(ShownText.Of(JsonNode.Parse(answer.Text)!["value"]!)))
        .Concat(chain.Messages
            .Where(message => message.Conversation == Place.PersonalChatOf(person.Account))
            .SelectMany(message => message.Versions)
            .Select(Chain.TextOf));
}
