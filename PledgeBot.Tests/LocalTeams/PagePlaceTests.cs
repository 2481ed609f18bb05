using Microsoft.Playwright;
using PledgeBot.LocalTeams;
using PledgeBot.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>Several places on the page, and what members do to them there.</summary>
public sealed class PagePlaceTests(ChromiumFixture chromium) : PageTest(chromium)
{
    private static readonly LocalMember Dag = new("29:dag", "0c1d2e3f-1111-4222-8333-944455566604", "Dag Ström", "Samordnare · Exempelköping");

    [Fact]
    public async Task AddApp_InAnEmptyTeam_OpensTheWayToTheBot()
    {
        Bot.Answer = async activity =>
        {
            if ((string?)activity["type"] == "installationUpdate")
            {
                await Bot.SendAsync(Teams.ServiceUrl, (string)activity["conversation"]!["id"]!, Cards.Message("Hej på er!"));
            }

            return (200, null);
        };
        IPage dag = await OpenAsync(Dag);
        ILocator open = dag.Locator("section.conversation:visible");

        await Expect(open).ToContainTextAsync("PledgeBot finns inte i det här teamet");
        await Expect(Button(open, "@PledgeBot")).ToHaveCountAsync(0);
        await ScreenshotAsync(dag, "empty-team");
        await Button(open, "Lägg till appen").ClickAsync();

        await Expect(open.Locator("article")).ToContainTextAsync("Hej på er!");
        await Expect(Button(open, "@PledgeBot")).ToBeVisibleAsync();
        await Expect(open).Not.ToContainTextAsync("PledgeBot finns inte");
        Assert.Equal("19:local-exempel-1@thread.tacv2", (string?)Bot.Activities[0]["channelData"]!["settings"]!["selectedChannel"]!["id"]);
    }

    [Fact]
    public async Task RemoveApp_FromTheTeam_IsDoneWhereThePlaceIsManaged()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        IPage bo = await OpenAsync(LocalTeamsServer.Bo);

        await Button(anna, "Hantera Trygghet").ClickAsync();
        await Button(anna.GetByRole(AriaRole.Dialog), "Ta bort appen").ClickAsync();
        await Expect(Button(anna.GetByRole(AriaRole.Dialog), "Lägg till appen")).ToBeVisibleAsync();
        await ScreenshotAsync(anna, "manage");

