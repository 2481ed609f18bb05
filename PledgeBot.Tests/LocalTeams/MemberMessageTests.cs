using System.Net;
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
    public async Task Post_PictureInAChannel_IsOnlyAReferenceInTheHtml()
    {
        string image = await Anna.UploadAsync(Png);
        await Anna.PostAsync("Lampan är trasig", thread: null, image);

        JsonObject attachment = Assert.Single(Assert.Single(Bot.Activities)["attachments"]!.AsArray())!.AsObject();
        Assert.Equal("text/html", (string?)attachment["contentType"]);
        Assert.Contains("<img itemscope=\"png\" src=\"https://", (string?)attachment["content"], StringComparison.Ordinal);
        Assert.DoesNotContain(Teams.ServiceUrl, (string?)attachment["content"], StringComparison.Ordinal);
        Assert.Equal(image, (string?)Assert.Single(await Bo.MessagesAsync())["files"]![0]!["id"]);
    }

    [Fact]
    public async Task SendFile_InTheChat_CanBeFetchedOnceWithoutAToken()
    {
        byte[] bytes = "en karta"u8.ToArray();
        await Anna.SendFileAsync("karta över torget.pdf", bytes);

        JsonObject file = Assert.Single(Assert.Single(Bot.Activities)["attachments"]!.AsArray())!.AsObject();
        using var http = new HttpClient();
        Uri address = new((string)file["content"]!["downloadUrl"]!);
        byte[] fetched = await http.GetByteArrayAsync(address, Cancellation);
        using HttpResponseMessage again = await http.GetAsync(address, Cancellation);

        Assert.Equal("application/vnd.microsoft.teams.file.download.info", (string?)file["contentType"]);
        Assert.Equal(("karta över torget.pdf", "pdf"), ((string?)file["name"], (string?)file["content"]!["fileType"]));
        Assert.Contains(".sharepoint.com/", (string?)file["contentUrl"], StringComparison.Ordinal);
        Assert.NotNull((string?)file["content"]!["uniqueId"]);
        Assert.Equal(bytes, fetched);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Post_WithoutAMention_IsSeenByMembersAlone()
    {
        JsonObject posted = await Anna.SendAsync(LocalTeamsServer.ChannelId, "Ska vi ta kaffe?", mention: false);

        Assert.False(posted.ContainsKey("delivered"));
        Assert.Empty(Bot.Activities);
        Assert.Single(await Bo.MessagesAsync());
    }

    [Theory]
    [InlineData("&nbsp;", "", "<at>PledgeBot</at>&nbsp;hjälp")]
    [InlineData(" ", "\n", "<at>PledgeBot</at> hjälp\n")]
    public async Task Post_AsSomeClientsWriteIt_HasTheirBlanks(string afterMention, string afterText, string expected)
    {
        await using LocalTeamsServer teams = await LocalTeamsServer.StartAsync(Bot, Time, configure: options =>
        {
            options.AfterMention = afterMention;
            options.AfterText = afterText;
        });
        using MemberOverHttp anna = teams.As(LocalTeamsServer.Anna);

        await anna.PostAsync("hjälp");

        Assert.Equal(expected, (string?)Assert.Single(Bot.Activities)["text"]);
    }

    [Fact]
    public async Task Chat_PlainWords_HaveNoHtmlBesideThem()
    {
        await Anna.ChatAsync("rösta 2*5*7");

        JsonObject activity = Assert.Single(Bot.Activities);
        Assert.Equal("rösta 2*5*7", (string?)activity["text"]);
        Assert.False(activity.ContainsKey("attachments"));
    }

    [Fact]
    public async Task Chat_BoldAndLineBreaks_AreInTheHtmlAlone()
    {
        await Anna.ChatAsync("**Viktigt** <nu>\nLampan");

        JsonObject activity = Assert.Single(Bot.Activities);
        Assert.Equal("Viktigt <nu>\nLampan", (string?)activity["text"]);
        JsonNode html = Assert.Single(activity["attachments"]!.AsArray())!;
        Assert.Equal(("text/html", "<p><strong>Viktigt</strong> &lt;nu&gt;<br>Lampan</p>"), ((string?)html["contentType"], (string?)html["content"]));
    }

    [Fact]
    public async Task Edit_OwnMessage_IsToldWithItsNewTextAndOldId()
    {
        string id = (string)(await Anna.PostAsync("nytt förslg"))["id"]!;
        Bot.Forget();

        HttpStatusCode own = await Anna.EditAsync(id, "nytt förslag");
        HttpStatusCode others = await Bo.EditAsync(id, "annat");

        JsonObject update = Assert.Single(Bot.Activities);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.BadRequest), (own, others));
        Assert.Equal(("messageUpdate", id), ((string?)update["type"], (string?)update["id"]));
        Assert.Equal("editMessage", (string?)update["channelData"]!["eventType"]);
        Assert.Equal("<at>PledgeBot</at> nytt förslag", (string?)update["text"]);
        Assert.Equal("28:pledgebot-local", (string?)update["entities"]!.AsArray().Single(e => (string?)e!["type"] == "mention")!["mentioned"]!["id"]);
        JsonObject seen = Assert.Single(await Bo.MessagesAsync());
        Assert.Equal("<at>PledgeBot</at> nytt förslag", (string?)seen["activity"]!["text"]);
        Assert.NotNull(seen["editedAt"]);
    }

    [Fact]
    public async Task Edit_MessageTheBotNeverHeard_IsNotTold()
    {
        string id = (string)(await Anna.SendAsync(LocalTeamsServer.ChannelId, "hej", mention: false))["id"]!;

        await Anna.EditAsync(id, "hej hej");
        await Anna.RemoveAsync(id);

        Assert.Empty(Bot.Activities);
    }

    [Fact]
    public async Task Remove_OwnMessage_IsToldAndCanBeUndone()
    {
        string id = (string)(await Anna.ChatAsync("hemligt"))["id"]!;
        Bot.Forget();

        await Anna.RemoveAsync(id);
        bool isRemoved = (bool)Assert.Single(await Anna.MessagesAsync())["isRemoved"]!;
        HttpStatusCode again = await Anna.RemoveAsync(id);
        await Anna.RestoreAsync(id);

        Assert.True(isRemoved);
        Assert.Equal(HttpStatusCode.NotFound, again);
        Assert.Equal(["messageDelete", "messageUpdate"], Bot.Activities.Select(a => (string?)a["type"]));
        Assert.Equal(["softDeleteMessage", "undeleteMessage"], Bot.Activities.Select(a => (string?)a["channelData"]!["eventType"]));
        Assert.All(Bot.Activities, a => Assert.Equal(id, (string?)a["id"]));
        Assert.False(Bot.Activities[0].ContainsKey("text"));
        Assert.Equal("hemligt", (string?)Bot.Activities[1]["text"]);
        Assert.False(Assert.Single(await Anna.MessagesAsync()).ContainsKey("isRemoved"));
    }

    [Fact]
    public async Task React_ToTheBotsMessage_IsToldOnceEachWay()
    {
        (string conversation, string id) = await BeginThreadAsync(Cards.Message("Klart"));

        await Bo.ReactAsync(id, "like");
        await Bo.ReactAsync(id, "like");
        JsonNode shown = (await Anna.MessagesAsync())[0]["reactions"]!.DeepClone();
        await Bo.ReactAsync(id, "like", isRemoved: true);

        Assert.Equal("""[{"type":"like","by":"29:bo"}]""", shown.ToJsonString());
        Assert.Equal(2, Bot.Activities.Count);
        Assert.All(Bot.Activities, a => Assert.Equal(("messageReaction", id, conversation), ((string?)a["type"], (string?)a["replyToId"], (string?)a["conversation"]!["id"])));
        Assert.Equal("""[{"type":"like"}]""", Bot.Activities[0]["reactionsAdded"]!.ToJsonString());
        Assert.Equal("""[{"type":"like"}]""", Bot.Activities[1]["reactionsRemoved"]!.ToJsonString());
    }

    [Fact]
    public async Task React_ToAMembersMessage_IsSeenByMembersAlone()
    {
        string id = (string)(await Anna.PostAsync("hej"))["id"]!;
        Bot.Forget();

        await Bo.ReactAsync(id, "heart");
        HttpStatusCode unknown = await Bo.ReactAsync(id, "tumme");

        Assert.Empty(Bot.Activities);
        Assert.Equal("heart", (string?)(await Anna.MessagesAsync())[0]["reactions"]![0]!["type"]);
        Assert.Equal(HttpStatusCode.BadRequest, unknown);
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
