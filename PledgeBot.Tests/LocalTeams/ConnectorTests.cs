using System.Globalization;
using System.Text.Json.Nodes;
using PledgeBot.LocalTeams;

namespace PledgeBot.Tests.LocalTeams;

public sealed class ConnectorTests : LocalTeamsTest
{
    [Fact]
    public async Task Create_ThreadInTheChannel_GivesTheThreadAndItsFirstMessage()
    {
        (string conversation, string id) = await BeginThreadAsync(Cards.Message("Veckostatus"));

        Assert.Equal($"{LocalTeamsServer.ChannelId};messageid={id}", conversation);
        JsonObject message = Assert.Single(await Bo.MessagesAsync());
        Assert.Equal(id, (string?)message["thread"]);
        Assert.Equal("Veckostatus", (string?)message["activity"]!["text"]);
    }

    [Theory]
    [InlineData("29:anna")]
    [InlineData("0c1d2e3f-1111-4222-8333-944455566601")]
    public async Task Create_PersonalChat_IsTheSameEachTime(string memberId)
    {
        (int first, JsonObject? chat, _) = await PostAsync("v3/conversations", PersonalChat(memberId));
        (_, JsonObject? again, _) = await PostAsync("v3/conversations", PersonalChat(memberId));

        Assert.Equal(201, first);
        Assert.Equal(LocalTeamsServer.PersonalChatOf(LocalTeamsServer.Anna), (string?)chat!["id"]);
        Assert.Equal((string?)chat["id"], (string?)again!["id"]);
        Assert.Null(chat["activityId"]);
    }

    [Fact]
    public async Task Create_PersonalChatWithSomebodyElse_IsForbidden()
    {
        (int status, JsonObject? body, _) = await PostAsync("v3/conversations", PersonalChat("29:nobody"));

        Assert.Equal((403, "BotNotInConversationRoster"), (status, Code(body)));
    }

    [Theory]
    [InlineData("""{"isGroup":true,"members":[{"id":"29:anna"},{"id":"29:bo"}],"tenantId":"t"}""")]
    [InlineData("""{"isGroup":false,"members":[{"id":"29:anna"},{"id":"29:bo"}],"tenantId":"t"}""")]
    [InlineData("""{"isGroup":false,"members":[{"aadObjectId":"0c1d2e3f-1111-4222-8333-944455566601"}],"tenantId":"t"}""")]
    [InlineData("""{"isGroup":false,"members":[{"id":"29:anna"}]}""")]
    [InlineData("""{"isGroup":true,"channelData":{"channel":{"id":"19:local-channel@thread.tacv2"}}}""")]
    [InlineData("[]")]
    public async Task Create_AnyOtherShape_IsBadSyntax(string body)
    {
        (int status, JsonObject? answer, _) = await PostAsync("v3/conversations", JsonNode.Parse(body)!);

        Assert.Equal((400, "BadSyntax"), (status, Code(answer)));
        Assert.Equal("Incorrect conversation creation parameters", (string?)answer!["error"]!["message"]);
    }

    [Fact]
    public async Task Send_SeveralMessages_GetIncreasingNumbers()
    {
        (string conversation, string first) = await BeginThreadAsync(Cards.Message("Ett"));
        string second = await Bot.SendAsync(Teams.ServiceUrl, conversation, Cards.Message("Två"));
        string third = await Bot.SendAsync(Teams.ServiceUrl, LocalTeamsServer.ChannelId, Cards.Message("Ny tråd"));

        Assert.True(Number(first) < Number(second) && Number(second) < Number(third));
        Assert.Equal([first, first, third], (await Anna.MessagesAsync()).Select(m => (string?)m["thread"]));
    }

