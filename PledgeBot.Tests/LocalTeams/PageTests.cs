using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PledgeBot.LocalTeams;
using PledgeBot.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace PledgeBot.Tests.LocalTeams;

public sealed class PageTests(ChromiumFixture chromium) : PageTest(chromium)
{
    private protected override bool MayStop => true;

    [Fact]
    public async Task Post_InTheChannel_IsSeenByEverybodyAndAnsweredInItsThread()
    {
        Bot.Answer = async activity =>
        {
            await Bot.SendAsync(
                Teams.ServiceUrl,
                (string)activity["conversation"]!["id"]!,
                Cards.Message("Hej **Anna**, <b>välkommen</b>."));
            return (200, null);
        };
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        IPage bo = await OpenAsync(LocalTeamsServer.Bo);

        await anna.GetByLabel("Nytt inlägg i Trygghet").FillAsync("hjälp");
        await anna.Keyboard.PressAsync("Enter");

        ILocator thread = bo.Locator("[data-thread].thread");
        await Expect(thread.Locator("article").First).ToContainTextAsync("PledgeBot hjälp");
        await Expect(thread.Locator("article").Nth(1).Locator("strong")).ToHaveTextAsync("Anna");
        await Expect(thread.Locator("article").Nth(1)).ToContainTextAsync("<b>välkommen</b>");
    }

    [Fact]
    public async Task Reply_InAThread_StaysInIt()
    {
        string root = await SendToChannelAsync(Cards.Message("Veckostatus"));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);

        ILocator thread = anna.Locator($".thread[data-thread='{root}']");
        await thread.GetByRole(AriaRole.Button, new() { Name = "Svara" }).ClickAsync();
        await anna.Keyboard.TypeAsync("tack");
        await thread.GetByRole(AriaRole.Button, new() { Name = "Skicka" }).ClickAsync();

