using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Attachments;
using PledgeBot.LocalTeams.Bot;
using PledgeBot.LocalTeams.Chat;
using PledgeBot.LocalTeams.Connector;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Extension;
using PledgeBot.LocalTeams.Places;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams;

/// <summary>Registers the local stand-in for Teams.</summary>
public static class LocalTeamsServiceCollectionExtensions
{
    /// <summary>
    /// Adds the stand-in. It uses the host's <see cref="TimeProvider"/> and its
    /// <see cref="ILocalClock"/>, if any. <see cref="LocalTeamsInstaller"/>, <see cref="LocalTeamsFaults"/> and
    /// <see cref="LocalTeamsCalls"/> can be asked for afterwards.
    /// </summary>
    public static IServiceCollection AddLocalTeams(this IServiceCollection services, Action<LocalTeamsOptions> configure)
    {
        services.AddOptions<LocalTeamsOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LocalTeamsOptions>, LocalTeamsOptionsValidator>());
        return services
            .AddSingleton<AttachmentStore>()
            .AddSingleton<BotActivities>()
            .AddSingleton<BotEndpoint>()
            .AddSingleton<BotPosts>()
            .AddSingleton<BotTurns>()
            .AddSingleton<CardPresses>()
            .AddSingleton<ConversationStore>()
            .AddSingleton<FileDownloads>()
            .AddSingleton<LocalTeamsCalls>()
            .AddSingleton<LocalTeamsFaults>()
            .AddSingleton(s => new LocalTeamsInstaller(s.GetRequiredService<ConversationStore>(), s.GetRequiredService<PlaceChanges>()))
            .AddSingleton(s => new LocalTeamsPlace(s.GetRequiredService<IOptions<LocalTeamsOptions>>(), s.GetRequiredService<ServerAddress>()))
            .AddSingleton<MemberMessages>()
            .AddSingleton<MessageExtension>()
            .AddSingleton<MessagePayload>()
            .AddSingleton<MessageWriter>()
            .AddSingleton<PageAssets>()
            .AddSingleton<PlaceChanges>()
            .AddSingleton<PlaceEvents>()
            .AddSingleton<RateLimits>()
            .AddSingleton<ServerAddress>();
    }
}
