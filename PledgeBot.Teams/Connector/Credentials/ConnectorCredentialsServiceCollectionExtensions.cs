using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Client;

namespace PledgeBot.Teams.Connector.Credentials;

/// <summary>Registers the bot's credentials.</summary>
public static class ConnectorCredentialsServiceCollectionExtensions
{
    /// <summary>The name of the HTTP client that asks the identity platform.</summary>
    internal const string HttpClientName = "PledgeBot.Identity";

    /// <summary>Adds <see cref="IConnectorCredentials"/> that ask the identity platform for tokens.</summary>
    /// <remarks>
    /// The host adds a <see cref="TimeProvider"/>. No token is asked for before the first call. When the service is made, wrong options
    /// or an unusable certificate are an <see cref="InvalidOperationException"/> whose message can be shown to whoever starts the
    /// program; <see cref="ConnectorCredentialOptions.Problems"/> tells most of it beforehand.
    /// </remarks>
    public static IServiceCollection AddConnectorCredentials(this IServiceCollection services, ConnectorCredentialOptions options)
    {
        services.AddHttpClient(HttpClientName, http => http.Timeout = MsalCredentials.Patience)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect could carry the secret to a host that nobody configured.
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton<IConnectorCredentials>(provider => new MsalCredentials(
            options,
            new IdentityHttp(provider.GetRequiredService<IHttpClientFactory>()),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private sealed class IdentityHttp(IHttpClientFactory http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http.CreateClient(HttpClientName);
    }
}
