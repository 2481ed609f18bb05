using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PledgeBot.Tests.Browser;

namespace PledgeBot.Tests.DecisionRecords;

/// <summary>The page of a record in a browser: for everybody, on a phone, in the dark, on paper, and under the policy it is sent with.</summary>
public sealed class RecordPageBrowserTests(ChromiumFixture chromium)
{
    private const int Phone = 320;

    private static readonly AxeRunOptions Wcag21AA = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] },
    };

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, Phone)]
    [InlineData(ColorScheme.Dark, Phone)]
    public async Task Page_IsAccessible_AndNeverWiderThanItsWindow(ColorScheme scheme, int width)
    {
        await using RecordHost host = await RecordHost.StartAsync(PlayedDecisions.Everything());
        Uri address = await host.LinkAsync(A.RescueService);
        IBrowser browser = await chromium.StartAsync();
        await using IBrowserContext context = await browser.NewContextAsync(
            new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
        IPage page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.RequestFailed += (_, request) => complaints.Add(request.Url);

        IResponse? answer = await page.GotoAsync(address.AbsoluteUri);
        int scrollWidth = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        string background = await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");
        AxeResult checkedPage = await page.RunAxe(Wcag21AA);

        Assert.Equal(200, answer!.Status);
        Assert.True(scrollWidth <= width, $"The page is {scrollWidth} pixels wide in a window of {width}.");
        Assert.Equal(scheme == ColorScheme.Light ? "rgb(255, 255, 255)" : "rgb(20, 24, 28)", background);
        Assert.Empty(complaints);
        Assert.NotEmpty(checkedPage.Passes);
        Assert.Empty(checkedPage.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Empty(await context.CookiesAsync());
    }

    [Fact]
    public async Task Page_OnPaper_IsBlackOnWhiteWithTablesAsTables()
    {
        await using RecordHost host = await RecordHost.StartAsync(PlayedDecisions.Everything());
        Uri address = await host.LinkAsync(A.RescueService);
        IBrowser browser = await chromium.StartAsync();
        await using IBrowserContext context = await browser.NewContextAsync(new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = Phone, Height = 800 } });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        string colors = await page.EvaluateAsync<string>("(s => s.color + ' ' + s.backgroundColor)(getComputedStyle(document.documentElement))");
        string row = await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('tbody tr')).display");
        byte[] pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });

        Assert.Equal("rgb(0, 0, 0) rgb(255, 255, 255)", colors);
        Assert.Equal("table-row", row);
        Assert.InRange(pdf.Length, 10_000, 1024 * 1024);
    }
}
