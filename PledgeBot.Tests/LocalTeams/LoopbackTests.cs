using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace PledgeBot.Tests.LocalTeams;

public sealed class LoopbackTests : LocalTeamsTest
{
    [Theory]
    [InlineData("/")]
    [InlineData("/local-teams/page/page.js")]
    [InlineData("/local-teams/api/state?member=29:anna")]
    [InlineData("/local-teams/api/changes?member=29:anna")]
    [InlineData("/local-teams/api/attachments/any?member=29:anna")]
    [InlineData("/local-teams/files/any")]
    [InlineData("/local-teams/connector/v3/teams/19%3Alocal-team%40thread.tacv2")]
    public async Task Get_ThroughAForeignName_IsForbidden(string path)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, path, ("Host", "evil.example"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Post_FromAnotherPage_IsForbidden(string header, string value)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Post, "/local-teams/api/messages?member=29:anna", (header, value));
        using HttpResponseMessage connector = await SendAsync(HttpMethod.Post, "/local-teams/connector/v3/conversations", (header, value));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (response.StatusCode, connector.StatusCode));
        Assert.Empty(Bot.Activities);
    }

    [Fact]
    public async Task Post_FromTheOwnPage_IsLetIn()
    {
        using HttpResponseMessage response = await SendAsync(
            HttpMethod.Post,
            "/local-teams/api/messages?member=29:anna",
            ("Origin", Teams.Address.GetLeftPart(UriPartial.Authority)),
            ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Changes_FromAnotherPage_AreForbidden()
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", "http://evil.example");
        var address = new UriBuilder(new Uri(Teams.Address, "/local-teams/api/changes?member=29:anna")) { Scheme = "ws" };

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address.Uri, Cancellation));

        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task Page_WithoutAMember_BecomesTheFirst()
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, "/");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("/?member=29%3Aanna", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Page_OfAMember_RunsNoForeignScript()
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, "/?member=29:anna");

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        string html = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vendor/adaptivecards.js", "text/javascript")]
    [InlineData("vendor/markdown-it.js", "text/javascript")]
    [InlineData("card.css", "text/css")]
    [InlineData("icon.svg", "image/svg+xml")]
    public async Task Page_ItsFiles_LieInTheAssembly(string file, string type)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, "/local-teams/page/" + file);

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(method, new Uri(Teams.Address, path));
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent(
                $$"""{"conversation":"{{LocalTeamsServer.ChannelId}}","text":"Hej"}""",
                Encoding.UTF8,
                "application/json");
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request, Cancellation);
    }
}
