using Microsoft.Extensions.Hosting;

namespace PledgeBot.Teams.Tokens;

/// <summary>Reads the keys while the host starts, so that the first member does not wait for it. A failure holds nothing up.</summary>
internal sealed class SigningKeysWarmUp(SigningKeys keys) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => keys.WarmUpAsync(stoppingToken);
}
