using System.Text.Json.Nodes;
using PledgeBot.LocalTeams;
using PledgeBot.LocalTeams.Extension;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>The app's message extension: searches, and actions on messages.</summary>
public sealed class ExtensionTests : LocalTeamsTest
{
    private const string Group = "19:local-plan@thread.v2";

    [Fact]
    public async Task State_Commands_AreThoseOfTheManifest()
    {
        JsonArray commands = (await Anna.StateAsync())["commands"]!.AsArray();

        Assert.Equal(
            """[{"id":"search","title":"Sök","type":"query","parameters":[{"name":"text","title":"Sök"}],"contexts":["compose"],"initialRun":true},"""
            + """{"id":"makeProposal","title":"Gör till förslag","type":"action","parameters":[],"contexts":["message"],"initialRun":false}]""",
            System.Text.RegularExpressions.Regex.Unescape(commands.ToJsonString()));
    }

    [Fact]
    public async Task Search_BeforeAnythingIsTyped_SaysThatItIsTheInitialRun()
    {
        Answer("composeExtension/query", Cards.SearchResults(Result("V1-01")));

        JsonObject found = await Anna.SearchAsync(LocalTeamsServer.ChannelId, "search");

        JsonObject invoke = Assert.Single(Bot.Activities);
        Assert.Equal(("invoke", LocalTeamsServer.ChannelId), ((string?)invoke["type"], (string?)invoke["conversation"]!["id"]));
        Assert.Equal(
            """{"commandId":"search","parameters":[{"name":"initialRun","value":"true"}],"queryOptions":{"skip":0,"count":25}}""",
            invoke["value"]!.ToJsonString());
        Assert.Equal(("results", "list"), ((string?)found["kind"], (string?)found["layout"]));
        Assert.Equal("V1-01", (string?)found["attachments"]![0]!["preview"]!["content"]!["title"]);
    }

