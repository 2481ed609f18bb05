using System.Reflection;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PledgeBot.LocalTeams;
using PledgeBot.Tests.Browser;

namespace PledgeBot.Tests.Gallery;

/// <summary>Every look of the gallery's cards in Microsoft's renderer, in a browser as narrow as the smallest phone.</summary>
public sealed class CardRenderingTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Host = "http://gallery.invalid";
    private const int NarrowestWidth = 320;
    private const int MostTold = 12;

    private static readonly string[] Rules = ["aria-input-field-name", "button-name", "empty-heading", "image-alt", "label", "link-name", "select-name"];

    private readonly List<string> _complaints = [];
    private GalleryCard[] _cards = [];
    private IBrowserContext _context = null!;
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        IBrowser browser = await chromium.StartAsync();
        _cards = [.. (await CardGallery.OpenAsync()).Cards.DistinctBy(card => card.Look())];
        _context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = NarrowestWidth, Height = 900 } });
        _page = await _context.NewPageAsync();
        _page.Console += (_, message) => _complaints.Add(message.Text);
        _page.PageError += (_, error) => _complaints.Add(error);
        await _page.RouteAsync("**/*", ServeAsync);
        await _page.GotoAsync(Host + "/gallery/gallery.html");
        Assert.Equal(_cards.Length, await _page.EvaluateAsync<int>("() => gallery.load()"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
        {
            await _context.DisposeAsync();
        }
    }

    [Fact]
    public async Task EveryCard_AgainstTheSchemaAndInTheRenderer_HasNoFaults()
    {
        Found[] found = await AskAsync("gallery.faults()");

        AssertNothing(found.SelectMany(card => card.Faults.Select(fault => (fault, NameOf(card)))));
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task EveryCard_OnTheNarrowestPhone_NeitherScrollsSidewaysNorCutsWords()
    {
        Found[] found = await AskAsync("gallery.wide()");

        AssertNothing(found.Select(card => (string.Join("; ", card.Texts), NameOf(card))));
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task EveryLook_InLightAndDark_HasContrastAndCanBeHeard(ColorScheme theme)
    {
        await _page.EmulateMediaAsync(new() { ColorScheme = theme });

        AxeResult result = await ExamineAsync([.. Rules, "color-contrast"]);

        AssertNoViolations(result);
        Assert.Contains(result.Passes, rule => rule.Id == "color-contrast");
    }

    // There the colours are the reader's own, so what is to be seen is that no text keeps others.
    [Fact]
    public async Task EveryLook_InHighContrast_KeepsTheReadersColours()
    {
        await _page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });

        AssertNoViolations(await ExamineAsync(Rules));
        Assert.Empty(await _page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('body *')].filter(e => getComputedStyle(e).forcedColorAdjust !== 'auto').map(e => e.outerHTML)"));
    }

    private async Task<AxeResult> ExamineAsync(IEnumerable<string> rules)
    {
        int[] looks = [.. EveryLookOnce()];
        Assert.Equal(looks.Length, await _page.EvaluateAsync<int>("numbers => gallery.show(numbers)", looks));
        AxeResult result = await _page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Rules([.. rules]) });
        Assert.Empty(_complaints);
        return result;
    }

    private static void AssertNoViolations(AxeResult result) => AssertNothing(result.Violations.SelectMany(
        rule => rule.Nodes.Select(node => ($"{rule.Id}: {string.Join(' ', node.Any.Select(check => check.Message))}", node.Html))));

    /// <summary>Chooses cards that together have every look that an element of any card has.</summary>
    private IEnumerable<int> EveryLookOnce()
    {
        HashSet<string> seen = [];
        for (int number = 0; number < _cards.Length; number++)
        {
            string[] looks = [.. _cards[number].Elements().Select(LookOf)];
            if (!seen.IsSupersetOf(looks))
            {
                seen.UnionWith(looks);
                yield return number;
            }
        }
    }

    private static string LookOf(JsonElement element) => string.Join('|', element.EnumerateObject()
        .Where(property => property.Name is "type" or "style" or "color" or "isSubtle" or "size" or "weight" or "isMultiline" or "isMultiSelect" or "isRequired")
        .Select(property => $"{property.Name}={property.Value}"));

    private string NameOf(Found card) => _cards[card.Number].Name;

    private async Task<Found[]> AskAsync(string question) =>
        JsonSerializer.Deserialize<Found[]>(
            await _page.EvaluateAsync<string>($"() => JSON.stringify({question})"), JsonSerializerOptions.Web)!;

    private static void AssertNothing(IEnumerable<(string Problem, string Card)> problems)
    {
        string[] told =
        [
            .. problems.GroupBy(found => found.Problem, found => found.Card, StringComparer.Ordinal)
                .Select(found => $"{found.Key} [{found.Count()}: {found.First()}]"),
        ];
        Assert.True(told.Length == 0, $"{told.Length} problems:\n{string.Join('\n', told.Take(MostTold))}");
    }

    private async Task ServeAsync(IRoute route)
    {
        string path = new Uri(route.Request.Url).AbsolutePath;
        string file = Path.GetFileName(path);
        if (path == "/gallery/cards.json")
        {
            await route.FulfillAsync(new() { ContentType = "application/json", Body = $"[{string.Join(',', _cards.Select(card => card.Json.GetRawText()))}]" });
        }
        else if (path.StartsWith("/gallery/", StringComparison.Ordinal))
        {
            await route.FulfillAsync(new() { ContentType = TypeOf(file), Body = Repository.Read("PledgeBot.Tests", "Gallery", file) });
        }
        else if (PageFile(path) is { } content)
        {
            await route.FulfillAsync(new() { ContentType = TypeOf(file), BodyBytes = content });
        }
        else
        {
            await route.FulfillAsync(new() { Status = path == "/favicon.ico" ? 204 : 404 });
        }
    }

    /// <summary>Gets a file of the stand-in's page, which lies in its assembly.</summary>
    private static byte[]? PageFile(string path)
    {
        Assembly assembly = typeof(LocalTeamsOptions).Assembly;
        using Stream? stream = assembly.GetManifestResourceStream(path.Replace("/local-teams/", "", StringComparison.Ordinal));
        if (stream is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        _ => "text/javascript; charset=utf-8",
    };

    private sealed record Found(int Number)
    {
        public string[] Faults { get; init; } = [];

        public string[] Texts { get; init; } = [];
    }
}
