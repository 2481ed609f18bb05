using System.Net;

namespace PledgeBot;

/// <summary>Looks whether the bot may start at all, before anything listens. Fails closed.</summary>
internal static class StartCheck
{
    /// <summary>Gets the sentence to refuse with; nothing when the bot may start.</summary>
    public static string? Refuse(WebApplicationBuilder builder)
    {
        bool hasCredentials = !string.IsNullOrWhiteSpace(builder.Configuration["MicrosoftAppId"]);
        if (hasCredentials)
        {
            return "PledgeBot does not start: MicrosoftAppId is set, but this release cannot check tokens from Teams yet. "
                + "Remove MicrosoftAppId and start it in Development to try it in local mode.";
        }

        if (!builder.Environment.IsDevelopment())
        {
            return $"PledgeBot does not start: there are no Teams credentials, and the environment is {builder.Environment.EnvironmentName}. "
                + "Without credentials it runs in local mode only, which needs ASPNETCORE_ENVIRONMENT=Development.";
        }

        return ForeignAddress(builder.Configuration) is { } address
            ? $"PledgeBot does not start: in local mode it listens on this machine only, but it was told to listen on {address}. "
                + "Use an address such as http://127.0.0.1:5178."
            : null;
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
