using Microsoft.Playwright;
using PledgeBot.LocalTeams;
using PledgeBot.LocalTeams.Extension;
using PledgeBot.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>The page on a small and a large screen, in every theme.</summary>
public sealed class PageLooksTests(ChromiumFixture chromium) : PageTest(chromium)
{
    [Theory]
    [InlineData(320, "light")]
    [InlineData(320, "dark")]
    [InlineData(320, "contrast")]
    [InlineData(1200, "light")]
    [InlineData(1200, "dark")]
    [InlineData(1200, "contrast")]
    public async Task Page_NarrowOrWide_NeverScrollsSideways(int width, string theme)
    {
        Answer(activity => (string?)activity["name"] switch
        {
            "composeExtension/query" => Cards.SearchResults(
                Cards.SearchResult("V1-01 Gångtunneln vid stationen i Tomelilla", Showcase.Poll()),
                Cards.SearchResult("V1-02 Samhällsbyggnadsförvaltningsparkeringen", Showcase.Poll())),
            "composeExtension/fetchTask" => Cards.Dialog("Gör meddelandet till ett förslag från en vandring", Showcase.Poll()),
            _ => null,
        });
        await Showcase.FillAsync(Bot, Teams);
        IPage anna = await OpenAsync(LocalTeamsServer.Anna, "theme=" + theme);
        await anna.SetViewportSizeAsync(width, 720);
        await Expect(anna.GetByText("Rösta på två förslag")).ToBeVisibleAsync();
        await LookAsync("poll");
        await anna.GetByText("Löftet 2020").ScrollIntoViewIfNeededAsync();
        await LookAsync("status");

        await anna.Locator("article").First.GetByRole(AriaRole.Button, new() { Name = "Fler val för meddelandet" }).ClickAsync();
        await LookAsync("menu");
        await Button(anna, "Gör till förslag").ClickAsync();
        await Expect(anna.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await LookAsync("dialog");
        await anna.Keyboard.PressAsync("Escape");

        await Button(anna.Locator("section.conversation:visible .composer-place"), "Använd PledgeBot").ClickAsync();
        await Expect(anna.Locator(".extension-result")).ToHaveCountAsync(2);
        await LookAsync("extension");
        await anna.Locator(".extension-result").Last.ClickAsync();
        await LookAsync("chosen");

        await Button(anna, "Hantera Trygghet").ClickAsync();
        await LookAsync("manage");
        await anna.Keyboard.PressAsync("Escape");
        if (width == 320)
        {
            await anna.GetByText("Samtal", new() { Exact = true }).ClickAsync();
            await LookAsync("places");
        }

        await GoToAsync(anna, "Löftet");
        await LookAsync("empty-team");

        async Task LookAsync(string what)
        {
            await ScreenshotAsync(anna, $"{what}-{width}-{theme}");
            Assert.True(await OverflowAsync(anna) == 0, $"{what} scrolls sideways.");
        }
    }

    [Theory]
    [InlineData("theme=light", "rgb(244, 244, 242)")]
    [InlineData("theme=dark", "rgb(23, 24, 27)")]
    [InlineData("theme=contrast", "rgb(0, 0, 0)")]
    public async Task Theme_InTheAddress_GoesBeforeTheComputers(string query, string ground)
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna, query);
        await anna.EmulateMediaAsync(new() { ColorScheme = query == "theme=light" ? ColorScheme.Dark : ColorScheme.Light });

        Assert.Equal(ground, await anna.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task Theme_ChosenOnThePage_StaysWhenTheVisitorBecomesAnother()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);

        await anna.GetByLabel("Utseende").SelectOptionAsync("Hög kontrast");
        await Expect(anna.Locator("html")).ToHaveAttributeAsync("data-theme", "contrast");
        await anna.GetByLabel("Du är").SelectOptionAsync("29:bo");

        await Expect(anna).ToHaveTitleAsync("Trygghet · Bo Lind · PledgeBot lokalt");
        await Expect(anna.Locator("html")).ToHaveAttributeAsync("data-theme", "contrast");
    }

    private protected override void Configure(LocalTeamsOptions options)
    {
        options.ExtensionCommands.AddRange(
        [
            new("search", "Sök", ExtensionCommandType.Query) { Parameters = [new("text", "Förslag eller vandring")], InitialRun = true },
            new("makeProposal", "Gör till förslag", ExtensionCommandType.Action) { Contexts = [ExtensionContext.Message] },
        ]);
        options.FurtherTeams.Add(new("exempel", "Medborgarlöftet i Exempelköping", ["Löftet", "Samhällsbyggnadsförvaltningen"], [LocalTeamsServer.Anna, LocalTeamsServer.Cia]));
        options.GroupChats.Add(new("plan", "Planering inför höstens vandringar", [LocalTeamsServer.Anna, LocalTeamsServer.Bo]));
    }
}
