using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace PledgeBot.Teams.Connector.Credentials;

/// <summary>The bot's token from the identity platform, kept until shortly before it expires.</summary>
/// <remarks>
/// Tokens are kept in memory by the MSAL application, which is why there is one for the life of the process. One caller at a time
/// asks for a new one; the others wait and get the same. Whatever goes wrong is a <see cref="ConnectorException"/> that names the
/// platform's error code and nothing else, since the platform's own words can repeat what was sent to it.
/// </remarks>
internal sealed partial class MsalCredentials : IConnectorCredentials, IDisposable
{
    private readonly Func<bool, CancellationToken, Task<AuthenticationResult>> _acquire;
    private readonly TimeProvider _time;
    private readonly X509Certificate2? _certificate;
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Prepares the application; no token is asked for yet.</summary>
    /// <exception cref="InvalidOperationException">The options are wrong, or the certificate cannot be used. The message says why.</exception>
    public MsalCredentials(ConnectorCredentialOptions options, IMsalHttpClientFactory http, TimeProvider time)
    {
        if (options.Problems() is { Count: > 0 } problems)
        {
            throw new InvalidOperationException(string.Join(' ', problems));
        }

        _time = time;
        string resource = options.Resource.TrimEnd('/');
        if (options.UseManagedIdentity)
        {
            IManagedIdentityApplication identity = ManagedIdentityApplicationBuilder
                .Create(ManagedIdentityId.WithUserAssignedClientId(options.AppId))
                .WithHttpClientFactory(http)
                .Build();
            _acquire = (force, stop) => identity.AcquireTokenForManagedIdentity(resource).WithForceRefresh(force).ExecuteAsync(stop);
            return;
        }

        // Where to ask is configuration, so it is not looked up in the public cloud first. Due work tries again; the library need not.
        ConfidentialClientApplicationBuilder builder = ConfidentialClientApplicationBuilder
            .Create(options.AppId)
            .WithAuthority($"{options.Authority.TrimEnd('/')}/{options.TenantId}")
            .WithInstanceDiscovery(false)
            .WithLegacyCacheCompatibility(false)
            .WithHttpClientFactory(http, retryOnceOn5xx: false);
        if (options.ClientSecret is { Length: > 0 } secret)
        {
            builder = builder.WithClientSecret(secret);
        }
        else
        {
            _certificate = CredentialCertificate.Load(options);
            builder = builder.WithCertificate(_certificate, options.SendX5C);
        }

        IConfidentialClientApplication app = builder.Build();
        string[] scopes = [resource + "/.default"];
        _acquire = (force, stop) => app.AcquireTokenForClient(scopes).WithForceRefresh(force).ExecuteAsync(stop);
    }

    /// <summary>Gets how long a caller waits for a token, the wait for another caller's included.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken) =>
        await AcquireAsync(refused: null, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<string?> RenewTokenAsync(string refused, CancellationToken cancellationToken) =>
        await AcquireAsync(refused, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _one.Dispose();
        _certificate?.Dispose();
    }

    private async Task<string> AcquireAsync(string? refused, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _one.WaitAsync(either.Token);
            try
            {
                string kept = (await _acquire(false, either.Token)).AccessToken;
                return kept == refused ? (await _acquire(true, either.Token)).AccessToken : kept;
            }
            finally
            {
                _one.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unavailable($"did not give the bot a token within {Patience.TotalSeconds:0} s");
        }
        catch (HttpRequestException exception)
        {
            throw Unavailable($"could not be reached ({exception.HttpRequestError})");
        }
        catch (MsalServiceException exception) when (exception.StatusCode is < 400 or 408 or 429 or >= 500)
        {
            throw Unavailable(
                exception.StatusCode == 0 ? "could not be reached" : $"answered {exception.StatusCode}", exception.Headers?.RetryAfter?.Delta);
        }
        catch (MsalException exception)
        {
            throw Refused(exception);
        }
    }

    private static ConnectorException Unavailable(string what, TimeSpan? retryAfter = null) =>
        new($"The identity platform {what}; nothing was sent to the connector.")
        {
            Code = ConnectorErrorCodes.TokenUnavailable,
            RetryAfter = retryAfter,
        };

    private static ConnectorException Refused(MsalException exception) =>
        new("The identity platform refused the bot's credentials "
            + $"({Reason().Match(exception.Message) switch { { Success: true, Value: var reason } => reason, _ => "no code" }}, "
            + $"{(Code().IsMatch(exception.ErrorCode) ? exception.ErrorCode : "no error")}); nothing was sent to the connector. "
            + "Check the app id, the tenant, and that the secret or certificate is the app's and has not expired.")
        {
            Code = ConnectorErrorCodes.CredentialsRefused,
        };

    [GeneratedRegex("AADSTS[0-9]{4,8}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reason();

    [GeneratedRegex("^[a-z0-9_.-]{1,64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