        await Expect(bo.Locator("section.conversation:visible")).ToContainTextAsync("PledgeBot finns inte i det här teamet");
        Assert.Equal("remove", (string?)(await Bot.WaitForActivitiesAsync(2))[1]["action"]);
    }

    [Fact]
    public async Task Member_AddedAndRemovedAgain_SeesTheTeamComeAndGo()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        IPage dag = await OpenAsync(Dag);
        await SendToChannelAsync(Cards.Message("Veckostatus"));
        ILocator team = dag.GetByRole(AriaRole.Navigation).GetByText("Trygghet", new() { Exact = true });
        await Expect(team).ToHaveCountAsync(0);

        await Button(anna, "Hantera Trygghet").ClickAsync();
        ILocator manage = anna.GetByRole(AriaRole.Dialog);
        await manage.GetByLabel("Ny medlem").SelectOptionAsync("29:dag");
        await Button(manage.Locator("form").First, "Lägg till").ClickAsync();
        await team.ClickAsync();
        await Expect(dag.Locator("section.conversation:visible article")).ToContainTextAsync("Veckostatus");

        await Button(manage, "Ta bort Dag Ström").ClickAsync();
        await Expect(team).ToHaveCountAsync(0);
        await Expect(dag.GetByText("Veckostatus")).ToHaveCountAsync(0);
        await Expect(dag.Locator("section.conversation:visible")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Channel_CreatedRenamedAndDeleted_IsSeenByAllWithoutReloading()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        IPage bo = await OpenAsync(LocalTeamsServer.Bo);
        ILocator places = bo.GetByRole(AriaRole.Navigation);
        await bo.GetByLabel("Nytt inlägg i Trygghet").FillAsync("halvskrivet");
        await Button(anna, "Hantera Trygghet").ClickAsync();
        ILocator manage = anna.GetByRole(AriaRole.Dialog);

        await manage.GetByLabel("Ny kanal").FillAsync("Vandringar");
        await anna.Keyboard.PressAsync("Enter");
        await Expect(places.GetByText("Vandringar")).ToBeVisibleAsync();
        await Button(manage, "Byt namn på Vandringar").ClickAsync();
        await manage.GetByLabel("Nytt namn").FillAsync("Promenader");
        await anna.Keyboard.PressAsync("Enter");
        await Expect(places.GetByText("Promenader")).ToBeVisibleAsync();
        await Button(manage, "Ta bort Promenader").ClickAsync();
        await Expect(places.GetByText("Promenader")).ToHaveCountAsync(0);
        await Expect(manage).ToContainTextAsync("Promenader (borttagen)");

        await Expect(bo.GetByLabel("Nytt inlägg i Trygghet")).ToHaveValueAsync("halvskrivet");
    }

    [Fact]
    public async Task Block_TheBot_ClosesTheChat()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna, "chat=personal");
        ILocator chat = anna.Locator("section.conversation:visible");

        await Button(anna, "Hantera PledgeBot").ClickAsync();
        await Button(anna.GetByRole(AriaRole.Dialog), "Blockera").ClickAsync();
        await Expect(Button(anna.GetByRole(AriaRole.Dialog), "Sluta blockera")).ToBeVisibleAsync();
        await anna.Keyboard.PressAsync("Escape");

        await Expect(chat).ToContainTextAsync("Du har blockerat PledgeBot");
        await Expect(anna.GetByLabel("Meddelande till PledgeBot")).ToHaveCountAsync(0);
        await Button(chat, "Sluta blockera").ClickAsync();
        await Expect(anna.GetByLabel("Meddelande till PledgeBot")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task GroupChat_WithTheApp_IsTalkedInByItsMembers()
    {
        Bot.Answer = async activity =>
        {
            await Bot.SendAsync(Teams.ServiceUrl, (string)activity["conversation"]!["id"]!, Cards.Message("Hej i gruppen"));
            return (200, null);
        };
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);
        IPage bo = await OpenAsync(LocalTeamsServer.Bo);

        await GoToAsync(anna, "Planering");
        await anna.GetByLabel("Meddelande till Planering").FillAsync("hjälp");
        await anna.Keyboard.PressAsync("Enter");

        await GoToAsync(bo, "Planering");
        await Expect(bo.Locator("section.conversation:visible article")).ToHaveCountAsync(2);
        await Expect(bo.Locator("section.conversation:visible article").Last).ToContainTextAsync("Hej i gruppen");
        await Expect(bo.Locator("section.conversation:visible .thread")).ToHaveCountAsync(0);
        Assert.Equal("groupChat", (string?)Bot.Activities[0]["conversation"]!["conversationType"]);
    }

    [Fact]
    public async Task Team_Archived_CanBeReadOnly()
    {
        IPage anna = await OpenAsync(LocalTeamsServer.Anna);

        await Button(anna, "Hantera Trygghet").ClickAsync();
        await Button(anna.GetByRole(AriaRole.Dialog), "Arkivera").ClickAsync();
        await Expect(Button(anna.GetByRole(AriaRole.Dialog), "Ta ur arkivet")).ToBeVisibleAsync();
        await anna.Keyboard.PressAsync("Escape");

        await Expect(anna.Locator("section.conversation:visible")).ToContainTextAsync("Teamet är arkiverat.");
        await Expect(anna.GetByLabel("Nytt inlägg i Trygghet")).ToHaveCountAsync(0);
    }

    private protected override void Configure(LocalTeamsOptions options)
    {
        options.FurtherTeams.Add(new("exempel", "Medborgarlöftet i Exempelköping", ["Löftet"], [Dag]));
        options.GroupChats.Add(new("plan", "Planering", [LocalTeamsServer.Anna, LocalTeamsServer.Bo], HasApp: true));
    }
}
