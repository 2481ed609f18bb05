using Microsoft.Extensions.DependencyInjection;
using PledgeBot.Teams.Messages;

namespace PledgeBot.Teams.Tokens;

/// <summary>Registers who may post when the bot is in Teams.</summary>
public static class ChannelTokenServiceCollectionExtensions
{
    /// <summary>Lets only those post who bring a token from the channel, and reads the issuer's keys when the host has started.</summary>
    /// <remarks>Needs a <see cref="TimeProvider"/> and logging.</remarks>
    public static IServiceCollection AddChannelTokens(this IServiceCollection services, ChannelTokenOptions options)
    {
        services.AddChannelMetadata();
        services.AddSingleton(options);
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<ICallerCheck, ChannelTokenCheck>();
        services.AddHostedService<SigningKeysWarmUp>();
        return services;
    }

    /// <summary>Adds the <see cref="ChannelMetadataReader"/> alone.</summary>
    public static IServiceCollection AddChannelMetadata(this IServiceCollection services)
    {
        services.AddHttpClient<ChannelMetadataReader>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // Where the keys come from is in the settings, and nobody else decides it.
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services;
    }
}
