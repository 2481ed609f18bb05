using Microsoft.Extensions.Diagnostics.HealthChecks;
using PledgeBot.Domain.Records;

namespace PledgeBot.TeamsMode;

/// <summary>Tells whether the records can be read.</summary>
internal sealed class RecordsHealthCheck(IDueWorkList list) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await list.FindNextDueAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
