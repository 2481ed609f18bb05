using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PledgeBot.Tests.Browser;

namespace PledgeBot.Tests.LegalPages;

/// <summary>The legal pages in a browser: for everybody, on a phone, in the dark, and with nothing but what the page brings.</summary>
public sealed class LegalPagesBrowserTests(ChromiumFixture chromium)
{
    private const int Phone = 320;

    private static readonly AxeRunOptions Wcag21AA = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
    };

    [Theory]
    [InlineData("/privacy", ColorScheme.Light, 1280)]
    [InlineData("/privacy", ColorScheme.Dark, Phone)]
    [InlineData("/terms", ColorScheme.Light, Phone)]
    [InlineData("/support", ColorScheme.Dark, 1280)]
    [InlineData("/en/privacy", ColorScheme.Light, Phone)]
    [InlineData("/en/support", ColorScheme.Dark, Phone)]
    public async Task Page_IsAccessible_AndNeverWiderThanItsWindow(string path, ColorScheme scheme, int width)
    {
        await using LegalPagesHost host = await LegalPagesHost.StartAsync(
            ("Municipality", "Tomelilla kommun"), ("ContactMailbox", "trygghetssamordnaren.och.hela.gruppen@tomelilla-kommun.example"));
        IBrowser browser = await chromium.StartAsync();
        await using IBrowserContext context = await browser.NewContextAsync(
            new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
        IPage page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.RequestFailed += (_, request) => complaints.Add(request.Url);

        await page.GotoAsync(new Uri(host.Address, path).AbsoluteUri);
        int scrollWidth = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        string background = await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");
        AxeResult checkedPage = await page.RunAxe(Wcag21AA);

        Assert.True(scrollWidth <= width, $"The page is {scrollWidth} pixels wide in a window of {width}.");
        Assert.Equal(scheme == ColorScheme.Light ? "rgb(255, 255, 255)" : "rgb(20, 24, 28)", background);
        Assert.Empty(complaints);
        Assert.NotEmpty(checkedPage.Passes);
        Assert.Empty(checkedPage.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Empty(await context.CookiesAsync());
    }
}
