using System.Text.Json.Nodes;

namespace PledgeBot.Tests.LocalTeams;

public sealed class PressTests : LocalTeamsTest
{
    [Fact]
    public async Task Execute_WithInputs_BringsThemMergedIntoTheData()
    {
        (string conversation, string id) = await BeginPollAsync();
        Answer("adaptiveCard/action", Cards.MessageAnswer("Sparat"));

        JsonObject answer = await Bo.ExecuteAsync(id, "poll.vote", new() { ["pollId"] = "p41", ["choice"] = "" }, new() { ["choice"] = "a,c" });

        JsonObject invoke = Assert.Single(Bot.Activities);
        Assert.Equal(("invoke", "adaptiveCard/action"), ((string?)invoke["type"], (string?)invoke["name"]));
        Assert.Equal((conversation, id), ((string?)invoke["conversation"]!["id"], (string?)invoke["replyToId"]));
        Assert.Equal("manual", (string?)invoke["value"]!["trigger"]);
        Assert.Equal("poll.vote", (string?)invoke["value"]!["action"]!["verb"]);
        Assert.Equal("""{"pollId":"p41","choice":"a,c"}""", invoke["value"]!["action"]!["data"]!.ToJsonString());
        Assert.Equal(("message", "Sparat"), ((string?)answer["kind"], (string?)answer["text"]));
    }

    [Fact]
    public async Task Execute_AnsweredWithACard_GivesItToThePresserAlone()
    {
        (_, string id) = await BeginPollAsync();
        Answer("adaptiveCard/action", Cards.CardAnswer(Cards.Card([Cards.Text("Din röst är sparad.")])));

        JsonObject answer = await Bo.ExecuteAsync(id, "poll.vote", trigger: "automatic");

        Assert.Equal("card", (string?)answer["kind"]);
        Assert.Equal("Din röst är sparad.", (string?)answer["card"]!["body"]![0]!["text"]);
        Assert.Equal("automatic", (string?)Assert.Single(Bot.Activities)["value"]!["trigger"]);
        Assert.Equal("Rösta", (string?)Assert.Single(await Bo.MessagesAsync())["activity"]!["attachments"]![0]!["content"]!["body"]![0]!["text"]);
    }