    [Fact]
    public async Task Send_EverythingTheBotWrote_IsKept()
    {
        JsonObject message = Cards.Message(Cards.Card([Cards.Text("Rösta")], refresh: Cards.Refresh("poll.refresh", "29:anna")));
        message["summary"] = "Ny omröstning";
        message["channelData"] = new JsonObject { ["notification"] = new JsonObject { ["alert"] = true }, ["own"] = 7 };

        await BeginThreadAsync(message.DeepClone().AsObject());

        JsonObject kept = Assert.Single(await Anna.MessagesAsync())["activity"]!.AsObject();
        Assert.All(message, property => Assert.True(JsonNode.DeepEquals(property.Value, kept[property.Key]), property.Key));
        Assert.Equal("28:pledgebot-local", (string?)kept["from"]!["id"]);
    }

    [Fact]
    public async Task Send_TextWithACard_IsSplitInTwoAndGivesNoId()
    {
        (string conversation, _) = await BeginThreadAsync(Cards.Message("Först"));
        JsonObject both = Cards.Message(Cards.Card([Cards.Text("Kort")]));
        both["text"] = "Text";

        (int status, JsonObject? body, HttpResponseMessage response) = await PostAsync(Activities(conversation), both);

        Assert.Equal(202, status);
        Assert.Null(body);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        JsonObject[] sent = [.. (await Anna.MessagesAsync()).Skip(1).Select(m => m["activity"]!.AsObject())];
        Assert.Equal(["Text", null], sent.Select(a => (string?)a["text"]));
        Assert.Equal([false, true], sent.Select(a => a.ContainsKey("attachments")));
    }

    [Fact]
    public async Task Send_SeveralCards_AreOneMessageEachInOneThread()
    {
        JsonObject two = Cards.Message(Cards.Card([Cards.Text("Ett")]));
        two["attachments"]!.AsArray().Add(Cards.Message(Cards.Card([Cards.Text("Två")]))["attachments"]![0]!.DeepClone());

        (int status, JsonObject? body, _) = await PostAsync(Activities(LocalTeamsServer.ChannelId), two);

        Assert.Equal((202, null), (status, body));
        IReadOnlyList<JsonObject> messages = await Anna.MessagesAsync();
        Assert.Equal(["Ett", "Två"], messages.Select(m => (string?)Assert.Single(m["activity"]!["attachments"]!.AsArray())!["content"]!["body"]![0]!["text"]));
        Assert.Single(messages.Select(m => (string?)m["thread"]).Distinct());
    }

    [Fact]
    public async Task Update_PartOfASplitMessage_IsNotFound()
    {
        JsonObject both = Cards.Message(Cards.Card([Cards.Text("Kort")]));
        both["text"] = "Text";
        await PostAsync(Activities(LocalTeamsServer.ChannelId), both);
        string part = (string)(await Anna.MessagesAsync())[^1]["id"]!;

        (int status, JsonObject? body, _) = await CallAsync(HttpMethod.Put, Activities(LocalTeamsServer.ChannelId, part), Cards.Message("Nytt"));

        Assert.Equal((404, "ActivityNotFoundInConversation"), (status, Code(body)));
    }

    [Fact]
    public async Task Reaction_OfTheBot_IsShownAndTakenBack()
    {
        string id = (string)(await Anna.PostAsync("Klart!"))["id"]!;
        string reaction = Activities(LocalTeamsServer.ChannelId, id) + "/reactions/like";

        (int given, _, _) = await CallAsync(HttpMethod.Put, reaction);
        await CallAsync(HttpMethod.Put, reaction);
        JsonNode shown = (await Bo.MessagesAsync())[0]["reactions"]!;
        (int taken, _, _) = await CallAsync(HttpMethod.Delete, reaction);
        (int unknown, JsonObject? body, _) = await CallAsync(HttpMethod.Put, Activities(LocalTeamsServer.ChannelId, "17") + "/reactions/like");

        Assert.Equal("""[{"type":"like","by":"28:pledgebot-local"}]""", shown.ToJsonString());
        Assert.Equal("[]", (await Bo.MessagesAsync())[0]["reactions"]!.ToJsonString());
        Assert.Equal((200, 200, 404, "ActivityNotFoundInConversation"), (given, taken, unknown, Code(body)));
    }

