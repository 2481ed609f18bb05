using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Options;
using PledgeBot.Tests.Running;

namespace PledgeBot.Tests.LegalPages;

/// <summary>The pages about personal data, terms and help, which Teams links to.</summary>
public sealed class LegalPagesTests
{
    private static readonly (string, string)[] Tomelilla =
    [
        ("Municipality", "Tomelilla kommun"),
        ("PoliceArea", "lokalpolisområde Ystad"),
        ("ContactMailbox", "trygghet@tomelilla.example"),
        ("DataProtectionMailbox", "dso@tomelilla.example"),
    ];

    public static TheoryData<string, string> Pages => new()
    {
        { "/privacy", "sv" },
        { "/terms", "sv" },
        { "/support", "sv" },
        { "/en/privacy", "en" },
        { "/en/terms", "en" },
        { "/en/support", "en" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_WithoutLogin_IsWholeSemanticHtmlInItsLanguage(string path, string language)
    {
        await using LegalPagesHost host = await LegalPagesHost.StartAsync(Tomelilla);

        using HttpResponseMessage answer = await host.GetAsync(path);
        IHtmlDocument page = Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(language, Assert.Single(answer.Content.Headers.ContentLanguage));
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(page.Title, Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Equal(path, Assert.Single(page.QuerySelectorAll("nav a[aria-current=page]")).GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("script, [style], style, form, iframe, img"));
        Assert.DoesNotContain("{0}", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tomelilla kommun", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("a"), link => link.GetAttribute("href") == "mailto:trygghet@tomelilla.example");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Headers_LetNothingElseIn(string path, string language)
    {
        await using LegalPagesHost host = await LegalPagesHost.StartAsync(Tomelilla);

        using HttpResponseMessage answer = await host.GetAsync(path);

        Assert.Equal(
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Set-Cookie"), $"{path} ({language}) sets a cookie.");
        Assert.Equal(new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromHours(1) }, answer.Headers.CacheControl);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_EveryWayOn_LeadsSomewhere(string path, string language)
    {
        await using LegalPagesHost host = await LegalPagesHost.StartAsync();
        IHtmlDocument page = Parse(await host.ReadAsync(path));

        string[] links = [.. page.QuerySelectorAll("a[href^='/'], link[href^='/']").Select(link => link.GetAttribute("href")!)];

        Assert.NotEmpty(links);
        foreach (string link in links)
        {
            using HttpResponseMessage answer = await host.GetAsync(link);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} ({language}) links to {link}, which answers {answer.StatusCode}.");
        }

        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Page_AskedForAgain_IsNotSentAgain()
    {
        await using LegalPagesHost host = await LegalPagesHost.StartAsync();
        using HttpResponseMessage first = await host.GetAsync("/privacy");
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri("/privacy", UriKind.Relative));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using HttpResponseMessage second = await host.Http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Page_OtherMethods_AreNotTaken()
    {
        await using LegalPagesHost host = await LegalPagesHost.StartAsync();
        using var head = new HttpRequestMessage(HttpMethod.Head, new Uri("/terms", UriKind.Relative));
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri("/terms", UriKind.Relative));

        using HttpResponseMessage taken = await host.Http.SendAsync(head, TestContext.Current.CancellationToken);
        using HttpResponseMessage refused = await host.Http.SendAsync(post, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_WhenNothingIsSet_SaysSensibleThingsWithoutNames(string path, string language)
    {
        await using LegalPagesHost host = await LegalPagesHost.StartAsync();

        IHtmlDocument page = Parse(await host.ReadAsync(path));

        Assert.Contains(language == "sv" ? "Fråga trygghetssamordnaren" : "Ask the safety coordinator", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a[href^='mailto:']"));
        Assert.DoesNotMatch(new Regex(@" ,|\(\)|\.\.|  ", RegexOptions.None, TimeSpan.FromSeconds(1)), string.Join(' ', page.QuerySelectorAll("p, dd, li").Select(element => element.TextContent)));
    }

    [Fact]
    public async Task Names_WithMarkupInThem_AreShownAsTheyAreWritten()
    {
        await using LegalPagesHost host = await LegalPagesHost.StartAsync(("Municipality", "<script>alert(1)</script> & kommun"));

        IHtmlDocument page = Parse(await host.ReadAsync("/privacy"));

        Assert.Empty(page.Scripts);
        Assert.Contains("<script>alert(1)</script> & kommun är personuppgiftsansvarig", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ContactMailbox", "ring oss")]
    [InlineData("DataProtectionMailbox", "ring oss")]
    public async Task Mailbox_ThatIsNone_StopsTheStart(string name, string value) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => LegalPagesHost.StartAsync((name, value)));

    [Theory]
    [InlineData("/privacy", "sv", "personuppgiftsansvarig", "registreringsskyltar", "allmänna handlingar", "rättade", "imy.se", "Din röst", "Gör till förslag")]
    [InlineData("/terms", "sv", "114 14", "112", "orosanmälan till socialtjänsten", "sekretess", "personuppgifter om invånare", "gruppens förslag", "allmän handling")]
    [InlineData("/support", "sv", "Anmäl ett fel", "trygghetssamordnaren", "hjälp", "foto V1-03", "Tillgänglighet", "114 14")]
    [InlineData("/en/terms", "en", "114 14", "112", "report of concern to the social services", "citizen promise")]
    public async Task Page_SaysWhatItHasTo(string path, string language, params string[] words)
    {
        await using LegalPagesHost host = await LegalPagesHost.StartAsync(Tomelilla);

        IHtmlDocument page = Parse(await host.ReadAsync(path));

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.All(words, word => Assert.Contains(word, page.Body!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Program_InLocalMode_ServesThePagesForItsDemo()
    {
        await using StartedProgram program = await StartedProgram.StartAsync();

        IHtmlDocument page = Parse(await program.Http.GetStringAsync(new Uri("privacy", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Contains("Tomelilla kommun är personuppgiftsansvarig", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Polisen, lokalpolisområde Ystad,", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("a"), link => link.GetAttribute("href") == "mailto:trygghet@example.se");
        Assert.DoesNotContain("warn:", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_InTeamsMode_ServesThePagesWithoutLogin()
    {
        // Where its issuer's keys would be, nobody listens: nothing leaves this machine.
        await using StartedProgram program = await StartedProgram.StartInTeamsModeAsync(
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("MicrosoftAppId", "7b9f0c1e-2a34-4c56-8d78-9e0f1a2b3c4d"),
            ("MicrosoftAppTenantId", "5a1b6c2d-0f3e-4a7b-9c8d-112233445566"),
            ("MicrosoftAppPassword", "hemligt"),
            ("Teams__OpenIdMetadata", "https://127.0.0.1:1/"),
            ("PublicPages__Municipality", "Ystads kommun"));

        IHtmlDocument page = Parse(await program.Http.GetStringAsync(new Uri("privacy", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Contains("Ystads kommun är personuppgiftsansvarig", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Tomelilla", page.Body.TextContent, StringComparison.Ordinal);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
