using System.Net;
using PledgeBot.Teams.Connector;
using PledgeBot.TeamsMode;

namespace PledgeBot;

/// <summary>Looks whether the bot may start at all, before anything listens. Fails closed.</summary>
internal static class StartCheck
{
    /// <summary>Finds what speaks against starting.</summary>
    /// <param name="builder">The host to be.</param>
    /// <param name="teams">The settings of Teams mode; nothing when this is local mode, or when the bot may not start.</param>
    /// <returns>What to refuse with, a line for each mistake; nothing when the bot may start.</returns>
    public static string? Refuse(WebApplicationBuilder builder, out TeamsSettings? teams)
    {
        teams = null;
        if (TeamsSettings.AreIn(builder.Configuration))
        {
            teams = TeamsSettings.Read(builder.Configuration, builder.Environment, out IReadOnlyList<string> problems);
            return teams is null ? string.Join(Environment.NewLine, problems.Select(problem => $"PledgeBot does not start: {problem}")) : null;
        }

        if (!builder.Environment.IsDevelopment())
        {
            return $"PledgeBot does not start: there are no Teams credentials, and the environment is {builder.Environment.EnvironmentName}. "
                + "Without credentials it runs in local mode only, which needs ASPNETCORE_ENVIRONMENT=Development. For Teams, see docs/deploy.md.";
        }

        return ForeignAddress(builder.Configuration) is { } address
            ? $"PledgeBot does not start: in local mode it listens on this machine only, but it was told to listen on {address}. "
                + "Use an address such as http://127.0.0.1:5178."
            : null;
    }

    /// <summary>Finds what speaks against starting once the bot is put together: a certificate that cannot be read.</summary>
    public static string? Refuse(WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IConnectorCredentials>();
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return $"PledgeBot does not start: {exception.Message}";
        }
    }

    private static string? ForeignAddress(ConfigurationManager configuration)
    {
        string[] urls = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] endpoints = [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "")];
        bool anyPort = !string.IsNullOrEmpty(configuration["http_ports"]) || !string.IsNullOrEmpty(configuration["https_ports"]);
        return urls.Concat(endpoints).FirstOrDefault(url => !IsLoopback(url)) ?? (anyPort && urls.Length == 0 ? "every address (http_ports)" : null);
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? uri)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address)));
}
