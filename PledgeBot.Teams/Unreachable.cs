namespace PledgeBot.Teams;

/// <summary>Says in words, for whoever runs the bot, why a server was not reached.</summary>
public static class Unreachable
{
    /// <summary>Gets the second half of a sentence that begins with the address.</summary>
    public static string Why(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "cannot be reached: its name is not known here. Look at DNS",
        HttpRequestError.ConnectionError => "cannot be reached: no connection comes about. Look at the firewall and the proxy (HTTPS_PROXY)",
        HttpRequestError.SecureConnectionError => "cannot be reached safely: its certificate is not believed here. Look at whatever opens TLS on the way, and at the trusted roots",
        HttpRequestError.ProxyTunnelError => "cannot be reached: the proxy does not let it through",
        _ => "cannot be reached, or does not speak HTTP",
    };
}
