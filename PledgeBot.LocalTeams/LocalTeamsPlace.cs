using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Places;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams;

/// <summary>Where the first team is, as a bot that was installed in it would know. The addresses are known when the server listens.</summary>
public sealed class LocalTeamsPlace
{
    private readonly LocalTeamsOptions _options;
    private readonly ServerAddress _address;

    internal LocalTeamsPlace(IOptions<LocalTeamsOptions> options, ServerAddress address)
    {
        _options = options.Value;
        _address = address;
    }

    /// <summary>Gets the tenant.</summary>
    public string TenantId => _options.TenantId;

    /// <summary>Gets the team.</summary>
    public string TeamId { get; } = LocalPlaces.FirstTeamId;

    /// <summary>Gets the channel where the partnership works.</summary>
    public string ChannelId { get; } = LocalPlaces.FirstChannelId;

    /// <summary>Gets the bot's own id.</summary>
    public string BotId => _options.BotId;

    /// <summary>Gets the connector's address, with its trailing slash.</summary>
    /// <exception cref="InvalidOperationException">The server does not listen yet.</exception>
    public string ServiceUrl => _address.ServiceUrl;

    /// <summary>Gets the page's address.</summary>
    /// <exception cref="InvalidOperationException">The server does not listen yet.</exception>
    public Uri Page => _address.Own;
}
