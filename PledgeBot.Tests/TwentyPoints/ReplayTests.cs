using System.Text.Json.Nodes;
using PledgeBot.Tests.Hosting;
using PledgeBot.Tests.Traffic;

namespace PledgeBot.Tests.TwentyPoints;

/// <summary>Point 8: what the channel delivers again happens once.</summary>
public sealed class ReplayTests
{
    public static TheoryData<ChainClient, ChainDelivery> Deliveries => new MatrixTheoryData<ChainClient, ChainDelivery>(
        [ChainClient.Newest, ChainClient.Older], [ChainDelivery.Again, ChainDelivery.AgainUnderNewIds]);

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task Everything_DeliveredAgain_ShowsTheSameOnce(ChainClient client, ChainDelivery delivery)
    {
        Chain once = await Chain.PlayAsync(client);
        Chain again = await Chain.PlayAsync(client, delivery);

        Assert.Equal(Told(once), Told(again));
        Assert.Equal(Shown(once), Shown(again));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(16, 1)]
    public async Task Command_PressedUnderANewId_IsAnsweredAgainUnlessTheFirstCameLate(int secondsOnTheWay, int answers)
    {
        await using TrafficPartnership partnership = await TrafficPartnership.StartAsync();
        var sent = new Sent();
        int before = partnership.Bot.Channel.Messages.Count;

        for (int i = 0; i < 2; i++)
        {
            JsonObject press = sent.Execute(
                TrafficPartnership.Anna, Scope.Personal, "command.run", new JsonObject { ["text"] = "status" }, card: "1600000000001");
            press["timestamp"] = (partnership.Bot.Time.GetUtcNow() - TimeSpan.FromSeconds(secondsOnTheWay)).ToString("O");
            await partnership.Bot.SendAsync(press);
            await partnership.Bot.PassAsync(TimeSpan.FromSeconds(30));
        }

        Assert.Equal(answers, partnership.Bot.Channel.Messages.Count - before);
    }

    private static IEnumerable<string> Told(Chain chain) => chain.Actions.Select(action =>
        $"{action.Name}: {string.Join(" | ", action.New.Select(message => $"{PlaceOf(message)}: {Chain.TextOf(message.Versions[0])}"))}");

    // A sign that the bot is writing may come again, and counts where messages are numbered.
    private static string PlaceOf(ChannelMessage message) => message.IsRoot ? "a new thread" : message.Conversation.Split(';')[0];

    private static IEnumerable<string> Shown(Chain chain) => chain.Messages.Select(message => Chain.TextOf(message.Activity));
}
