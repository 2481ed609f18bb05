using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams;

/// <summary>Where the one team is, as a bot that was installed in it would know. The addresses are known when the server listens.</summary>
public sealed class LocalTeamsPlace
{
    private readonly LocalTeam _team;
    private readonly ServerAddress _address;

    internal LocalTeamsPlace(LocalTeam team, ServerAddress address)
    {
        _team = team;
        _address = address;
    }

    /// <summary>Gets the tenant.</summary>
    public string TenantId => _team.Options.TenantId;

    /// <summary>Gets the team.</summary>
    public string TeamId { get; } = LocalTeam.TeamId;

    /// <summary>Gets the channel where the partnership works.</summary>
    public string ChannelId { get; } = LocalTeam.ChannelId;

    /// <summary>Gets the bot's own id.</summary>
    public string BotId => _team.Options.BotId;

    /// <summary>Gets the connector's address, with its trailing slash.</summary>
    /// <exception cref="InvalidOperationException">The server does not listen yet.</exception>
    public string ServiceUrl => _address.ServiceUrl;

    /// <summary>Gets the page's address.</summary>
    /// <exception cref="InvalidOperationException">The server does not listen yet.</exception>
    public Uri Page => _address.Own;
}
