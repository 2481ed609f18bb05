using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PledgeBot.LocalTeams;
using PledgeBot.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>The page in a real browser, against a bot that is not PledgeBot. The page may complain of nothing.</summary>
public abstract class PageTest(ChromiumFixture chromium) : IAsyncLifetime
{
    private readonly List<string> _complaints = [];
    private readonly FakeClock _clock = new();

    private protected FakeClock Clock => _clock;

    private protected TestBot Bot { get; private set; } = null!;

    private protected LocalTeamsServer Teams { get; private set; } = null!;

    private protected IBrowserContext Browser { get; private set; } = null!;

    /// <summary>Gets whether a stopped program, of which browsers complain too, is part of the test.</summary>
    private protected virtual bool MayStop => false;

    public async ValueTask InitializeAsync()
    {
        IBrowser browser = await chromium.StartAsync();
        Bot = await TestBot.StartAsync();
        Teams = await LocalTeamsServer.StartAsync(Bot, _clock.Time, _clock, Configure);
        Browser = await browser.NewContextAsync(new() { Locale = "sv-SE" });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
            await Teams.DisposeAsync();
            await Bot.DisposeAsync();
            Assert.Empty(_complaints);
        }

        GC.SuppressFinalize(this);
    }

    private protected virtual void Configure(LocalTeamsOptions options)
    {
    }

    /// <summary>Stops the stand-in and starts it again, empty, on the same address.</summary>
    private protected async Task RestartAsync(Func<Task> whileStopped)
    {
        Uri address = Teams.Address;
        await Teams.DisposeAsync();
        await whileStopped();
        Teams = await LocalTeamsServer.StartAsync(Bot, _clock.Time, _clock, Configure, address);
    }

    /// <summary>Opens the page as a member.</summary>
    /// <param name="member">Who.</param>
    /// <param name="query">What else stands in the address, such as <c>chat=personal</c> or <c>theme=contrast</c>.</param>
    /// <param name="prepare">What is done to the tab before the page is in it.</param>
    private protected async Task<IPage> OpenAsync(LocalMember member, string query = "", Func<IPage, Task>? prepare = null)
    {
        IPage page = await Browser.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning"
                && !(MayStop && message.Text.Contains("net::ERR_CONNECTION_REFUSED", StringComparison.Ordinal)))
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
        if (prepare is not null)
        {
            await prepare(page);
        }

        await page.GotoAsync(new Uri(Teams.Address, $"/?member={Uri.EscapeDataString(member.Id)}&{query}").AbsoluteUri);
        await Expect(page.Locator("section.conversation:visible")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Goes to a conversation of the member's.</summary>
    private protected static Task GoToAsync(IPage page, string conversation) =>
        page.GetByRole(AriaRole.Navigation).GetByText(conversation, new() { Exact = true }).ClickAsync();

    /// <summary>Finds a button by its whole name.</summary>
    private protected static ILocator Button(ILocator where, string name) => where.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <inheritdoc cref="Button(ILocator, string)"/>
    private protected static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Sends a message to the first team's channel as the bot.</summary>
    private protected Task<string> SendToChannelAsync(JsonObject message) => Bot.SendAsync(Teams.ServiceUrl, LocalTeamsServer.ChannelId, message);

    /// <summary>Makes the bot's answer to everything.</summary>
    private protected void Answer(Func<JsonObject, JsonNode?> answer) =>
        Bot.Answer = activity => Task.FromResult<(int, JsonNode?)>((200, answer(activity)));

    /// <summary>How far a page scrolls sideways: nothing, if it is as it should be.</summary>
    private protected static Task<int> OverflowAsync(IPage page) => page.EvaluateAsync<int>(
        "Math.max(...[document.documentElement, ...document.querySelectorAll('.messages, dialog[open], dialog[open] .dialog-body, .extension-results, aside')].map(e => e.scrollWidth - e.clientWidth))");

    /// <summary>Pictures for the eye, written only when a folder is named for them.</summary>
    private protected static async Task ScreenshotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PLEDGEBOT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }
}
