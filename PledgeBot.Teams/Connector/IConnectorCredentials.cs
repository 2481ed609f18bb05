namespace PledgeBot.Teams.Connector;

/// <summary>Where the bot's token for the connector comes from.</summary>
public interface IConnectorCredentials
{
    /// <summary>A token that is valid now, or null when none is used. It must never be logged.</summary>
    /// <exception cref="ConnectorException">There is no token to be had; nothing was sent to the connector.</exception>
    ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>A token in place of one that the connector refused, or null when none is used. It must never be logged.</summary>
    /// <param name="refused">
    /// The refused token. If it has been renewed since, the newer one is given and no further one is asked for.
    /// </param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ConnectorException">There is no token to be had; nothing was sent to the connector.</exception>
    ValueTask<string?> RenewTokenAsync(string refused, CancellationToken cancellationToken);
}