        await Expect(thread.Locator("article")).ToHaveCountAsync(2);
        await Expect(anna.Locator(".thread")).ToHaveCountAsync(1);
        Assert.Equal(root, (string?)Assert.Single(Bot.Activities)["replyToId"]);
    }

    [Fact]
    public async Task Chat_WithAPicture_ShowsIt()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        await anna.GetByRole(AriaRole.Link, new() { Name = "PledgeBot" }).ClickAsync();

        await anna.Locator("section.conversation:visible input[accept]").SetInputFilesAsync(new FilePayload
        {
            Name = "lampa.png",
            MimeType = "image/png",
            Buffer = await anna.ScreenshotAsync(),
        });
        await Expect(anna.Locator(".chosen li:visible")).ToContainTextAsync("lampa.png");
        await anna.GetByLabel("Meddelande till PledgeBot").FillAsync("Lampan är trasig");
        await anna.Keyboard.PressAsync("Enter");

        ILocator picture = anna.GetByAltText("Bild från Anna Ek");
        await Expect(picture).ToBeVisibleAsync();
        await anna.WaitForFunctionAsync("document.querySelector('img.picture').naturalWidth > 100");
        await ScreenshotAsync(anna, "chat");
        Assert.Contains("chat=personal", anna.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_ByTheBot_ChangesInPlaceForEverybodyAndKeepsWhatIsTyped()
    {
        JsonObject Poll(string turnout) => Cards.Message(Cards.Card(
            [Cards.Text("Rösta på två"), Cards.Text(turnout), Cards.Choices("choice", "Förslag", "Busstorget", "Parken", "Skolan"), Cards.TextInput("why", "Varför?")],
            [Cards.Execute("Rösta", "poll.vote")]));
        string id = await SendToChannelAsync(Poll("0 av 3 har röstat"));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        IPage bo = await OpenAsync(LocalTeamsServer.Bo);
        await anna.GetByLabel("Parken").CheckAsync();
        await anna.GetByLabel("Varför?").FillAsync("Mörkt på kvällen");
        await anna.GetByLabel("Varför?").EvaluateAsync("box => box.setSelectionRange(6, 6)");

        await Bot.UpdateAsync(Teams.ServiceUrl, LocalTeamsServer.ChannelId, id, Poll("1 av 3 har röstat"));

        await Expect(bo.GetByText("1 av 3 har röstat")).ToBeVisibleAsync();
        await Expect(anna.GetByText("1 av 3 har röstat")).ToBeVisibleAsync();
        await Expect(anna.GetByText("0 av 3 har röstat")).ToHaveCountAsync(0);
        await Expect(anna.GetByLabel("Parken")).ToBeCheckedAsync();
        await Expect(anna.GetByLabel("Busstorget")).Not.ToBeCheckedAsync();
        await anna.Keyboard.TypeAsync("här ");
        await Expect(anna.GetByLabel("Varför?")).ToHaveValueAsync("Mörkt här på kvällen");
        await Expect(anna.GetByText("Ändrat")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Execute_AnsweredWithACard_ChangesThePressersViewAlone()
    {
        await SendToChannelAsync(Cards.Message(Cards.Card(
            [Cards.Text("Rösta på två"), Cards.Choices("choice", "Förslag", "a", "b", "c")],
            [Cards.Execute("Rösta", "poll.vote", new() { ["pollId"] = "p41" })])));
        var asked = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        Bot.Answer = async activity =>
        {
            asked.TrySetResult();
            await go.Task;
            return (200, Cards.CardAnswer(Cards.Card([Cards.Text("Din röst är sparad: " + activity["value"]!["action"]!["data"]!["choice"])])));
        };
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        IPage bo = await OpenAsync(LocalTeamsServer.Bo);
        ILocator vote = anna.GetByRole(AriaRole.Button, new() { Name = "Rösta" });

        await anna.GetByLabel("a", new() { Exact = true }).CheckAsync();
        await anna.GetByLabel("c", new() { Exact = true }).CheckAsync();
        await vote.ClickAsync();
        await asked.Task;
        await Expect(vote).ToBeDisabledAsync();
        await Expect(anna.Locator(".card")).ToHaveAttributeAsync("aria-busy", "true");
        go.SetResult();

        await Expect(anna.GetByText("Din röst är sparad: a,c")).ToBeVisibleAsync();
        await Expect(bo.GetByText("Rösta på två")).ToBeVisibleAsync();
        Assert.Single(Bot.Activities);
        Assert.Equal("p41", (string?)Bot.Activities[0]["value"]!["action"]!["data"]!["pollId"]);
    }

    [Fact]
    public async Task Execute_MessageEditedMeanwhile_TheAnswerStays()
    {
        JsonObject Poll(string turnout) => Cards.Message(Cards.Card([Cards.Text(turnout)], [Cards.Execute("Rösta", "poll.vote")]));
        string id = await SendToChannelAsync(Poll("0 av 3"));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        IPage bo = await OpenAsync(LocalTeamsServer.Bo);
        Bot.Answer = async _ =>
        {
            await Bot.UpdateAsync(Teams.ServiceUrl, LocalTeamsServer.ChannelId, id, Poll("1 av 3"));
            await Expect(bo.GetByText("1 av 3")).ToBeVisibleAsync();
            return (200, Cards.CardAnswer(Cards.Card([Cards.Text("Din röst är sparad.")])));
        };

        await anna.GetByRole(AriaRole.Button, new() { Name = "Rösta" }).ClickAsync();

        await Expect(anna.GetByText("Din röst är sparad.")).ToBeVisibleAsync();
        await Expect(anna.GetByText("1 av 3")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Execute_MessageThenNoAnswer_ShowsAStripUnderTheCard()
    {
        await SendToChannelAsync(Cards.Message(Cards.Card([Cards.Text("Rösta")], [Cards.Execute("Rösta", "poll.vote")])));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        ILocator strip = anna.Locator(".card .strip");

        Bot.Answer = _ => Task.FromResult<(int, JsonNode?)>((200, Cards.MessageAnswer("Välj exakt två.")));
        await anna.GetByRole(AriaRole.Button, new() { Name = "Rösta" }).ClickAsync();
        await Expect(strip).ToHaveTextAsync("Välj exakt två.");

        Bot.Answer = _ => Task.FromResult<(int, JsonNode?)>((500, null));
        await anna.GetByRole(AriaRole.Button, new() { Name = "Rösta" }).ClickAsync();
        await Expect(strip).ToHaveTextAsync("Det gick inte att nå PledgeBot. Försök igen om en stund.");
        await ScreenshotAsync(anna, "strip");
    }

    [Fact]
    public async Task Refresh_ForOneMember_IsTheirsAloneAndComesAgainAfterAnEdit()
    {
        int round = 0;
        Bot.Answer = activity => Task.FromResult<(int, JsonNode?)>((200, Cards.CardAnswer(Cards.Card(
            [Cards.Text($"{activity["from"]!["name"]} har valt två, gång {++round}")],
            refresh: Cards.Refresh("poll.refresh", "29:anna")))));
        JsonObject baseCard = Cards.Card([Cards.Text("Omröstning")], refresh: Cards.Refresh("poll.refresh", "29:anna"));
        string id = await SendToChannelAsync(Cards.Message(baseCard));

        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        IPage bo = await OpenAsync(LocalTeamsServer.Bo);
        await Expect(anna.GetByText("Anna Ek har valt två, gång 1")).ToBeVisibleAsync();
        await Expect(bo.GetByText("Omröstning")).ToBeVisibleAsync();
        await Bot.UpdateAsync(Teams.ServiceUrl, LocalTeamsServer.ChannelId, id, Cards.Message(baseCard));

        await Expect(anna.GetByText("Anna Ek har valt två, gång 2")).ToBeVisibleAsync();
        await Expect(bo.GetByText("Omröstning")).ToBeVisibleAsync();
        Assert.Equal(["automatic", "automatic"], Bot.Activities.Select(a => (string?)a["value"]!["trigger"]));

        await bo.GetByRole(AriaRole.Button, new() { Name = "Uppdatera kortet" }).ClickAsync();
        await Expect(bo.GetByText("Bo Lind har valt två, gång 3")).ToBeVisibleAsync();
        Assert.Equal("manual", (string?)Bot.Activities[2]["value"]!["trigger"]);
    }

    [Fact]
    public async Task Refresh_ForNobody_WaitsToBeAsked()
    {
        await SendToChannelAsync(Cards.Message(Cards.Card([Cards.Text("Stängd")], refresh: Cards.Refresh("poll.refresh"))));

        IPage anna = await OpenAsync(LocalTeamsServer.Anna);

        await Expect(anna.GetByRole(AriaRole.Button, new() { Name = "Uppdatera kortet" })).ToBeVisibleAsync();
        Assert.Empty(Bot.Activities);
    }

    [Fact]
    public async Task Dialog_StepByStep_IsReplacedInPlaceAndEndsWithAMessage()
    {
        await SendToChannelAsync(Cards.Message(Cards.Card(
            [Cards.Text("Vandring V1")],
            [Cards.Submit("Nytt förslag", JsonNode.Parse("""{"msteams":{"type":"task/fetch"}}""")!.AsObject())])));
        Bot.Answer = activity => Task.FromResult<(int, JsonNode?)>((200, ((string?)activity["name"], (int?)activity["value"]!["data"]!["step"]) switch
        {
            ("task/fetch", _) => Cards.Dialog("Nytt förslag", Cards.Card([Cards.TextInput("place", "Plats")], [Cards.Submit("Nästa", new() { ["step"] = 1 })])),
            ("task/submit", 1) => Cards.Dialog("Stämmer det?", Cards.Card(
                [Cards.Text("Plats: " + activity["value"]!["data"]!["place"])],
                [Cards.Submit("Spara", new() { ["step"] = 2 })])),
            _ => Cards.DialogMessage("Tack, förslaget är registrerat."),
        }));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        ILocator dialog = anna.GetByRole(AriaRole.Dialog);

        await anna.GetByRole(AriaRole.Button, new() { Name = "Nytt förslag" }).ClickAsync();
        await Expect(dialog.GetByLabel("Plats")).ToBeFocusedAsync();
        await dialog.GetByLabel("Plats").FillAsync("Busstorget");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Nästa" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Heading, new() { Name = "Stämmer det?" })).ToBeVisibleAsync();
        await Expect(dialog).ToContainTextAsync("Plats: Busstorget");
        await ScreenshotAsync(anna, "dialog");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Tack, förslaget är registrerat.");
        await anna.Keyboard.PressAsync("Escape");

        await Expect(dialog).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Clock_MovedByOneMember_IsSeenByAll()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        IPage bo = await OpenAsync(LocalTeamsServer.Bo);
        await Expect(bo.Locator("[data-clock]")).ToHaveTextAsync("måndag 5 oktober 2026 kl. 14.00");

        await anna.GetByRole(AriaRole.Button, new() { Name = "Till nästa måndag 08.30" }).ClickAsync();

        await Expect(bo.Locator("[data-clock]")).ToHaveTextAsync("måndag 12 oktober 2026 kl. 08.30");
    }

    [Fact]
    public async Task Restart_OfTheProgram_IsFollowedWithoutReloading()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        await SendToChannelAsync(Cards.Message("Före"));
        await Expect(anna.GetByText("Före")).ToBeVisibleAsync();

        await RestartAsync(async () =>
        {
            await Expect(anna.GetByText("Ingen kontakt med programmet.")).ToBeVisibleAsync();
            Clock.Advance(TimeSpan.FromMinutes(1));
        });
        await SendToChannelAsync(Cards.Message("Efter"));

        await Expect(anna.GetByText("Efter")).ToBeVisibleAsync();
        await Expect(anna.GetByText("Före")).ToHaveCountAsync(0);
        await Expect(anna.GetByText("Ingen kontakt med programmet.")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Tabs_AsManyAsThereAreMembersThrice_AllGetTheNews()
    {
        LocalMember[] members = [LocalTeamsServer.Anna, LocalTeamsServer.Bo, LocalTeamsServer.Cia];
        var pages = new List<IPage>();
        for (int i = 0; i < 9; i++)
        {
            pages.Add(await OpenAsync(members[i % members.Length]));
        }

        await SendToChannelAsync(Cards.Message("Till alla"));

        foreach (IPage page in pages)
        {
            await Expect(page.GetByText("Till alla")).ToBeVisibleAsync();
        }
    }
}