    [Fact]
    public async Task Search_Typed_BringsWhatWasTypedUnderItsName()
    {
        Answer("composeExtension/query", Cards.SearchResults());

        await Anna.SearchAsync(LocalTeamsServer.ChannelId, "search", new() { ["text"] = "torget", ["other"] = "x" });

        Assert.Equal("""[{"name":"text","value":"torget"}]""", Assert.Single(Bot.Activities)["value"]!["parameters"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"composeExtension":{"type":"message","text":"Inga träffar"}}""", "message")]
    [InlineData("""{"composeExtension":{"type":"result","attachments":[]}}""", "results")]
    [InlineData("""{"composeExtension":{"type":"auth"}}""", "unreachable")]
    [InlineData("""{"type":"result","attachments":[]}""", "unreachable")]
    public async Task Search_AnswerOfEachKind_IsSortedAsTeamsDoes(string body, string kind)
    {
        Answer("composeExtension/query", JsonNode.Parse(body)!);

        Assert.Equal(kind, (string?)(await Anna.SearchAsync(LocalTeamsServer.ChannelId, "search"))["kind"]);
    }

    [Fact]
    public async Task Search_CardWithoutAPreview_IsNoAnswer()
    {
        JsonObject result = Result("V1-01");
        result.Remove("preview");
        Answer("composeExtension/query", Cards.SearchResults(result));

        Assert.Equal("unreachable", (string?)(await Anna.SearchAsync(LocalTeamsServer.ChannelId, "search"))["kind"]);
    }

    [Fact]
    public async Task Search_CardAbove28Kilobytes_IsNoAnswer()
    {
        Answer("composeExtension/query", Cards.SearchResults(Result(new string('a', 28 * 1024))));

        Assert.Equal("unreachable", (string?)(await Anna.SearchAsync(LocalTeamsServer.ChannelId, "search"))["kind"]);
    }

    [Fact]
    public async Task Select_AResultWithOnlyAValue_AsksForItsCard()
    {
        Answer("composeExtension/selectItem", Cards.SearchResults(Result("V1-01")));

        JsonObject selected = await Anna.SelectAsync(LocalTeamsServer.ChannelId, new() { ["id"] = 12 });

        Assert.Equal("""{"id":12}""", Assert.Single(Bot.Activities)["value"]!.ToJsonString());
        Assert.Equal("results", (string?)selected["kind"]);
    }

    [Fact]
    public async Task Insert_AFoundCard_IsAMessageFromTheMember()
    {
        JsonObject posted = await PostCardAsync(LocalTeamsServer.ChannelId);
        string id = (string)posted["id"]!;
        Answer("adaptiveCard/action", Cards.MessageAnswer("Sparat"));

        await Bo.ExecuteAsync(id, "poll.vote");
        (int status, JsonObject? body, _) = await CallAsync(HttpMethod.Put, Activities(LocalTeamsServer.ChannelId, id), Cards.Message("Mitt"));

        Assert.False(posted.ContainsKey("delivered"));
        Assert.Equal(id, (string?)Assert.Single(Bot.Activities)["replyToId"]);
        Assert.Equal((403, "BotNotInConversationRoster"), (status, Code(body)));
        Assert.Equal("29:anna", (string?)Assert.Single(await Bo.MessagesAsync())["activity"]!["from"]!["id"]);
    }

    [Fact]
    public async Task Insert_WhereTheAppIsNot_ShowsTheCardAndLetsNoPressThrough()
    {
        Answer("composeExtension/query", Cards.SearchResults(Result("V1-01")));
        JsonObject found = await Anna.SearchAsync(Group, "search");
        string id = (string)(await PostCardAsync(Group))["id"]!;
        Bot.Forget();

        JsonObject execute = await Bo.ExecuteAsync(id, "poll.vote");
        JsonObject submit = await Bo.SubmitAsync(id, new() { ["verb"] = "vote" });
        JsonObject form = await Bo.SubmitAsync(id, JsonNode.Parse("""{"msteams":{"type":"task/fetch"}}""")!.AsObject());

        Assert.Equal("results", (string?)found["kind"]);
        Assert.Equal(("forbidden", "Invoke validation failed. User forbidden to perform action"), ((string?)execute["kind"], (string?)execute["text"]));
        Assert.Equal(("forbidden", "addApp"), ((string?)submit["kind"], (string?)form["kind"]));
        Assert.Empty(Bot.Activities);
    }

    [Fact]
    public async Task FetchTask_OnAMembersMessage_DescribesIt()
    {
        string root = (string)(await Anna.PostAsync("Hej"))["id"]!;
        string id = (string)(await Anna.SendAsync(new()
        {
            ["conversation"] = LocalTeamsServer.ChannelId,
            ["thread"] = root,
            ["text"] = "Lampan är **trasig**",
        }))["id"]!;
        Bot.Forget();
        Answer("composeExtension/fetchTask", Cards.Dialog("Gör till förslag", Cards.Card([Cards.TextInput("place", "Plats")])));

        JsonObject opened = await Bo.FetchTaskAsync(LocalTeamsServer.ChannelId, "makeProposal", id);

        JsonObject invoke = Assert.Single(Bot.Activities);
        JsonNode value = invoke["value"]!;
        JsonNode message = value["messagePayload"]!;
        Assert.Equal(("dialog", "29:bo"), ((string?)opened["kind"], (string?)invoke["from"]!["id"]));
        Assert.Equal($"{LocalTeamsServer.ChannelId};messageid={root}", (string?)invoke["conversation"]!["id"]);
        Assert.Equal(("makeProposal", "message", "default"), ((string?)value["commandId"], (string?)value["commandContext"], (string?)value["context"]!["theme"]));
        Assert.Equal((id, root, "2026-10-05T12:00:00.000Z"), ((string?)message["id"], (string?)message["replyToId"], (string?)message["createdDateTime"]));
        Assert.Equal(
            ("html", "<p><at id=\"0\">PledgeBot</at> Lampan är <strong>trasig</strong></p>"),
            ((string?)message["body"]!["contentType"], (string?)message["body"]!["content"]));
        Assert.Equal(
            ("aadUser", LocalTeamsServer.Anna.AadObjectId, "Anna Ek"),
            ((string?)message["from"]!["user"]!["userIdentityType"], (string?)message["from"]!["user"]!["id"], (string?)message["from"]!["user"]!["displayName"]));
        Assert.StartsWith($"https://teams.microsoft.com/l/message/19%3Alocal-channel%40thread.tacv2/{id}?", (string?)message["linkToMessage"], StringComparison.Ordinal);
        Assert.Empty(message["attachments"]!.AsArray());
        Assert.Equal("PledgeBot", (string?)Assert.Single(message["mentions"]!.AsArray())!["mentionText"]);
    }

    [Fact]
    public async Task FetchTask_OnTheBotsCard_NamesTheAppAndBringsTheCard()
    {
        string id = await Bot.SendAsync(Teams.ServiceUrl, LocalTeamsServer.ChannelId, Cards.Message(Cards.Card([Cards.Text("Kort")])));
        Answer("composeExtension/fetchTask", Cards.DialogMessage("Det är inget förslag."));

        JsonObject answer = await Anna.FetchTaskAsync(LocalTeamsServer.ChannelId, "makeProposal", id);

        JsonNode message = Assert.Single(Bot.Activities)["value"]!["messagePayload"]!;
        Assert.Equal(("message", "Det är inget förslag."), ((string?)answer["kind"], (string?)answer["text"]));
        Assert.Null(message["from"]!["user"]);
        Assert.Equal("PledgeBot", (string?)message["from"]!["application"]!["displayName"]);
        Assert.Equal("<attachment id=\"0\"></attachment>", (string?)message["body"]!["content"]);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)message["attachments"]![0]!["contentType"]);
        Assert.Contains("Kort", (string?)message["attachments"]![0]!["content"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"task":{"type":"message","value":"Tack"}}""", "message")]
    [InlineData("""{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}]}}""", "results")]
    [InlineData(null, "done")]
    public async Task SubmitTask_AnswerOfEachKind_IsSorted(string? body, string kind)
    {
        string id = (string)(await Anna.PostAsync("Lampan"))["id"]!;
        Bot.Forget();
        Bot.Answer = _ => Task.FromResult<(int, JsonNode?)>((200, body is null ? null : JsonNode.Parse(body)));

        JsonObject answer = await Bo.SubmitTaskAsync(LocalTeamsServer.ChannelId, "makeProposal", new() { ["nonce"] = "n" }, new() { ["place"] = "Torget" }, id);

        JsonObject invoke = Assert.Single(Bot.Activities);
        Assert.Equal(kind, (string?)answer["kind"]);
        Assert.Equal("composeExtension/submitAction", (string?)invoke["name"]);
        Assert.Equal("""{"nonce":"n","place":"Torget"}""", invoke["value"]!["data"]!.ToJsonString());
        Assert.Equal(("makeProposal", "message"), ((string?)invoke["value"]!["commandId"], (string?)invoke["value"]!["commandContext"]));
        Assert.False(invoke["value"]!.AsObject().ContainsKey("messagePayload"));
        Assert.False(invoke.ContainsKey("replyToId"));
    }

