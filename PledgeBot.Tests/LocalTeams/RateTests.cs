using System.Text.Json.Nodes;
using PledgeBot.LocalTeams;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>Teams' documented rates, on a clock that stands still until it is moved.</summary>
public sealed class RateTests : LocalTeamsTest
{
    private bool _isLimited = true;

    [Fact]
    public async Task Send_TheEighthInASecond_IsThrottledAndToldHowLong()
    {
        string thread = (await BeginThreadAsync(Cards.Message("Först"))).Conversation;

        int[] seven = await SendAsync(thread, 7);
        (int eighth, JsonObject? body, HttpResponseMessage response) = await PostAsync(Activities(thread), Cards.Message("Åtta"));

        Assert.All(seven, status => Assert.Equal(201, status));
        Assert.Equal((429, "Throttled"), (eighth, Code(body)));
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
        Assert.Equal(429, Teams.Calls.All[^1].Status);
    }

    [Fact]
    public async Task Send_OverALongerTime_IsHeldToTheLongerRates()
    {
        string thread = (await BeginThreadAsync(Cards.Message("Först"))).Conversation;

        await SendAsync(thread, 7);
        Time.Advance(TimeSpan.FromSeconds(1));
        int[] next = await SendAsync(thread, 2);
        Time.Advance(TimeSpan.FromSeconds(1));
        for (int second = 0; second < 10; second++)
        {
            await SendAsync(thread, 5);
            Time.Advance(TimeSpan.FromSeconds(2));
        }

        // 8 + 50 so far, within 22 seconds.
        int[] last = await SendAsync(thread, 3);

        Assert.Equal([201, 429], next);
        Assert.Equal([201, 201, 429], last);
    }

    [Fact]
    public async Task Throttled_OneThread_DoesNotHoldUpAnother()
    {
        string one = (await BeginThreadAsync(Cards.Message("Ett"))).Conversation;
        string other = (await BeginThreadAsync(Cards.Message("Två"))).Conversation;
        await SendAsync(one, 8);

        Assert.Equal(201, Assert.Single(await SendAsync(other, 1)));
    }

    [Fact]
    public async Task Update_Message_CountsAsSending()
    {
        (string thread, string id) = await BeginThreadAsync(Cards.Message("Först"));
        await SendAsync(thread, 7);

        (int status, _, _) = await CallAsync(HttpMethod.Put, Activities(thread, id), Cards.Message("Nytt"));

        Assert.Equal(429, status);
    }

    [Fact]
    public async Task Send_SplitMessage_CountsForEachPart()
    {
        string thread = (await BeginThreadAsync(Cards.Message("Först"))).Conversation;
        JsonObject both = Cards.Message(Cards.Card([Cards.Text("Kort")]));
        both["text"] = "Text";

        for (int n = 0; n < 4; n++)
        {
            Assert.Equal(202, (await PostAsync(Activities(thread), both)).Status);
        }

        Assert.Equal(429, Assert.Single(await SendAsync(thread, 1)));
    }

    [Fact]
    public async Task Members_ReadSixteenTimes_AreThrottledAfterFourteen()
    {
        string path = $"v3/conversations/{Uri.EscapeDataString(LocalTeamsServer.ChannelId)}/pagedmembers";
        var statuses = new List<int>();
        for (int n = 0; n < 16; n++)
        {
            statuses.Add((await CallAsync(HttpMethod.Get, path)).Status);
        }

        Assert.Equal((14, 2), (statuses.Count(s => s == 200), statuses.Count(s => s == 429)));
    }

    [Fact]
    public async Task Members_AllAtOnce_AreReadFiveTimesAMinute()
    {
        string path = $"v3/conversations/{Uri.EscapeDataString(LocalTeamsServer.ChannelId)}/members";
        var statuses = new List<int>();
        for (int n = 0; n < 6; n++)
        {
            statuses.Add((await CallAsync(HttpMethod.Get, path)).Status);
        }

        Time.Advance(TimeSpan.FromMinutes(1));
        statuses.Add((await CallAsync(HttpMethod.Get, path)).Status);

        Assert.Equal([200, 200, 200, 200, 200, 429, 200], statuses);
    }

    [Fact]
    public async Task Tenant_FiftyCallsInASecond_IsTheMost()
    {
        var statuses = new List<int>();
        for (int n = 0; n < 52; n++)
        {
            statuses.Add((await CallAsync(HttpMethod.Get, $"v3/attachments/{n}")).Status);
        }

        Assert.Equal((50, 2), (statuses.Count(s => s == 404), statuses.Count(s => s == 429)));
    }

    [Fact]
    public async Task Rates_SwitchedOff_AreNotHeld()
    {
        _isLimited = false;
        await using LocalTeamsServer free = await LocalTeamsServer.StartAsync(Bot, Time, configure: Configure);

        for (int n = 0; n < 20; n++)
        {
            await Bot.SendAsync(free.ServiceUrl, LocalTeamsServer.ChannelId, Cards.Message("Hej"));
        }
    }

    private protected override void Configure(LocalTeamsOptions options) => options.LimitsRates = _isLimited;

    private async Task<int[]> SendAsync(string conversation, int times)
    {
        int[] statuses = new int[times];
        for (int n = 0; n < times; n++)
        {
            statuses[n] = (await PostAsync(Activities(conversation), Cards.Message("Hej"))).Status;
        }

        return statuses;
    }
}
