using PledgeBot.Teams.Connector;

namespace PledgeBot.Preflight;

/// <summary>Looks whether the bot gets a token for the connector. The token is thrown away.</summary>
internal sealed class CredentialsCheck(Lazy<IConnectorCredentials> credentials) : IPreflightCheck
{
    private const string Subject = "credentials";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) => [await AcquireAsync(cancellationToken)];

    private async Task<Finding> AcquireAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await credentials.Value.GetTokenAsync(cancellationToken) is { Length: > 0 }
                ? Finding.Ok(Subject, "The identity platform gives the bot a token for the connector.")
                : Finding.Fail(Subject, "The identity platform gave the bot no token.");
        }
        catch (Exception exception) when (exception is ConnectorException or InvalidOperationException)
        {
            return Finding.Fail(Subject, exception.Message);
        }
    }
}
