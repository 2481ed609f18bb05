namespace PledgeBot.Teams.Connector;

/// <summary>No token: for local mode, where the connector is on the same machine.</summary>
public sealed class NoCredentials : IConnectorCredentials
{
    /// <inheritdoc/>
    public ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

    /// <inheritdoc/>
    public ValueTask<string?> RenewTokenAsync(string refused, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
}
