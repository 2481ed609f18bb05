using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Identity.Client;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Connector.Credentials;

namespace PledgeBot.Tests.Connector;

/// <summary>How the bot gets its token, with an identity platform in memory.</summary>
public sealed class MsalCredentialsTests : IDisposable
{
    private const string Authority = "https://login.test.example";
    private const string Tenant = "5a1b6c2d-0f3e-4a7b-9c8d-112233445566";
    private const string Secret = "s3cret~of-the_bot";

    // The library keeps application tokens for each app, so every test is an app of its own.
    private readonly string _app = Guid.NewGuid().ToString();
    private readonly RecordingConnector _platform = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 9, 14, 6, 0, 0, TimeSpan.Zero));
    private readonly HttpClient _http;

    public MsalCredentialsTests() => _http = new HttpClient(_platform) { Timeout = Timeout.InfiniteTimeSpan };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task GetToken_ManyTimes_AsksOnce()
    {
        _platform.Answers(HttpStatusCode.OK, Token("first"));
        using MsalCredentials credentials = WithSecret();

        for (int call = 0; call < 50; call++)
        {
            Assert.Equal("first", await credentials.GetTokenAsync(Cancellation));
        }

        RecordingConnector.Request request = Assert.Single(_platform.Requests);
        Assert.Equal($"{Authority}/{Tenant}/oauth2/v2.0/token", request.Address);
        Assert.Contains("grant_type=client_credentials", request.Body, StringComparison.Ordinal);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", request.Body, StringComparison.Ordinal);
        Assert.Contains($"client_id={_app}", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetToken_ManyAtOnce_AsksOnce()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        _platform.AnswersWith(answer.Task);
        using MsalCredentials credentials = WithSecret();

        Task<string?>[] callers = [.. Enumerable.Range(0, 20).Select(_ => credentials.GetTokenAsync(Cancellation).AsTask())];
        answer.SetResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Token("first")) });

        Assert.All(await Task.WhenAll(callers), token => Assert.Equal("first", token));
        Assert.Single(_platform.Requests);
    }

    [Fact]
    public async Task GetToken_AboutToExpire_IsRenewed()
    {
        _platform.Answers(HttpStatusCode.OK, Token("first", expiresInSeconds: 120));
        _platform.Answers(HttpStatusCode.OK, Token("second"));
        using MsalCredentials credentials = WithSecret();

        Assert.Equal("first", await credentials.GetTokenAsync(Cancellation));
        Assert.Equal("second", await credentials.GetTokenAsync(Cancellation));
        Assert.Equal("second", await credentials.GetTokenAsync(Cancellation));
        Assert.Equal(2, _platform.Requests.Count);
    }

    [Fact]
    public async Task RenewToken_RefusedByTheConnector_IsAskedForAgainOnceForEverybody()
    {
        _platform.Answers(HttpStatusCode.OK, Token("first"));
        _platform.Answers(HttpStatusCode.OK, Token("second"));
        using MsalCredentials credentials = WithSecret();
        await credentials.GetTokenAsync(Cancellation);

        string?[] renewed = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => credentials.RenewTokenAsync("first", Cancellation).AsTask()));

        Assert.All(renewed, token => Assert.Equal("second", token));
        Assert.Equal("second", await credentials.GetTokenAsync(Cancellation));
        Assert.Equal(2, _platform.Requests.Count);
    }

    [Fact]
    public async Task GetToken_WrongSecret_SaysWhatToDoAndNothingSecret()
    {
        _platform.Answers(
            HttpStatusCode.Unauthorized,
            $$"""
            { "error": "invalid_client", "error_codes": [7000215],
              "error_description": "AADSTS7000215: Invalid client secret provided: '{{Secret}}' for app '{{_app}}'." }
            """);
        using MsalCredentials credentials = WithSecret();

        ConnectorException exception = await FailedAsync(credentials);

        Assert.Equal((ConnectorErrorCodes.CredentialsRefused, false), (exception.Code, exception.OutcomeUnknown));
        Assert.Contains("AADSTS7000215", exception.Message, StringComparison.Ordinal);
        Assert.Contains("invalid_client", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_app, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task GetToken_PlatformIsBusy_IsUnavailableForNow(int status)
    {
        _platform.Answers((HttpStatusCode)status, """{"error":"temporarily_unavailable"}""");
        using MsalCredentials credentials = WithSecret();

        ConnectorException exception = await FailedAsync(credentials);

        Assert.Equal((ConnectorErrorCodes.TokenUnavailable, false), (exception.Code, exception.OutcomeUnknown));
        Assert.Single(_platform.Requests);
    }

    [Fact]
    public async Task GetToken_PlatformCannotBeReached_IsUnavailableForNow()
    {
        _platform.Throws(new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));
        using MsalCredentials credentials = WithSecret();

        Assert.Equal(ConnectorErrorCodes.TokenUnavailable, (await FailedAsync(credentials)).Code);
    }

    [Fact]
    public async Task GetToken_PlatformStaysSilent_IsGivenUpAfterTenSeconds()
    {
        _platform.StaysSilent(whenAsked: () => _time.Advance(MsalCredentials.Patience));
        using MsalCredentials credentials = WithSecret();

        Assert.Equal(ConnectorErrorCodes.TokenUnavailable, (await FailedAsync(credentials)).Code);
    }

    [Fact]
    public async Task GetToken_CallerGivesUp_IsCancelledAndTheNextCallerGetsOne()
    {
        using var caller = new CancellationTokenSource();
        _platform.StaysSilent(whenAsked: caller.Cancel);
        _platform.Answers(HttpStatusCode.OK, Token("first"));
        using MsalCredentials credentials = WithSecret();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => credentials.GetTokenAsync(caller.Token).AsTask());

        Assert.Equal("first", await credentials.GetTokenAsync(Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GetToken_Certificate_SignsForItselfAndSendsItsChainWhenAsked(bool sendsChain)
    {
        string file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".pfx");
        await File.WriteAllBytesAsync(file, CertificateFile("pa55"), Cancellation);
        try
        {
            _platform.Answers(HttpStatusCode.OK, Token("first"));
            using var credentials = Make(new ConnectorCredentialOptions
            {
                AppId = _app,
                TenantId = Tenant,
                Authority = Authority,
                CertificateFile = file,
                CertificatePassword = "pa55",
                SendX5C = sendsChain,
            });

            Assert.Equal("first", await credentials.GetTokenAsync(Cancellation));

            string assertion = _platform.Requests[0].Body!.Split('&').Single(part => part.StartsWith("client_assertion=", StringComparison.Ordinal));
            string header = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(assertion["client_assertion=".Length..].Split('.')[0]));
            Assert.Equal(sendsChain, header.Contains("\"x5c\"", StringComparison.Ordinal));
            Assert.DoesNotContain("client_secret", _platform.Requests[0].Body, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Make_CertificateWithAnotherPassword_SaysSoWithoutIt()
    {
        string file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".pfx");
        await File.WriteAllBytesAsync(file, CertificateFile("pa55"), Cancellation);
        try
        {
            var options = new ConnectorCredentialOptions { AppId = _app, TenantId = Tenant, CertificateFile = file, CertificatePassword = "wr0ng" };

            InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Make(options));

            Assert.Contains("password", exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("wr0ng", exception.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Make_CertificateThatIsInNoStore_SaysSo()
    {
        var options = new ConnectorCredentialOptions { AppId = _app, TenantId = Tenant, CertificateThumbprint = new string('0', 40) };

        Assert.Contains("store", Assert.Throws<InvalidOperationException>(() => Make(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetToken_ManagedIdentity_AsksTheMachineInItsName()
    {
        // The library's clock is the machine's, and it does not keep what expires decades from now.
        long expires = TimeProvider.System.GetUtcNow().AddHours(8).ToUnixTimeSeconds();
        _platform.Answers(HttpStatusCode.OK, $$"""{"access_token":"of-the-machine","expires_on":"{{expires}}","token_type":"Bearer"}""");
        using var credentials = Make(new ConnectorCredentialOptions { AppId = _app, UseManagedIdentity = true });

        Assert.Equal("of-the-machine", await credentials.GetTokenAsync(Cancellation));
        Assert.Equal("of-the-machine", await credentials.GetTokenAsync(Cancellation));

        RecordingConnector.Request request = Assert.Single(_platform.Requests);
        Assert.Contains($"client_id={_app}", request.Address, StringComparison.Ordinal);
        Assert.Contains("resource=https://api.botframework.com&", request.Address, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_OneProofOfEachKind_AreNone()
    {
        Assert.Empty(new ConnectorCredentialOptions { AppId = _app, TenantId = Tenant, ClientSecret = Secret }.Problems());
        Assert.Empty(new ConnectorCredentialOptions { AppId = _app, TenantId = "tomelilla.se", CertificateThumbprint = new string('a', 40), SendX5C = true }.Problems());
        Assert.Empty(new ConnectorCredentialOptions { AppId = _app, UseManagedIdentity = true }.Problems());
    }

    [Fact]
    public void Problems_WrongOptions_AreEachASentence()
    {
        (ConnectorCredentialOptions Options, string Word)[] wrong =
        [
            (new() { AppId = "bot", TenantId = Tenant, ClientSecret = Secret }, "app id"),
            (new() { AppId = _app, ClientSecret = Secret }, "tenant id"),
            (new() { AppId = _app, TenantId = "common", ClientSecret = Secret }, "tenant id"),
            (new() { AppId = _app, TenantId = "a/b.se", ClientSecret = Secret }, "tenant id"),
            (new() { AppId = _app, TenantId = Tenant, ClientSecret = Secret, Authority = "http://login.test.example" }, "authority"),
            (new() { AppId = _app, TenantId = Tenant, ClientSecret = Secret, Authority = Authority + "/" + Tenant }, "authority"),
            (new() { AppId = _app, TenantId = Tenant, ClientSecret = Secret, Resource = "api.botframework.com" }, "resource"),
            (new() { AppId = _app, TenantId = Tenant }, "Exactly one"),
            (new() { AppId = _app, TenantId = Tenant, ClientSecret = Secret, UseManagedIdentity = true }, "Exactly one"),
            (new() { AppId = _app, TenantId = Tenant, ClientSecret = Secret, CertificateThumbprint = new string('a', 40) }, "Exactly one"),
            (new() { AppId = _app, TenantId = Tenant, CertificateFile = "/no/such.pfx" }, "file"),
            (new() { AppId = _app, TenantId = Tenant, CertificateThumbprint = "aa bb" }, "thumbprint"),
            (new() { AppId = _app, TenantId = Tenant, ClientSecret = Secret, CertificatePassword = "pa55" }, "password"),
            (new() { AppId = _app, TenantId = Tenant, ClientSecret = Secret, SendX5C = true }, "chain"),
        ];

        Assert.All(wrong, row =>
        {
            string problem = Assert.Single(row.Options.Problems());
            Assert.Contains(row.Word, problem, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, problem, StringComparison.Ordinal);
        });
    }

    private static string Token(string token, int expiresInSeconds = 3599) =>
        $$"""{"token_type":"Bearer","expires_in":{{expiresInSeconds}},"ext_expires_in":{{expiresInSeconds}},"access_token":"{{token}}"}""";

    private static byte[] CertificateFile(string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=pledgebot.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(A.Noon.AddDays(-1), A.Noon.AddYears(50));
        return certificate.Export(X509ContentType.Pkcs12, password);
    }

    private static Task<ConnectorException> FailedAsync(MsalCredentials credentials) =>
        Assert.ThrowsAsync<ConnectorException>(() => credentials.GetTokenAsync(Cancellation).AsTask());

    private MsalCredentials WithSecret() =>
        Make(new ConnectorCredentialOptions { AppId = _app, TenantId = Tenant, Authority = Authority, ClientSecret = Secret });

    private MsalCredentials Make(ConnectorCredentialOptions options) => new(options, new OneHttp(_http), _time);

    private sealed class OneHttp(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
