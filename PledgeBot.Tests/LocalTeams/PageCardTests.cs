using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PledgeBot.LocalTeams;
using PledgeBot.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>Which cards a client fetches a view of its own for, and when; and what it makes of the answers.</summary>
public sealed class PageCardTests(ChromiumFixture chromium) : PageTest(chromium)
{
    [Fact]
    public async Task Refresh_NoListOfViewers_IsForEverybodyInASmallTeam()
    {
        AnswerWithNames();
        await SendPollAsync(viewers: null);

        IPage bo = await OpenAsync(LocalTeamsServer.Bo);

        await Expect(bo.GetByText("Bo Linds eget kort")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Refresh_NoListOfViewersInATeamOfMoreThanSixty_WaitsToBeAsked()
    {
        AnswerWithNames();
        await Bot.SendAsync(Teams.ServiceUrl, "19:local-stor@thread.tacv2", Cards.Message(Poll(viewers: null)));

        IPage bo = await OpenAsync(LocalTeamsServer.Bo, "chat=" + Uri.EscapeDataString("19:local-stor@thread.tacv2"));

        await Expect(bo.GetByText("Omröstning")).ToBeVisibleAsync();
        await Expect(Button(bo, "Uppdatera kortet")).ToBeVisibleAsync();
        Assert.Empty(Bot.Activities);
        await Button(bo, "Uppdatera kortet").ClickAsync();
        await Expect(bo.GetByText("Bo Linds eget kort")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Refresh_ListOfMoreThanSixty_PassesOverTheRest()
    {
        AnswerWithNames();
        await SendPollAsync([.. Enumerable.Range(1, 59).Select(n => $"29:{n}"), "29:anna", "29:bo"]);

        IPage bo = await OpenAsync(LocalTeamsServer.Bo);
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);

        await Expect(anna.GetByText("Anna Eks eget kort")).ToBeVisibleAsync();
        await Expect(bo.GetByText("Omröstning")).ToBeVisibleAsync();
        Assert.Equal("29:anna", (string?)Assert.Single(Bot.Activities)["from"]!["id"]);
    }

    [Fact]
    public async Task Refresh_ShownAgain_AsksOnceAMinute()
    {
        AnswerWithNames();
        await SendPollAsync("29:anna");
        IPage anna = await OpenAsync(LocalTeamsServer.Anna, prepare: page => page.Clock.InstallAsync());
        await Expect(anna.GetByText("Anna Eks eget kort 1")).ToBeVisibleAsync();

        await GoToAsync(anna, "PledgeBot");
        await GoToAsync(anna, "Trygghet");
        await Expect(anna.GetByText("Anna Eks eget kort 1")).ToBeVisibleAsync();
        Assert.Single(Bot.Activities);
        await GoToAsync(anna, "PledgeBot");
        await anna.Clock.FastForwardAsync(61_000);
        await GoToAsync(anna, "Trygghet");

        await Expect(anna.GetByText("Anna Eks eget kort 2")).ToBeVisibleAsync();
        Assert.Equal(2, Bot.Activities.Count);
    }

    [Fact]
    public async Task Refresh_EditedWhileNobodyLooks_IsFetchedWhenShown()
    {
        AnswerWithNames();
        string id = await SendPollAsync("29:anna");
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        await Expect(anna.GetByText("Anna Eks eget kort 1")).ToBeVisibleAsync();
        await GoToAsync(anna, "PledgeBot");

        Clock.Advance(TimeSpan.FromSeconds(1));
        await Bot.UpdateAsync(Teams.ServiceUrl, LocalTeamsServer.ChannelId, id, Cards.Message(Poll(["29:anna"])));
        await SendToChannelAsync(Cards.Message("Efter ändringen"));
        await Expect(anna.GetByText("Efter ändringen")).ToHaveCountAsync(1);
        Assert.Single(Bot.Activities);
        await GoToAsync(anna, "Trygghet");

        await Expect(anna.GetByText("Anna Eks eget kort 2")).ToBeVisibleAsync();
        Assert.Equal(2, Bot.Activities.Count);
    }

    [Fact]
    public async Task Refresh_AfterAnEdit_CarriesTheDataOfTheOldCard()
    {
        JsonObject Revision(int number)
        {
            JsonObject poll = Poll(["29:anna"]);
            poll["refresh"]!["action"]!["data"] = new JsonObject { ["revision"] = number };
            return poll;
        }

        string id = await SendToChannelAsync(Cards.Message(Revision(1)));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        await Bot.WaitForActivitiesAsync(1);

        await Bot.UpdateAsync(Teams.ServiceUrl, LocalTeamsServer.ChannelId, id, Cards.Message(Revision(2)));
        IReadOnlyList<JsonObject> came = await Bot.WaitForActivitiesAsync(2);

        Assert.Equal(1, (int?)came[1]["value"]!["action"]!["data"]!["revision"]);
        await Expect(anna.GetByText("Omröstning")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Edit_WithoutRefresh_EndsTheViewersOwnCard()
    {
        AnswerWithNames();
        string id = await SendPollAsync("29:anna");
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        await Expect(anna.GetByText("Anna Eks eget kort 1")).ToBeVisibleAsync();

        await Bot.UpdateAsync(Teams.ServiceUrl, LocalTeamsServer.ChannelId, id, Cards.Message(Cards.Card([Cards.Text("Stängd")])));

        await Expect(anna.GetByText("Stängd")).ToBeVisibleAsync();
        await Expect(anna.GetByText("eget kort")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Reaction_ToACard_DoesNotFetchItAgain()
    {
        AnswerWithNames();
        string id = await SendPollAsync("29:anna");
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        await Expect(anna.GetByText("Anna Eks eget kort 1")).ToBeVisibleAsync();
        using MemberOverHttp bo = Teams.As(LocalTeamsServer.Bo);

        await bo.ReactAsync(id, "like");

        await Expect(Button(anna, "Gilla: Bo Lind")).ToBeVisibleAsync();
        await Expect(anna.GetByText("Anna Eks eget kort 1")).ToBeVisibleAsync();
        Assert.Equal(["invoke", "messageReaction"], Bot.Activities.Select(a => (string?)a["type"]));
    }

    [Fact]
    public async Task Execute_WithoutAVerb_SaysThatTheAppCannotBeReached()
    {
        JsonObject button = Cards.Execute("Rösta", "x");
        button.Remove("verb");
        await SendToChannelAsync(Cards.Message(Cards.Card([Cards.Text("Rösta")], [button])));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);

        await Button(anna, "Rösta").ClickAsync();

        await Expect(anna.Locator(".card .strip")).ToHaveTextAsync("Det gick inte att nå PledgeBot. Försök igen om en stund.");
        Assert.Empty(Bot.Activities);
    }

    [Fact]
    public async Task Execute_AnsweredWithAnError_SaysWhatTeamsSays()
    {
        Answer(_ => JsonNode.Parse(
            """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"Bara för utvecklare"}}"""));
        await SendToChannelAsync(Cards.Message(Cards.Card([Cards.Text("Rösta")], [Cards.Execute("Rösta", "poll.vote")])));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);

        await Button(anna, "Rösta").ClickAsync();

        await Expect(anna.Locator(".card .strip")).ToHaveTextAsync("Något gick fel. Försök igen.");
    }

    [Fact]
    public async Task Execute_BotTooSlow_TheClientGivesUpAndTheLateAnswerIsDropped()
    {
        var late = new TaskCompletionSource<(int, JsonNode?)>();
        Bot.Answer = _ => late.Task;
        await SendToChannelAsync(Cards.Message(Cards.Card([Cards.Text("Rösta")], [Cards.Execute("Rösta", "poll.vote")])));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);

        await Button(anna, "Rösta").ClickAsync();
        await Bot.WaitForActivitiesAsync(1);
        Clock.Advance(TimeSpan.FromSeconds(15));
        await Bot.WaitForActivitiesAsync(2);
        Clock.Advance(TimeSpan.FromSeconds(15));
        await Expect(anna.Locator(".card .strip")).ToHaveTextAsync("Det gick inte. Försök igen.");
        await Bot.WaitForActivitiesAsync(3);
        late.SetResult((200, Cards.CardAnswer(Cards.Card([Cards.Text("För sent")]))));

        await Expect(Button(anna, "Rösta")).ToBeEnabledAsync();
        await Expect(anna.GetByText("För sent")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task OldClient_ExecuteWithAFallback_SubmitsThatAndFetchesNoViews()
    {
        JsonObject vote = Cards.Execute("Rösta", "poll.vote", new() { ["poll"] = "p1" });
        vote["fallback"] = Cards.Submit("Rösta", new() { ["verb"] = "poll.vote", ["poll"] = "p1" });
        await SendToChannelAsync(Cards.Message(Cards.Card(
            [Cards.Text("Omröstning"), Cards.TextInput("why", "Varför?")],
            [vote, Cards.Execute("Bara nytt", "poll.show")],
            Cards.Refresh("poll.refresh", "29:anna"))));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna, "client=old");

        await Expect(Button(anna, "Bara nytt")).ToHaveCountAsync(0);
        await anna.GetByLabel("Varför?").FillAsync("Mycket");
        await Button(anna, "Rösta").ClickAsync();

        await Expect(anna.Locator(".card .strip")).ToHaveTextAsync("Ditt svar har skickats till appen.");
        JsonObject message = Assert.Single(Bot.Activities);
        Assert.Equal("message", (string?)message["type"]);
        Assert.Equal("""{"verb":"poll.vote","poll":"p1","why":"Mycket"}""", message["value"]!.ToJsonString());
    }

    [Fact]
    public async Task Submit_WithItsFeedbackHidden_SaysNothing()
    {
        JsonObject quiet = Cards.Submit("Tyst", new() { ["a"] = 1 });
        quiet["msTeams"] = new JsonObject { ["feedback"] = new JsonObject { ["hide"] = true } };
        await SendToChannelAsync(Cards.Message(Cards.Card([Cards.Text("Kort")], [quiet, Cards.Submit("Hörbar", new() { ["a"] = 2 })])));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        ILocator strip = anna.Locator(".card .strip");

        await Button(anna, "Hörbar").ClickAsync();
        await Expect(strip).ToHaveTextAsync("Ditt svar har skickats till appen.");
        await Button(anna, "Tyst").ClickAsync();

        await Bot.WaitForActivitiesAsync(2);
        await Expect(Button(anna, "Tyst")).ToBeEnabledAsync();
        await Expect(strip).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Mention_OnACard_IsANameAndAnUnknownOneStaysAsWritten()
    {
        JsonObject card = Cards.Card([Cards.Text("Tack <at>Bo Lind</at> och <at>Någon</at>!")]);
        card["msteams"] = JsonNode.Parse(
            """{"entities":[{"type":"mention","text":"<at>Bo Lind</at>","mentioned":{"id":"29:bo","name":"Bo Lind"}}]}""");
        await SendToChannelAsync(Cards.Message(card));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);

        await Expect(anna.Locator(".card")).ToContainTextAsync("Tack Bo Lind och <at>Någon</at>!");
        await Expect(anna.Locator(".card strong")).ToHaveTextAsync("Bo Lind");
    }

    [Fact]
    public async Task PeoplePicker_OfTheConversation_OffersItsMembersAndGivesObjectIds()
    {
        await SendToChannelAsync(Cards.Message(Cards.Card(
            [
                JsonNode.Parse(
                    $$"""
                    { "type": "Input.ChoiceSet", "id": "who", "label": "Vem", "choices": [], "value": "{{LocalTeamsServer.Cia.AadObjectId}}",
                      "choices.data": { "type": "Data.Query", "dataset": "graph.microsoft.com/users?scope=currentContext" } }
                    """)!.AsObject(),
            ],
            [Cards.Submit("Välj", [])])));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        ILocator picker = anna.GetByLabel("Vem");

        await Expect(picker).ToHaveValueAsync(LocalTeamsServer.Cia.AadObjectId);
        Assert.Equal(["Anna Ek", "Bo Lind", "Cia Berg"], (await picker.Locator("option:not([hidden])").AllTextContentsAsync()).Where(text => text.Length > 0));
        await picker.SelectOptionAsync("Bo Lind");
        await Button(anna, "Välj").ClickAsync();

        Assert.Equal(LocalTeamsServer.Bo.AadObjectId, (string?)(await Bot.WaitForActivitiesAsync(1))[0]["value"]!["who"]);
    }

    [Fact]
    public async Task Dialog_WithANamedHeight_IsThatPartOfTheWindow()
    {
        await SendToChannelAsync(Cards.Message(Cards.Card(
            [Cards.Text("Vandring")],
            [Cards.Submit("Öppna", JsonNode.Parse("""{"msteams":{"type":"task/fetch"}}""")!.AsObject())])));
        JsonObject dialog = Cards.Dialog("Nytt", Cards.Card([Cards.Text("Hej")]));
        dialog["task"]!["value"]!["width"] = "large";
        dialog["task"]!["value"]!["height"] = "medium";
        Answer(_ => dialog.DeepClone());
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        await anna.SetViewportSizeAsync(1400, 800);

        await Button(anna, "Öppna").ClickAsync();
        await Expect(anna.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Hej");
        LocatorBoundingBoxResult? box = await anna.GetByRole(AriaRole.Dialog).BoundingBoxAsync();

        Assert.Equal((840, 400), (Math.Round(box!.Width), Math.Round(box.Height)));
    }

    private protected override void Configure(LocalTeamsOptions options) => options.FurtherTeams.Add(new(
        "stor",
        "Stort team",
        [],
        [LocalTeamsServer.Bo, .. Enumerable.Range(1, 60).Select(n => new LocalMember($"29:{n}", $"0c1d2e3f-1111-4222-8333-{n:000000000000}", $"Medlem {n}", ""))],
        HasApp: true));

    private void AnswerWithNames()
    {
        int round = 0;
        Answer(activity => Cards.CardAnswer(Cards.Card(
            [Cards.Text($"{activity["from"]!["name"]}s eget kort {++round}")],
            refresh: Cards.Refresh("poll.refresh", "29:anna"))));
    }

    private Task<string> SendPollAsync(params string[]? viewers) => SendToChannelAsync(Cards.Message(Poll(viewers)));

    private static JsonObject Poll(string[]? viewers)
    {
        JsonObject refresh = Cards.Refresh("poll.refresh", viewers ?? []);
        if (viewers is null)
        {
            refresh.Remove("userIds");
        }

        return Cards.Card([Cards.Text("Omröstning")], refresh: refresh);
    }
}
