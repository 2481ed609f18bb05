using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace PledgeBot.Teams.Connector;

/// <summary>Decides which connector addresses the bot may call at all.</summary>
/// <remarks>
/// The bot's token is good for every conversation of the bot, and the address comes from outside, so a token must never go to an
/// address that somebody chose. Hosts are compared whole: Teams' domain names are shared with strangers.
/// </remarks>
public sealed class ServiceUrlPolicy
{
    private static readonly FrozenSet<string> TeamsHosts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us");

    private readonly bool _local;

    private ServiceUrlPolicy(bool local) => _local = local;

    /// <summary>Gets the policy for Teams: <c>https</c> on the default port of the four connector hosts, nothing else.</summary>
    public static ServiceUrlPolicy Teams { get; } = new(local: false);

    /// <summary>Gets the policy for local mode: <c>http</c> on the loopback interface, any port, nothing else.</summary>
    public static ServiceUrlPolicy LocalOnly { get; } = new(local: true);

    /// <summary>Tells whether the address may be called.</summary>
    /// <param name="serviceUrl">The address as it came.</param>
    /// <param name="address">The address, when it may.</param>
    public bool Allows([NotNullWhen(true)] string? serviceUrl, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out address) && Allows(address);

    /// <summary>Tells whether the address may be called.</summary>
    public bool Allows(Uri address)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0)
        {
            return false;
        }

        return _local
            ? address.Scheme == Uri.UriSchemeHttp && IsLoopback(address)
            : address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && TeamsHosts.Contains(address.IdnHost);
    }

    private static bool IsLoopback(Uri address) =>
        string.Equals(address.IdnHost, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.IdnHost, out IPAddress? ip) && IPAddress.IsLoopback(ip));
}
