namespace PledgeBot.Teams.Connector;

/// <summary>Where the bot's token for the connector comes from.</summary>
public interface IConnectorCredentials
{
    /// <summary>A token that is valid now, or null when none is used. It must never be logged.</summary>
    ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken);
}