    [Theory]
    [InlineData("POST", "v3/conversations/19%3Alocal-channel%40thread.tacv2/activities")]
    [InlineData("GET", "v3/teams/19%3Alocal-team%40thread.tacv2")]
    [InlineData("PUT", "v3/conversations/19%3Alocal-channel%40thread.tacv2/activities")]
    [InlineData("GET", "v3/nothing")]
    public async Task Answer_OfAnyKind_HasACorrelationVector(string method, string path)
    {
        (_, _, HttpResponseMessage response) = await CallAsync(new HttpMethod(method), path, method == "GET" ? null : Cards.Message("Hej"));

        Assert.NotEmpty(Assert.Single(response.Headers.GetValues("MS-CV")));
    }

    [Fact]
    public async Task Send_Typing_IsTakenAndNotKept()
    {
        (int status, _, _) = await PostAsync(Activities(LocalTeamsServer.ChannelId), new JsonObject { ["type"] = "typing" });

        Assert.Equal(201, status);
        Assert.Empty(await Anna.MessagesAsync());
    }

    [Theory]
    [InlineData("""{"type":"message"}""", "BadSyntax")]
    [InlineData("""{"text":"Hej"}""", "BadSyntax")]
    [InlineData("""{"type":7,"text":"Hej"}""", "BadSyntax")]
    [InlineData("""{"type":"message","text":7}""", "BadSyntax")]
    [InlineData("""{"type":"message","attachments":{}}""", "BadSyntax")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive"}]}""", "Bad Argument")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":7}}]}""", "Bad Argument")]
    [InlineData("""{"type":"message","attachments":[7]}""", "Bad Argument")]
    public async Task Send_NotAMessage_IsRefused(string body, string code)
    {
        (int status, JsonObject? answer, _) = await PostAsync(Activities(LocalTeamsServer.ChannelId), JsonNode.Parse(body)!);

        Assert.Equal((400, code), (status, Code(answer)));
    }

    [Theory]
    [InlineData(51_000, 201)]
    [InlineData(52_000, 413)]
    public async Task Send_NearTheLimit_CountsUtf16(int letters, int expected)
    {
        (int status, JsonObject? body, _) = await PostAsync(Activities(LocalTeamsServer.ChannelId), Cards.Message(new string('å', letters)));

        Assert.Equal(expected, status);
        Assert.Equal(expected == 413 ? "MessageSizeTooBig" : null, Code(body));
    }

    [Fact]
    public async Task Send_BigPictureInACard_DoesNotCount()
    {
        JsonObject card = Cards.Card([new() { ["type"] = "Image", ["url"] = "data:image/png;base64," + new string('A', 200_000) }]);

        (int status, _, _) = await PostAsync(Activities(LocalTeamsServer.ChannelId), Cards.Message(card));

        Assert.Equal(201, status);
    }

    [Theory]
    [InlineData("19:local-channel@thread.tacv2;messageid=17")]
    [InlineData("19:other@thread.tacv2")]
    [InlineData("a:1nobody")]
    public async Task Send_UnknownConversation_IsNotFound(string conversation)
    {
        (int status, JsonObject? body, _) = await PostAsync(Activities(conversation), Cards.Message("Hej"));

        Assert.Equal((404, "ConversationNotFound"), (status, Code(body)));
    }

    [Fact]
    public async Task Reply_ToAMessageInTheChannel_LandsInItsThread()
    {
        JsonObject posted = await Anna.PostAsync("hjälp");
        string root = (string)posted["id"]!;

        (int status, _, _) = await PostAsync(Activities(LocalTeamsServer.ChannelId, root), Cards.Message("Så här gör du"));

        Assert.Equal(201, status);
        JsonObject answer = (await Anna.MessagesAsync())[^1];
        Assert.Equal((root, root), ((string?)answer["thread"], (string?)answer["activity"]!["replyToId"]));
    }

    [Fact]
    public async Task Update_OwnMessage_ReplacesItWhereItStands()
    {
        (string conversation, string id) = await BeginThreadAsync(Cards.Message(Cards.Card([Cards.Text("Öppen")])));
        Time.Advance(TimeSpan.FromMinutes(1));

        (int status, JsonObject? body, _) = await CallAsync(HttpMethod.Put, Activities(conversation, id), Cards.Message("Stängd"));

        Assert.Equal((200, id), (status, (string?)body!["id"]));
        JsonObject message = Assert.Single(await Anna.MessagesAsync());
        Assert.Equal("Stängd", (string?)message["activity"]!["text"]);
        Assert.False(message["activity"]!.AsObject().ContainsKey("attachments"));
        Assert.Equal(Noon, (DateTimeOffset)message["at"]!);
        Assert.Equal(Noon.AddMinutes(1), (DateTimeOffset)message["editedAt"]!);
    }

    [Fact]
    public async Task Update_UnknownMessage_IsNotFound()
    {
        (string conversation, _) = await BeginThreadAsync(Cards.Message("Hej"));

        (int status, JsonObject? body, _) = await CallAsync(HttpMethod.Put, Activities(conversation, "17"), Cards.Message("Hej"));

        Assert.Equal((404, "ActivityNotFoundInConversation"), (status, Code(body)));
    }

    [Fact]
    public async Task Update_MembersMessage_IsForbidden()
    {
        JsonObject posted = await Anna.PostAsync("Mitt");

        (int status, JsonObject? body, _) = await CallAsync(
            HttpMethod.Put,
            Activities(LocalTeamsServer.ChannelId, (string)posted["id"]!),
            Cards.Message("Ditt"));

        Assert.Equal((403, "BotNotInConversationRoster"), (status, Code(body)));
    }

    [Fact]
    public async Task Update_WithoutAnId_IsNotSupported()
    {
        (int status, JsonObject? body, _) = await CallAsync(HttpMethod.Put, Activities(LocalTeamsServer.ChannelId), Cards.Message("Hej"));

        Assert.Equal((405, "MethodNotAllowed"), (status, Code(body)));
    }

    [Fact]
    public async Task Delete_OwnMessage_IsGoneForEverybody()
    {
        (string conversation, string id) = await BeginThreadAsync(Cards.Message("Fel"));

        (int status, _, _) = await CallAsync(HttpMethod.Delete, Activities(conversation, id));

        Assert.Equal(200, status);
        Assert.Empty(await Anna.MessagesAsync());
    }

    [Fact]
    public async Task Members_OfTheChannel_AreAllWithTheObjectIdOfLists()
    {
        (_, JsonObject? page, _) = await CallAsync(HttpMethod.Get, "v3/conversations/19%3Alocal-channel%40thread.tacv2/pagedmembers?pageSize=2");

        Assert.Equal(
            ["29:anna", "29:bo", "29:cia"],
            page!["members"]!.AsArray().Select(m => (string)m!["id"]!));
        Assert.Equal(LocalTeamsServer.Anna.AadObjectId, (string?)page["members"]![0]!["objectId"]);
        Assert.False(page.ContainsKey("continuationToken"));
    }

    [Fact]
    public async Task Members_MoreThanAPage_ComeInPages()
    {
        // Nobody is asked for fewer than fifty.
        string path = $"v3/conversations/{Uri.EscapeDataString(LocalTeamsServer.ChannelId)}/pagedmembers";
        (_, JsonObject? first, _) = await CrowdAsync(server => Bot.CallAsync(HttpMethod.Get, server, path + "?pageSize=2"));
        (_, JsonObject? second, _) = await CrowdAsync(server =>
            Bot.CallAsync(HttpMethod.Get, server, path + "?pageSize=2&continuationToken=" + Uri.EscapeDataString((string)first!["continuationToken"]!)));
        (int wrong, JsonObject? body, _) = await CrowdAsync(server => Bot.CallAsync(HttpMethod.Get, server, path + "?continuationToken=other"));

        Assert.Equal((50, 13), (first!["members"]!.AsArray().Count, second!["members"]!.AsArray().Count));
        Assert.Equal(63, first["members"]!.AsArray().Concat(second["members"]!.AsArray()).Select(m => (string)m!["id"]!).Distinct().Count());
        Assert.False(second.ContainsKey("continuationToken"));
        Assert.Equal((400, "Bad Argument"), (wrong, Code(body)));
    }

    [Fact]
    public async Task Members_OneByObjectId_IsFoundOnlyWhereTheyAre()
    {
        string bo = LocalTeamsServer.Bo.AadObjectId;

        (int here, JsonObject? member, _) = await CallAsync(HttpMethod.Get, $"v3/conversations/{Uri.EscapeDataString(LocalTeamsServer.ChannelId)}/members/{bo}");
        (int there, _, _) = await CallAsync(
            HttpMethod.Get,
            $"v3/conversations/{Uri.EscapeDataString(LocalTeamsServer.PersonalChatOf(LocalTeamsServer.Anna))}/members/{bo}");

        Assert.Equal((200, 404), (here, there));
        Assert.Equal(("29:bo", bo), ((string?)member!["id"], (string?)member["aadObjectId"]));
    }

    [Fact]
    public async Task Team_DetailsAndChannels_AreTold()
    {
        string team = Uri.EscapeDataString("19:local-team@thread.tacv2");

        (_, JsonObject? details, _) = await CallAsync(HttpMethod.Get, $"v3/teams/{team}");
        (_, JsonObject? channels, _) = await CallAsync(HttpMethod.Get, $"v3/teams/{team}/conversations");

        Assert.Equal(3, (int?)details!["memberCount"]);
        Assert.Equal([null, "Trygghet"], channels!["conversations"]!.AsArray().Select(c => (string?)c!["name"]));
    }

    [Theory]
    [InlineData("not json", "application/json", 400)]
    [InlineData("""{"type":"message","text":"a","text":"b"}""", "application/json", 400)]
    [InlineData("""{"type":"message","text":"Hej"}""", "text/plain", 400)]
    public async Task Send_BodyThatIsNoJsonObject_IsRefused(string body, string contentType, int expected)
    {
        using var http = new HttpClient();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, contentType);

        using HttpResponseMessage response = await http.PostAsync(Teams.ServiceUrl + Activities(LocalTeamsServer.ChannelId), content, Cancellation);

        Assert.Equal(expected, (int)response.StatusCode);
        Assert.Empty(await Anna.MessagesAsync());
    }

    /// <summary>Calls another stand-in, whose team has sixty members more.</summary>
    private async Task<(int Status, JsonObject? Body, HttpResponseMessage Response)> CrowdAsync(
        Func<string, Task<(int Status, JsonObject? Body, HttpResponseMessage Response)>> call)
    {
        await using LocalTeamsServer crowd = await LocalTeamsServer.StartAsync(Bot, Time, configure: options => options.Members.AddRange(
            Enumerable.Range(1, 60).Select(n => new LocalMember($"29:{n}", $"0c1d2e3f-1111-4222-8333-{n:000000000000}", $"Medlem {n}", ""))));
        return await call(crowd.ServiceUrl);
    }

    private static JsonObject PersonalChat(string memberId) => new()
    {
        ["isGroup"] = false,
        ["members"] = new JsonArray(new JsonObject { ["id"] = memberId }),
        ["tenantId"] = "5a1b6c2d-0f3e-4a7b-9c8d-112233445566",
    };

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
