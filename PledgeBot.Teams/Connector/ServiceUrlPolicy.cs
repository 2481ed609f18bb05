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
    private readonly FrozenSet<string> _hosts;
    private readonly bool _local;

    private ServiceUrlPolicy(IEnumerable<string> hosts, bool local)
    {
        _hosts = hosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _local = local;
    }

    /// <summary>Gets the policy for local mode: <c>http</c> on the loopback interface, any port, nothing else.</summary>
    public static ServiceUrlPolicy LocalOnly { get; } = new([], local: true);

    /// <summary>Gets the hosts that are called over <c>https</c>; none in local mode.</summary>
    public IReadOnlyCollection<string> Hosts => _hosts;

    /// <summary>Makes the policy for Teams: <c>https</c> on the default port of the cloud's connector hosts, nothing else.</summary>
    /// <param name="cloud">The cloud.</param>
    /// <param name="moreHosts">Hosts that are allowed besides, each named whole.</param>
    public static ServiceUrlPolicy For(TeamsCloud cloud, params IEnumerable<string> moreHosts) =>
        new(cloud.ConnectorHosts.Concat(moreHosts), local: false);

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
            : address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && _hosts.Contains(address.IdnHost);
    }

    private static bool IsLoopback(Uri address) =>
        string.Equals(address.IdnHost, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.IdnHost, out IPAddress? ip) && IPAddress.IsLoopback(ip));
}
