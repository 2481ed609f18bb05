using System.Text.Json.Nodes;

namespace PledgeBot.Tests.LocalTeams;

public sealed class MemberMessageTests : LocalTeamsTest
{
    private static readonly byte[] Png =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Post_InTheChannel_MentionsTheBotAndBeginsAThread()
    {
        JsonObject posted = await Anna.PostAsync("nytt förslag");

        JsonObject activity = Assert.Single(Bot.Activities);
        string id = (string)posted["id"]!;
        Assert.True((bool?)posted["delivered"]);
        Assert.Equal("<at>PledgeBot</at> nytt förslag", (string?)activity["text"]);
        Assert.Equal("28:pledgebot-local", (string?)activity["entities"]!.AsArray().Single(e => (string?)e!["type"] == "mention")!["mentioned"]!["id"]);
        Assert.Equal(id, (string?)activity["id"]);
        Assert.Equal($"{LocalTeamsServer.ChannelId};messageid={id}", (string?)activity["conversation"]!["id"]);
        Assert.Equal(LocalTeamsServer.ChannelId, (string?)activity["channelData"]!["channel"]!["id"]);
        Assert.False(activity.ContainsKey("replyToId"));
    }

    [Fact]
    public async Task Post_InAThread_SaysWhichMessageItAnswers()
    {
        (string conversation, string root) = await BeginThreadAsync(Cards.Message("Veckostatus"));

        await Bo.PostAsync("status", root);

        JsonObject activity = Assert.Single(Bot.Activities);
        Assert.Equal((conversation, root), ((string?)activity["conversation"]!["id"], (string?)activity["replyToId"]));
    }

    [Fact]
    public async Task Chat_Message_HasEverythingTeamsSends()
    {
        await Anna.ChatAsync("hjälp");

        JsonObject activity = Assert.Single(Bot.Activities);
        Assert.Equal("message", (string?)activity["type"]);
        Assert.Equal("hjälp", (string?)activity["text"]);
        Assert.Equal("2026-10-05T12:00:00.000Z", (string?)activity["timestamp"]);
        Assert.Equal("2026-10-05T14:00:00.000+02:00", (string?)activity["localTimestamp"]);
        Assert.Equal("Europe/Stockholm", (string?)activity["localTimezone"]);
        Assert.Equal("sv-SE", (string?)activity["locale"]);
        Assert.Equal("msteams", (string?)activity["channelId"]);
        Assert.Equal(Teams.ServiceUrl, (string?)activity["serviceUrl"]);
        Assert.Equal(("29:anna", LocalTeamsServer.Anna.AadObjectId), ((string?)activity["from"]!["id"], (string?)activity["from"]!["aadObjectId"]));
        Assert.Equal("28:pledgebot-local", (string?)activity["recipient"]!["id"]);
        Assert.Equal("personal", (string?)activity["conversation"]!["conversationType"]);
        Assert.Equal("clientInfo", (string?)activity["entities"]![0]!["type"]);
        Assert.NotNull(activity["channelData"]!["tenant"]!["id"]);
        Assert.Null(activity["channelData"]!["team"]);
    }

    [Fact]
    public async Task Chat_OfOneMember_IsSeenByNobodyElse()
    {
        await Anna.ChatAsync("hemligt");

        Assert.Single(await Anna.MessagesAsync());
        Assert.Empty(await Bo.MessagesAsync());
    }

    [Fact]
    public async Task Post_WithAPicture_GivesTheBotItsAddress()
    {
        string image = await Anna.UploadAsync(Png);
        await Anna.ChatAsync("Lampan är trasig", image);

        JsonObject attachment = Assert.Single(Bot.Activities)["attachments"]!.AsArray().Single(a => (string?)a!["contentType"] == "image/*")!.AsObject();
        using var http = new HttpClient();
        using HttpResponseMessage picture = await http.GetAsync((string)attachment["contentUrl"]!, Cancellation);
        (_, JsonObject? info, _) = await CallAsync(HttpMethod.Get, $"v3/attachments/{image}");

        Assert.Equal(Png, await picture.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Png.Length, (int?)info!["views"]![0]!["size"]);
    }

    [Fact]
    public async Task Upload_NotAPicture_IsRefused()
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => Anna.UploadAsync("<svg onload='alert(1)'/>"u8.ToArray()));
    }

    [Fact]
    public async Task Post_BotFails_TheMessageStays()
    {
        Bot.Answer = _ => Task.FromResult<(int, JsonNode?)>((500, null));

        JsonObject posted = await Anna.PostAsync("hjälp");

        Assert.False((bool?)posted["delivered"]);
        Assert.Single(await Bo.MessagesAsync());
    }

    [Fact]
    public async Task WaitForMessage_BotAnswersLater_IsTold()
    {
        Task<JsonObject> waiting = Anna.WaitForMessageAsync(m => (bool)m["fromBot"]!);
        await BeginThreadAsync(Cards.Message("Hej"));

        Assert.Equal("Hej", (string?)(await waiting)["activity"]!["text"]);
    }
}
