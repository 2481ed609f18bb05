using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PledgeBot.LocalTeams;
using PledgeBot.LocalTeams.Extension;
using PledgeBot.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>The app's message extension on the page.</summary>
public sealed class PageExtensionTests(ChromiumFixture chromium) : PageTest(chromium)
{
    [Fact]
    public async Task Search_ChosenAndSent_IsACardFromTheMember()
    {
        Answer(activity => ((string?)activity["name"], (string?)activity["value"]!["parameters"]?[0]?["name"]) switch
        {
            ("composeExtension/query", "initialRun") => Cards.SearchResults(Result("V1-01 Gångtunneln"), Result("V1-02 Parkeringen")),
            ("composeExtension/query", _) => Cards.SearchResults(Result("V1-03 Torget")),
            ("adaptiveCard/action", _) => Cards.MessageAnswer("Tack för rösten."),
            _ => null,
        });
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        IPage bo = await OpenAsync(LocalTeamsServer.Bo);
        ILocator open = anna.Locator("section.conversation:visible");

        await Button(open, "Använd PledgeBot").ClickAsync();
        await Expect(open.Locator(".extension-result")).ToHaveCountAsync(2);
        await Expect(open.Locator(".extension-result").First).ToContainTextAsync("V1-01 Gångtunneln");
        await ScreenshotAsync(anna, "extension");
        await open.GetByRole(AriaRole.Searchbox).FillAsync("torget");
        await Expect(open.Locator(".extension-result")).ToHaveCountAsync(1);
        await open.Locator(".extension-result").ClickAsync();
        await Expect(open.Locator(".chosen li")).ToContainTextAsync("Kort: V1-03 Torget");
        await Button(open, "Skicka").ClickAsync();

        ILocator sent = bo.Locator("article");
        await Expect(sent).ToContainTextAsync("Anna Ek");
        await Expect(sent.Locator(".card")).ToContainTextAsync("V1-03 Torget");
        await Button(sent, "Rösta").ClickAsync();
        await Expect(sent.Locator(".strip")).ToHaveTextAsync("Tack för rösten.");
        JsonObject pressed = Bot.Activities[^1];
        Assert.Equal((await sent.GetAttributeAsync("data-activity-id"), "29:bo"), ((string?)pressed["replyToId"], (string?)pressed["from"]!["id"]));
    }

    [Fact]
    public async Task Search_ResultWithOnlyAValue_IsFetchedWhenChosen()
    {
        Answer(activity => (string?)activity["name"] == "composeExtension/query"
            ? Cards.SearchResults(Cards.SearchResult("V1-01", Cards.Card([Cards.Text("Kort")]), tap: new() { ["id"] = 12 }))
            : Cards.SearchResults(Result("V1-01 Gångtunneln, hela")));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        ILocator open = anna.Locator("section.conversation:visible");

        await Button(open, "Använd PledgeBot").ClickAsync();
        await open.Locator(".extension-result").ClickAsync();

        await Expect(open.Locator(".chosen li")).ToContainTextAsync("Kort: V1-01 Gångtunneln, hela");
        Assert.Equal(("composeExtension/selectItem", 12), ((string?)Bot.Activities[1]["name"], (int?)Bot.Activities[1]["value"]!["id"]));
    }

    [Fact]
    public async Task Search_NothingFoundOrNoAnswer_SaysSo()
    {
        Answer(_ => JsonNode.Parse("""{"composeExtension":{"type":"message","text":"Inga träffar på det."}}"""));
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        ILocator open = anna.Locator("section.conversation:visible");

        await Button(open, "Använd PledgeBot").ClickAsync();
        await Expect(open.Locator(".extension")).ToContainTextAsync("Inga träffar på det.");
        Bot.Answer = _ => Task.FromResult<(int, JsonNode?)>((500, null));
        await open.GetByRole(AriaRole.Searchbox).FillAsync("torget");

        await Expect(open.Locator(".extension")).ToContainTextAsync("Sökningen gick inte. Försök igen.");
    }

    [Fact]
    public async Task Action_InAMessagesMenu_OpensItsDialogAndSubmitsIt()
    {
        Answer(activity => (string?)activity["name"] switch
        {
            "composeExtension/fetchTask" => Cards.Dialog("Gör till förslag", Cards.Card(
                [Cards.Text((string)activity["value"]!["messagePayload"]!["body"]!["content"]!), Cards.TextInput("place", "Plats")],
                [Cards.Submit("Spara", new() { ["nonce"] = "n1" })])),
            "composeExtension/submitAction" => Cards.DialogMessage("Förslaget är sparat som V1-08."),
            _ => null,
        });
        using MemberOverHttp anna = Teams.As(LocalTeamsServer.Anna);
        await anna.SendAsync(LocalTeamsServer.ChannelId, "Lampan vid torget är trasig", mention: false);
        IPage bo = await OpenAsync(LocalTeamsServer.Bo, "theme=contrast");
        ILocator dialog = bo.GetByRole(AriaRole.Dialog);

        await bo.GetByRole(AriaRole.Button, new() { Name = "Fler val för meddelandet" }).ClickAsync();
        await ScreenshotAsync(bo, "message-menu");
        await Button(bo, "Gör till förslag").ClickAsync();
        await Expect(dialog).ToContainTextAsync("Lampan vid torget är trasig");
        await dialog.GetByLabel("Plats").FillAsync("Torget");
        await ScreenshotAsync(bo, "message-dialog");
        await Button(dialog, "Spara").ClickAsync();
        await Expect(dialog).ToContainTextAsync("Förslaget är sparat som V1-08.");

        Assert.Equal("contrast", (string?)Bot.Activities[0]["value"]!["context"]!["theme"]);
        Assert.Equal("""{"nonce":"n1","place":"Torget"}""", Bot.Activities[1]["value"]!["data"]!.ToJsonString());
    }

    [Fact]
    public async Task Action_AnsweredWithACard_PutsItWhereTheMemberWrites()
    {
        Answer(activity => (string?)activity["name"] switch
        {
            "composeExtension/fetchTask" => Cards.Dialog("Ny", Cards.Card([Cards.TextInput("place", "Plats")], [Cards.Submit("Klar", [])])),
            _ => Cards.SearchResults(Result("V1-08 Torget")),
        });
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        ILocator open = anna.Locator("section.conversation:visible");

        await Button(open, "Använd PledgeBot").ClickAsync();
        await Button(open, "Nytt förslag").ClickAsync();
        await Button(anna.GetByRole(AriaRole.Dialog), "Klar").ClickAsync();

        await Expect(anna.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(open.Locator(".chosen li")).ToContainTextAsync("Kort: V1-08 Torget");
        Assert.Equal("compose", (string?)Bot.Activities[^1]["value"]!["commandContext"]);
    }

    private protected override void Configure(LocalTeamsOptions options) => options.ExtensionCommands.AddRange(
    [
        new("search", "Sök", ExtensionCommandType.Query) { Parameters = [new("text", "Förslag eller vandring")], InitialRun = true },
        new("create", "Nytt förslag", ExtensionCommandType.Action),
        new("makeProposal", "Gör till förslag", ExtensionCommandType.Action) { Contexts = [ExtensionContext.Message] },
    ]);

    private static JsonObject Result(string title) =>
        Cards.SearchResult(title, Cards.Card([Cards.Text(title)], [Cards.Execute("Rösta", "poll.vote")]));
}
