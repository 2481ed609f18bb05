using System.Text.Json.Nodes;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Running;

namespace PledgeBot.Tests.Delivery;

/// <summary>Teams refreshes a card by itself for sixty members at the most; the poll's card is right for more than that too.</summary>
public sealed class ManyVotersTests
{
    [Theory]
    [InlineData(60, 60)]
    [InlineData(61, 0)]
    public async Task PollCard_InTheChannel_IsRefreshedForTheEntitledUpToSixty(int voters, int refreshed)
    {
        (Story story, PollId poll) = PollOf(voters);
        await using DeliveredBot bot = await DeliveredBot.StartAsync(story);

        JsonNode card = await ShowAsync(bot, poll);

        string[] accounts = [.. card["refresh"]!["userIds"]!.AsArray().Select(account => account!.GetValue<string>())];
        Assert.Equal(refreshed, accounts.Length);
        Assert.Subset(story.Partnership.FindPoll(poll)!.Roll.Select(entry => DeliveredBot.AccountOf(entry.Member)).ToHashSet(), accounts.ToHashSet());
        Assert.DoesNotContain("Du har inte röstat än.", ShownText.Of(new JsonObject { ["card"] = card.DeepClone() }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PollCard_OfOneWithoutAnAccount_IsRefreshedForTheSixtyOthers()
    {
        (Story story, PollId poll) = PollOf(61);
        await using DeliveredBot bot = await DeliveredBot.StartAsync(story, A.Chief);

        JsonNode card = await ShowAsync(bot, poll);

        Assert.Equal(60, card["refresh"]!["userIds"]!.AsArray().Count);
    }

    [Fact]
    public async Task PollCard_OfSixtyOne_IsRightForEachAfterTheirPress()
    {
        (Story story, PollId poll) = PollOf(61);
        await using DeliveredBot bot = await DeliveredBot.StartAsync(story);
        await ShowAsync(bot, poll);
        MemberId last = story.Partnership.FindPoll(poll)!.Roll[^1].Member;

        string looked = await PressAsync(bot, last, "card.view", new JsonObject { ["subject"] = $"poll/{poll}" });
        string voted = await PressAsync(bot, last, "poll.vote", new JsonObject { ["poll"] = poll.ToString(), ["picks"] = "V1-02,V1-03" });
        string others = await PressAsync(bot, A.Coordinator, "card.view", new JsonObject { ["subject"] = $"poll/{poll}" });
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        await bot.DoDueAsync();

        Assert.Contains("Du har inte röstat än.", looked, StringComparison.Ordinal);
        Assert.Contains("✓ Du har valt 2 av 2: V1-02 och V1-03.", voted, StringComparison.Ordinal);
        Assert.Contains("Du har inte röstat än.", others, StringComparison.Ordinal);
        Assert.Contains("1 av ", others, StringComparison.Ordinal);
        JsonNode everybodys = bot.Calls[^1].Card!;
        Assert.Empty(everybodys["refresh"]!["userIds"]!.AsArray());
        Assert.DoesNotContain("Du har valt", everybodys.ToJsonString(), StringComparison.Ordinal);
    }

    private static (Story Story, PollId Poll) PollOf(int voters)
    {
        Story story = A.Story();
        for (int number = A.Voters.Length; number < voters; number++)
        {
            Party party = number % 6 == 0 ? Party.Police : Party.Municipality;
            story.Do(new ListMember(A.Member(200 + number), party, $"Roll {number}", Duties.Vote), by: null);
        }

        return (story, story.OpenPoll(story.WalkWithCandidates(4)));
    }

    private static async Task<JsonNode> ShowAsync(DeliveredBot bot, PollId poll)
    {
        await bot.TurnAsync(turn => turn.Schedule(new DueWork(WorkKinds.ShowCard, $"poll/{poll}", bot.Time.GetUtcNow(), "")));
        await bot.DoDueAsync();
        return bot.Calls[^1].Card!;
    }

    private static async Task<string> PressAsync(DeliveredBot bot, MemberId member, string verb, JsonObject data)
    {
        JsonNode card = await bot.PressAsync(member, verb, data);
        Assert.Empty(card["refresh"]!["userIds"]!.AsArray());
        return ShownText.Of(new JsonObject { ["card"] = card.DeepClone() });
    }
}