    [Theory]
    [InlineData("search")]
    [InlineData("unknown")]
    public async Task FetchTask_CommandThatIsNoAction_IsNotFound(string command)
    {
        string id = (string)(await Anna.PostAsync("Lampan"))["id"]!;

        await Assert.ThrowsAnyAsync<Exception>(() => Anna.FetchTaskAsync(LocalTeamsServer.ChannelId, command, id));
    }

    [Fact]
    public async Task FetchTask_ActionForMessages_IsNotOfferedWhereOneWrites()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => Anna.FetchTaskAsync(LocalTeamsServer.ChannelId, "makeProposal"));

        Assert.Empty(Bot.Activities);
    }

    private protected override void Configure(LocalTeamsOptions options)
    {
        options.ExtensionCommands.Add(new("search", "Sök", ExtensionCommandType.Query) { Parameters = [new("text", "Sök")], InitialRun = true });
        options.ExtensionCommands.Add(new("makeProposal", "Gör till förslag", ExtensionCommandType.Action) { Contexts = [ExtensionContext.Message] });
        options.GroupChats.Add(new("plan", "Planering", [LocalTeamsServer.Anna, LocalTeamsServer.Bo]));
    }

    private Task<JsonObject> PostCardAsync(string conversation) => Anna.SendAsync(new()
    {
        ["conversation"] = conversation,
        ["cards"] = Cards.Message(Cards.Card([Cards.Text("V1-01")], [Cards.Execute("Rösta", "poll.vote")]))["attachments"]!.DeepClone(),
    });

    private void Answer(string name, JsonNode body) =>
        Bot.Answer = activity => Task.FromResult<(int, JsonNode?)>((string?)activity["name"] == name ? (200, body.DeepClone()) : (501, null));

    private static JsonObject Result(string title) => Cards.SearchResult(title, Cards.Card([Cards.Text(title)]));
}
