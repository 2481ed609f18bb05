using Microsoft.Extensions.DependencyInjection;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Connector.Calls;

namespace PledgeBot.Teams.Messages;

/// <summary>Registers the bot's side of the Activity protocol.</summary>
public static class TeamsServiceCollectionExtensions
{
    /// <summary>Adds the messages endpoint's parts and the connector client.</summary>
    /// <remarks>
    /// The host adds its own <see cref="IActivityHandler"/> (any lifetime), <see cref="IConnectorCredentials"/> and
    /// <see cref="TimeProvider"/>, and says who may post (<see cref="LoopbackCallersServiceCollectionExtensions"/> or
    /// <see cref="Tokens.ChannelTokenServiceCollectionExtensions"/>): there is no default for any of them, so none is forgotten. The
    /// connector client can be held by a singleton: its connections are renewed underneath. The factory's own log lines are left out,
    /// because they hold addresses and can hold headers.
    /// </remarks>
    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.ServiceUrls);
        services.AddSingleton<MessagesEndpoint>();
        IHttpClientBuilder connector = services.AddHttpClient<ConnectorClient>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect could carry the token to a host that nobody allowed.
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        connector.AddConnectorPipeline();
        return services;
    }
}
