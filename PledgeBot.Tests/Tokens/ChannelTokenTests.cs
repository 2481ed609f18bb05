using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PledgeBot.Tests.Messages;

using PledgeBot.Tests.TeamsMode;

namespace PledgeBot.Tests.Tokens;

/// <summary>What the channel sends comes in, in every form that the channel may choose.</summary>
public sealed class ChannelTokenTests(Stage stage) : IClassFixture<Stage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_FromTheChannel_IsHandledAndNothingIsLogged()
    {
        int lines = stage.Host.Log.All.Count;

        await AssertTakenAsync(stage.Token());

        Assert.Equal("hjälp", stage.Host.Handled[^1].Text);
        Assert.DoesNotContain(stage.Host.Log.All.Skip(lines), line => line.Level > LogLevel.Information);
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task Post_SchemeInAnotherCase_IsTheSameScheme(string scheme)
    {
        using HttpRequestMessage request = TeamsModeHost.Request($"{scheme} {stage.Token()}");

        Assert.Equal(HttpStatusCode.OK, (await stage.Host.PostAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task Post_TheOtherAlgorithmsOfTheChannel_AreTaken(string algorithm)
    {
        TestToken token = stage.Token();
        token.Header["alg"] = algorithm;
        token.Sign = bytes => stage.Provider.Key.Rsa.SignData(bytes, new HashAlgorithmName("SHA" + algorithm[2..]), RSASignaturePadding.Pkcs1);

        await AssertTakenAsync(token);
    }

    [Fact]
    public async Task Post_WithoutABeginning_IsTaken() => await AssertTakenAsync(stage.Token().With(token => token.Claims.Remove("nbf")));

    [Fact]
    public async Task Post_WithinTheSkew_IsTakenAtBothEnds()
    {
        await AssertTakenAsync(stage.Token().With(token =>
        {
            token.Claims["nbf"] = stage.Now.AddHours(-1).ToUnixTimeSeconds();
            token.Claims["exp"] = stage.Now.AddSeconds(-299).ToUnixTimeSeconds();
        }));
        await AssertTakenAsync(stage.Token().With(token => token.Claims["nbf"] = stage.Now.AddSeconds(300).ToUnixTimeSeconds()));
    }

    [Fact]
    public async Task Post_UnknownClaimsAndHeaders_AreLeftAlone() => await AssertTakenAsync(stage.Token().With(token =>
    {
        token.Header["x-new"] = 1;
        token.Claims["roles"] = new JsonArray("a", "b");
        token.Claims["ver"] = new JsonObject { ["of"] = "later" };
    }));

    [Fact]
    public async Task Post_AddressInAnotherCase_IsTheSameAddress() =>
        await AssertTakenAsync(stage.Token().With(token => token.Claims["serviceurl"] = TeamsModeHost.ServiceUrl.Replace("emea", "EMEA", StringComparison.Ordinal)));

    [Theory]
    [InlineData(null, TeamsModeHost.Tenant)]
    [InlineData(TeamsModeHost.Tenant, null)]
    [InlineData(TeamsModeHost.Tenant, "5A1B6C2D-0F3E-4A7B-9C8D-112233445566")]
    public async Task Post_TenantInEitherPlace_IsEnough(string? ofConversation, string? ofChannel)
    {
        JsonObject activity = TeamsModeHost.Activity();
        activity["conversation"]!["tenantId"] = ofConversation;
        activity["channelData"]!["tenant"]!["id"] = ofChannel;

        await AssertTakenAsync(stage.Token(), activity);
    }

    [Theory]
    [InlineData("5a1b6c2d-0f3e-4a7b-9c8d-112233445566", HttpStatusCode.OK)]
    [InlineData("66666666-0f3e-4a7b-9c8d-112233445566", HttpStatusCode.OK)]
    [InlineData("77777777-0f3e-4a7b-9c8d-112233445566", HttpStatusCode.Forbidden)]
    public async Task Post_SeveralTenantsAllowed_TakesThoseAndNoOthers(string tenant, HttpStatusCode expected)
    {
        await using var host = new TeamsModeHost(
            stage.Provider, ("Teams:AllowedTenants:0", TeamsModeHost.Tenant), ("Teams:AllowedTenants:1", "66666666-0F3E-4A7B-9C8D-112233445566"));
        JsonObject activity = TeamsModeHost.Activity();
        activity["conversation"]!["tenantId"] = tenant;
        activity["channelData"]!["tenant"]!["id"] = tenant;

        Assert.Equal(expected, (await host.PostAsync(host.Token(), activity)).StatusCode);
    }

    [Fact]
    public async Task Post_InAnotherCloud_IsHeldAgainstThatCloud()
    {
        const string Url = "https://smba.infra.gov.teams.microsoft.us/teams/";
        await using var host = new TeamsModeHost(stage.Provider, ("Teams:Cloud", "usgovernment"));
        JsonObject activity = TeamsModeHost.Activity();
        activity["serviceUrl"] = Url;
        TestToken token = host.Token().With(made =>
        {
            made.Claims["iss"] = "https://api.botframework.us";
            made.Claims["serviceurl"] = Url;
        });

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(token, activity)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(host.Token())).StatusCode);
    }

    [Fact]
    public async Task Post_IssuerOfTheSettings_IsTheOneBelieved()
    {
        await using var host = new TeamsModeHost(stage.Provider, ("Teams:TokenIssuer", "https://issuer.example"));

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(host.Token().With(token => token.Claims["iss"] = "https://issuer.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(host.Token())).StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_WithoutAToken_IsTurnedAwayBeforeItsBodyIsRead(bool lengthIsSaid)
    {
        using var content = new CountedContent(5 * 1024 * 1024, lengthIsSaid);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/nonsense");
        using HttpRequestMessage request = TeamsModeHost.Request(null);
        request.Content = content;

        HttpResponseMessage response = await stage.Host.PostAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.InRange(content.Taken, 0, 128 * 1024);
    }

    [Theory]
    [InlineData("inte JSON", HttpStatusCode.BadRequest)]
    [InlineData("""{ "serviceUrl": "https://smba.trafficmanager.net/" }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "type": "message" }""", HttpStatusCode.Forbidden)]
    public async Task Post_WithATokenAndNonsense_IsRefusedForTheNonsense(string body, HttpStatusCode expected)
    {
        using HttpRequestMessage request = TeamsModeHost.Request($"Bearer {stage.Token()}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        Assert.Equal(expected, (await stage.Host.PostAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/local-teams/api/state?member=x")]
    [InlineData("/local-teams/api/clock")]
    [InlineData("/_connector/v3/conversations")]
    public async Task Get_WhatLocalModeHas_IsNotThere(string path)
    {
        using HttpClient client = stage.Host.CreateClient();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Get_Health_NeedsNoTokenAndSaysOneWord()
    {
        using HttpClient client = stage.Host.CreateClient();

        HttpResponseMessage response = await client.GetAsync(new Uri("/healthz", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Healthy", await response.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task AssertTakenAsync(TestToken token, JsonObject? activity = null)
    {
        int handled = stage.Host.Handled.Count;

        HttpResponseMessage response = await stage.Host.PostAsync(token, activity);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(handled + 1, stage.Host.Handled.Count);
    }
}
