using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.Teams;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Connector.Credentials;
using PledgeBot.Teams.Messages;
using PledgeBot.Tests.Activities;

namespace PledgeBot.Tests.Connector;

/// <summary>The credentials and the client as the host puts them together, between an identity platform and a connector in memory.</summary>
public sealed class ConnectorCredentialsTests : IDisposable
{
    private const string Secret = "s3cret~of-the_bot";

    private readonly RecordingConnector _platform = new();
    private readonly RecordingConnector _connector = new();
    private readonly EverythingLogged _log = new();
    private readonly ServiceProvider _services;

    public ConnectorCredentialsTests()
    {
        var services = new ServiceCollection();
        services
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log))
            .AddSingleton<TimeProvider>(new FakeTimeProvider(A.Noon))
            .AddTeams(new TeamsOptions { ServiceUrls = ServiceUrlPolicy.For(TeamsCloud.Public), Apology = _ => "" })
            .AddConnectorCredentials(new ConnectorCredentialOptions
            {
                AppId = Guid.NewGuid().ToString(),
                TenantId = "tomelilla.se",
                Authority = "https://login.test.example",
                ClientSecret = Secret,
            });
        services.AddHttpClient(ConnectorCredentialsServiceCollectionExtensions.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => _platform);
        services.AddHttpClient(nameof(ConnectorClient)).ConfigurePrimaryHttpMessageHandler(() => _connector);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Send_ManyTimes_AsksForOneToken()
    {
        PlatformGives("first-token");
        for (int number = 0; number < 20; number++)
        {
            _connector.Answers(HttpStatusCode.Created);
            await SendAsync("a:" + number);
        }

        Assert.Single(_platform.Requests);
        Assert.All(_connector.Requests, request => Assert.Equal("Bearer first-token", request.Authorization));
        AssertNothingSecretWasLogged();
    }

    [Fact]
    public async Task Send_TheConnectorRefusesTheToken_GoesOnWithANewOne()
    {
        PlatformGives("first-token");
        PlatformGives("second-token");
        _connector.Answers(HttpStatusCode.Unauthorized);
        _connector.Answers(HttpStatusCode.Created);
        _connector.Answers(HttpStatusCode.Created);

        await SendAsync("a:1");
        await SendAsync("a:2");

        Assert.Equal(["Bearer first-token", "Bearer second-token", "Bearer second-token"], _connector.Requests.Select(request => request.Authorization));
        Assert.Equal(2, _platform.Requests.Count);
        AssertNothingSecretWasLogged();
    }

    [Fact]
    public async Task Send_ThePlatformRefusesTheSecret_SendsNothing()
    {
        _platform.Answers(HttpStatusCode.Unauthorized, $$"""{"error":"invalid_client","error_description":"AADSTS7000222: '{{Secret}}' has expired."}""");

        ConnectorException exception = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync("a:1"));

        Assert.Equal(ConnectorErrorCodes.CredentialsRefused, exception.Code);
        Assert.Contains("AADSTS7000222", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_connector.Requests);
        AssertNothingSecretWasLogged();
    }

    private void PlatformGives(string token) =>
        _platform.Answers(HttpStatusCode.OK, $$"""{"token_type":"Bearer","expires_in":3599,"access_token":"{{token}}"}""");

    private Task<string?> SendAsync(string conversation) => _services.GetRequiredService<ConnectorClient>()
        .SendAsync(new ConversationReference(Wire.ServiceUrl, conversation, Wire.BotId, "t1"), Activity.Message("Hej"), Cancellation);

    private void AssertNothingSecretWasLogged()
    {
        string all = string.Join('\n', _log.Lines.Select(line => line.Text));
        Assert.DoesNotContain("-token", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, all, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(Secret), all, StringComparison.Ordinal);
    }
}
