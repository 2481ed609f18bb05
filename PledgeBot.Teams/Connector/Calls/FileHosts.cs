namespace PledgeBot.Teams.Connector.Calls;

/// <summary>Where a file that a member uploaded in a chat may be fetched from: SharePoint and OneDrive, never with the bot's token.</summary>
internal static class FileHosts
{
    private static readonly string[] Domains = ["sharepoint.com", "svc.ms"];

    /// <summary>Tells whether the address is a file's: <c>https</c> on the default port of a host within one of the domains.</summary>
    public static bool Allows(Uri address) =>
        address.IsAbsoluteUri
        && address.Scheme == Uri.UriSchemeHttps
        && address.IsDefaultPort
        && address.UserInfo.Length == 0
        && Domains.Any(domain => address.IdnHost.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));
}
