using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PledgeBot.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>What members do to messages on the page.</summary>
public sealed class PageMessageTests(ChromiumFixture chromium) : PageTest(chromium)
{
    [Fact]
    public async Task Post_WithTheMentionTakenAway_IsNotForTheBot()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        ILocator mention = Button(anna.Locator("section.conversation:visible"), "@PledgeBot");

        await mention.ClickAsync();
        await anna.GetByLabel("Nytt inlägg i Trygghet").FillAsync("Ska vi ta kaffe?");
        await anna.Keyboard.PressAsync("Enter");
        await Expect(anna.Locator("article")).ToContainTextAsync("Ska vi ta kaffe?");
        await mention.ClickAsync();
        await anna.GetByLabel("Nytt inlägg i Trygghet").FillAsync("status");
        await anna.Keyboard.PressAsync("Enter");

        IReadOnlyList<JsonObject> heard = await Bot.WaitForActivitiesAsync(1);
        Assert.Equal("<at>PledgeBot</at> status", (string?)Assert.Single(heard)["text"]);
    }

    [Fact]
    public async Task Menu_OfOnesOwnMessage_EditsRemovesAndBringsBack()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        IPage bo = await OpenAsync(LocalTeamsServer.Bo);
        await anna.GetByLabel("Nytt inlägg i Trygghet").FillAsync("nytt **förslg**");
        await anna.Keyboard.PressAsync("Enter");
        await Expect(bo.Locator("article strong")).ToHaveTextAsync("förslg");

        await OpenMenuAsync(anna);
        await Button(anna, "Redigera").ClickAsync();
        await anna.GetByLabel("Meddelandets text").FillAsync("nytt förslag");
        await ScreenshotAsync(anna, "edit");
        await Button(anna, "Spara").ClickAsync();
        await Expect(bo.Locator("article")).ToContainTextAsync("PledgeBot nytt förslag");
        await Expect(bo.Locator("article")).ToContainTextAsync("Ändrat");

        await OpenMenuAsync(anna);
        await Button(anna, "Ta bort").ClickAsync();
        await Expect(bo.Locator("article")).ToContainTextAsync("Meddelandet är borttaget.");
        await Expect(Button(bo, "Ångra")).ToHaveCountAsync(0);
        await ScreenshotAsync(anna, "removed");
        await Button(anna, "Ångra").ClickAsync();
        await Expect(bo.Locator("article")).ToContainTextAsync("nytt förslag");

        Assert.Equal(["message", "messageUpdate", "messageDelete", "messageUpdate"], Bot.Activities.Select(a => (string?)a["type"]));
    }

    [Fact]
    public async Task Menu_OfTheBotsMessage_ReactsAndTakesBack()
    {
        await SendToChannelAsync(Cards.Message("Klart"));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        IPage bo = await OpenAsync(LocalTeamsServer.Bo);

        await OpenMenuAsync(anna);
        await Expect(Button(anna, "Redigera")).ToHaveCountAsync(0);
        await Button(anna, "Hjärta").ClickAsync();
        await Expect(Button(bo, "Hjärta: Anna Ek")).ToHaveTextAsync("❤️ 1");
        await Button(bo, "Hjärta: Anna Ek").ClickAsync();
        await Expect(Button(anna, "Hjärta: Anna Ek, Bo Lind")).ToHaveTextAsync("❤️ 2");
        await ScreenshotAsync(anna, "reactions");
        await Button(anna, "Hjärta: Anna Ek, Bo Lind").ClickAsync();

        await Expect(Button(bo, "Hjärta: Bo Lind")).ToBeVisibleAsync();
        Assert.Equal(
            ["29:anna", "29:bo", "29:anna"],
            Bot.Activities.Select(a => (string?)a["from"]!["id"]));
    }

    [Fact]
    public async Task Reaction_OfTheBot_IsShownUnderItsName()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        using MemberOverHttp bo = Teams.As(LocalTeamsServer.Bo);
        string id = (string)(await bo.PostAsync("Klart"))["id"]!;

        await Bot.CallAsync(HttpMethod.Put, Teams.ServiceUrl, $"v3/conversations/{Uri.EscapeDataString(LocalTeamsServer.ChannelId)}/activities/{id}/reactions/like");

        await Expect(Button(anna, "Gilla: PledgeBot")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Paperclip_InThePersonalChat_SendsAFile()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna, "chat=personal");
        ILocator chat = anna.Locator("section.conversation:visible");

        await Expect(Button(chat, "Bifoga fil")).ToBeVisibleAsync();
        await chat.Locator("input[type=file]:not([accept])").SetInputFilesAsync(new FilePayload
        {
            Name = "karta.pdf",
            MimeType = "application/pdf",
            Buffer = Encoding.UTF8.GetBytes("%PDF"),
        });
        await Expect(chat.Locator(".chosen li")).ToContainTextAsync("karta.pdf");
        await anna.GetByLabel("Meddelande till PledgeBot").PressAsync("Enter");

        await Expect(anna.GetByRole(AriaRole.Link, new() { Name = "karta.pdf" })).ToBeVisibleAsync();
        Assert.Equal("karta.pdf", (string?)(await Bot.WaitForActivitiesAsync(1))[0]["attachments"]![0]!["name"]);
        await GoToAsync(anna, "Trygghet");
        await Expect(Button(anna.Locator("section.conversation:visible"), "Bifoga fil")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Typing_OfTheBot_IsShownUntilItHasWritten()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        ILocator typing = anna.GetByText("PledgeBot skriver …");

        await Bot.CallAsync(
            HttpMethod.Post,
            Teams.ServiceUrl,
            $"v3/conversations/{Uri.EscapeDataString(LocalTeamsServer.ChannelId)}/activities",
            new JsonObject { ["type"] = "typing" });
        await Expect(typing).ToBeVisibleAsync();
        await SendToChannelAsync(Cards.Message("Klart"));

        await Expect(typing).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Typing_WithoutAMessage_EndsAfterAFewSeconds()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna, prepare: page => page.Clock.InstallAsync());

        await Bot.CallAsync(
            HttpMethod.Post,
            Teams.ServiceUrl,
            $"v3/conversations/{Uri.EscapeDataString(LocalTeamsServer.ChannelId)}/activities",
            new JsonObject { ["type"] = "typing" });
        await Expect(anna.GetByText("PledgeBot skriver …")).ToBeVisibleAsync();
        await anna.Clock.FastForwardAsync(6_000);

        await Expect(anna.GetByText("PledgeBot skriver …")).ToBeHiddenAsync();
    }

    private static Task OpenMenuAsync(IPage page) =>
        page.Locator("article").First.GetByRole(AriaRole.Button, new() { Name = "Fler val för meddelandet" }).ClickAsync();
}
