using PledgeBot.Dialogs;
using PledgeBot.Teams.Connector.Credentials;
using PledgeBot.Teams.Messages;
using PledgeBot.Teams.Tokens;

namespace PledgeBot.TeamsMode;

/// <summary>Puts Teams mode together: activities with tokens only, the real clock, and nothing that stands in for Teams.</summary>
internal static class TeamsModeExtensions
{
    private const int MostConnections = 1000;
    private const int MostHeaderBytes = 16 * 1024;

    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HealthTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Adds the check of tokens, the bot's credentials and the real clock, and bounds what a connection may cost.</summary>
    public static void AddTeamsMode(this WebApplicationBuilder builder, TeamsSettings settings)
    {
        DataDirectory.Settle(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.MaxRequestBodySize = MessagesEndpointExtensions.MostBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = MostHeaderBytes;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        });

        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddConnectorCredentials(settings.Credentials)
            .AddTeams(new TeamsOptions { ServiceUrls = settings.ServiceUrls, Apology = DialogsServiceCollectionExtensions.Apology })
            .AddChannelTokens(settings.Tokens)
            .AddHostedService<TeamsModeStart>()
            .AddHealthChecks()
            .AddCheck<RecordsHealthCheck>("records", timeout: HealthTimeout);
    }

    /// <summary>Maps <c>/healthz</c>, which needs no token and tells nothing but whether the program and its records are well.</summary>
    public static void UseTeamsMode(this WebApplication app) => app.MapHealthChecks("/healthz");
}