    [Theory]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.adaptive.card","value":{"type":"AdaptiveCard"}}""")]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":"{}"}""")]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message"}""")]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"Nej"}}""")]
    [InlineData("""{"statusCode":400,"type":"application/vnd.microsoft.activity.message","value":"Hej"}""")]
    [InlineData("""{"statusCode":700,"type":"application/vnd.microsoft.error","value":{}}""")]
    [InlineData("""{"statusCode":400,"type":"application/vnd.microsoft.errors","value":{}}""")]
    [InlineData("""{"status":200}""")]
    [InlineData("[]")]
    public async Task Execute_AnswerOfTheWrongShape_IsNoAnswer(string body)
    {
        (_, string id) = await BeginPollAsync();
        Answer("adaptiveCard/action", JsonNode.Parse(body)!);

        JsonObject answer = await Bo.ExecuteAsync(id, "poll.vote");

        Assert.Equal("unreachable", (string?)answer["kind"]);
    }

    [Fact]
    public async Task Execute_AnsweredWithAnError_GivesItsSentence()
    {
        (_, string id) = await BeginPollAsync();
        Answer("adaptiveCard/action", JsonNode.Parse(
            """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"Kortet är gammalt."}}""")!);

        JsonObject answer = await Bo.ExecuteAsync(id, "poll.vote");

        Assert.Equal(("error", "Kortet är gammalt."), ((string?)answer["kind"], (string?)answer["text"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Execute_WithoutAVerb_NeverLeavesTheClient(string? verb)
    {
        (_, string id) = await BeginPollAsync();

        JsonObject answer = await Bo.ExecuteAsync(id, verb!);

        Assert.Equal("unreachable", (string?)answer["kind"]);
        Assert.Empty(Bot.Activities);
    }

    [Theory]
    [InlineData("contrast", "contrast")]
    [InlineData("dark", "dark")]
    [InlineData("neon", "default")]
    [InlineData(null, "default")]
    public async Task Submit_TaskFetch_TellsTheTheme(string? theme, string expected)
    {
        (_, string id) = await BeginPollAsync();

        await Bo.SubmitAsync(id, JsonNode.Parse("""{"msteams":{"type":"task/fetch"}}""")!.AsObject(), theme: theme);

        Assert.Equal(expected, (string?)Assert.Single(Bot.Activities)["value"]!["context"]!["theme"]);
    }

    [Fact]
    public async Task Dialog_WithSizes_GivesThem()
    {
        (_, string id) = await BeginPollAsync();
        JsonObject dialog = Cards.Dialog("Nytt", Cards.Card([Cards.Text("Hej")]));
        dialog["task"]!["value"]!["width"] = 420;
        dialog["task"]!["value"]!["height"] = "large";
        Answer("task/fetch", dialog);

        JsonObject opened = await Bo.SubmitAsync(id, JsonNode.Parse("""{"msteams":{"type":"task/fetch"}}""")!.AsObject());

        Assert.Equal(("420", "large"), ((string?)opened["width"], (string?)opened["height"]));
    }

    [Fact]
    public async Task Submit_PlainData_ArrivesAsAMessageWithoutText()
    {
        (_, string id) = await BeginPollAsync();

        JsonObject answer = await Bo.SubmitAsync(id, new() { ["verb"] = "vote" }, new() { ["choice"] = "a" });

        JsonObject message = Assert.Single(Bot.Activities);
        Assert.Equal("done", (string?)answer["kind"]);
        Assert.Equal(("message", id), ((string?)message["type"], (string?)message["replyToId"]));
        Assert.False(message.ContainsKey("text"));
        Assert.Equal("""{"verb":"vote","choice":"a"}""", message["value"]!.ToJsonString());
        Assert.Single(await Bo.MessagesAsync());
    }

    [Fact]
    public async Task Submit_MessageBack_ShowsItsTextAndBringsItsValue()
    {
        (string conversation, string id) = await BeginPollAsync();
        JsonObject data = JsonNode.Parse("""{"msteams":{"type":"messageBack","displayText":"Jag röstar","text":"rösta 2","value":{"n":2}}}""")!.AsObject();

        await Bo.SubmitAsync(id, data, new() { ["why"] = "x" });

        JsonObject message = Assert.Single(Bot.Activities);
        Assert.Equal(("rösta 2", """{"n":2,"why":"x"}"""), ((string?)message["text"], message["value"]!.ToJsonString()));
        JsonObject shown = (await Anna.MessagesAsync())[^1];
        Assert.Equal(("Jag röstar", "29:bo"), ((string?)shown["activity"]!["text"], (string?)shown["activity"]!["from"]!["id"]));
        Assert.Equal(conversation, (string?)shown["activity"]!["conversation"]!["id"]);
    }

    [Fact]
    public async Task Submit_ImBack_IsAMessageInTheMembersName()
    {
        (_, string id) = await BeginPollAsync();

        await Bo.SubmitAsync(id, JsonNode.Parse("""{"msteams":{"type":"imBack","value":"status"}}""")!.AsObject());

        Assert.Equal("status", (string?)Assert.Single(Bot.Activities)["text"]);
        Assert.Equal("status", (string?)(await Anna.MessagesAsync())[^1]["activity"]!["text"]);
    }

    [Fact]
    public async Task Submit_TaskFetch_OpensADialogThatCanGoOnAndEnd()
    {
        (_, string id) = await BeginPollAsync();
        Answer("task/fetch", Cards.Dialog("Nytt förslag", Cards.Card([Cards.TextInput("place", "Plats")])));
        JsonObject opened = await Bo.SubmitAsync(id, JsonNode.Parse("""{"msteams":{"type":"task/fetch"},"form":"proposal"}""")!.AsObject());

        Answer("task/submit", Cards.DialogMessage("Tack, förslaget är registrerat."));
        JsonObject ended = await Bo.SubmitDialogAsync(id, new() { ["step"] = 1 }, new() { ["place"] = "Torget" });

        Assert.Equal(("dialog", "Nytt förslag"), ((string?)opened["kind"], (string?)opened["title"]));
        Assert.Equal(("message", "Tack, förslaget är registrerat."), ((string?)ended["kind"], (string?)ended["text"]));
        Assert.Equal(id, (string?)Bot.Activities[0]["replyToId"]);
        Assert.Equal("proposal", (string?)Bot.Activities[0]["value"]!["data"]!["form"]);
        Assert.False(Bot.Activities[1].ContainsKey("replyToId"));
        Assert.Equal("""{"step":1,"place":"Torget"}""", Bot.Activities[1]["value"]!["data"]!.ToJsonString());
    }

    [Fact]
    public async Task SubmitDialog_EmptyAnswer_ClosesIt()
    {
        (_, string id) = await BeginPollAsync();

        Assert.Equal("done", (string?)(await Bo.SubmitDialogAsync(id, []))["kind"]);
    }

    private Task<(string Conversation, string Id)> BeginPollAsync() =>
        BeginThreadAsync(Cards.Message(Cards.Card([Cards.Text("Rösta")], [Cards.Execute("Rösta", "poll.vote")])));

    private void Answer(string name, JsonNode body) =>
        Bot.Answer = activity => Task.FromResult<(int, JsonNode?)>((string?)activity["name"] == name ? (200, body) : (501, null));
}
