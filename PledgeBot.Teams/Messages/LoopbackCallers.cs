using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;

namespace PledgeBot.Teams.Messages;

/// <summary>Takes whatever comes from this machine without a token, in <c>Development</c> only.</summary>
internal sealed class LoopbackCallers : ICallerCheck, ICaller
{
    private readonly ServiceUrlPolicy _serviceUrls;

    /// <summary>Opens the door.</summary>
    /// <exception cref="InvalidOperationException">The environment is not <c>Development</c>, or addresses beyond this machine are called.</exception>
    public LoopbackCallers(IHostEnvironment environment, ServiceUrlPolicy serviceUrls)
    {
        if (!environment.IsDevelopment() || serviceUrls != ServiceUrlPolicy.LocalOnly)
        {
            throw new InvalidOperationException("Only in Development, and with a connector on this machine, may activities come without a token.");
        }

        _serviceUrls = serviceUrls;
    }

    /// <inheritdoc/>
    public ValueTask<CallerOutcome> CheckAsync(HttpContext context, CancellationToken cancellationToken) => ValueTask.FromResult<CallerOutcome>(
        IsLoopback(context.Connection.RemoteIpAddress) ? new CallerOutcome.Known(this) : new CallerOutcome.Refused(CallerRefusal.NotThisMachine));

    /// <inheritdoc/>
    public CallerRefusal? Refuse(Activity activity) => _serviceUrls.Allows(activity.ServiceUrl, out _) ? null : CallerRefusal.ServiceUrl;

    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
