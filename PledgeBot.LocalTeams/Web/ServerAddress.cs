using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace PledgeBot.LocalTeams.Web;

/// <summary>Where this server and the bot can be reached from the machine itself; known when the server listens.</summary>
internal sealed class ServerAddress(IServer server, IOptions<LocalTeamsOptions> options)
{
    /// <summary>The stand-in's own base address.</summary>
    /// <exception cref="InvalidOperationException">The server does not listen on plain HTTP yet.</exception>
    public Uri Own
    {
        get
        {
            string? address = server.Features.Get<IServerAddressesFeature>()?.Addresses
                .FirstOrDefault(a => a.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
            if (address is null)
            {
                throw new InvalidOperationException("The local Teams needs a server that listens on http and has started.");
            }

            // "*", "+", "[::]" and "0.0.0.0" mean every interface; from here the loopback one is meant.
            int port = new Uri(address.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal)).Port;
            return new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", port).Uri;
        }
    }

    /// <summary>The connector's address for the bot, with its trailing slash.</summary>
    public string ServiceUrl => new Uri(Own, "/local-teams/connector/").AbsoluteUri;

    /// <summary>Where the bot takes activities.</summary>
    public Uri BotMessages => new(options.Value.BotAddress?.Invoke() ?? Own, "/api/messages");
}
