using System.Globalization;
using System.Text.RegularExpressions;
using PledgeBot.LegalPages;

namespace PledgeBot.AppPackage;

/// <summary>What tells one installation's app package from another's.</summary>
/// <param name="AppId">The bot's application (client) id in Entra; the app goes by the same one.</param>
/// <param name="Host">The host name that the bot answers at, in the letters that addresses are written in.</param>
/// <param name="Municipality">Who runs the bot, as Teams shows it; at most <see cref="LongestMunicipality"/> characters.</param>
/// <param name="Website">The address that Teams shows of who runs the bot; null for the bot's own support page.</param>
/// <param name="Version">The package's version; null for the one in <c>manifest/manifest.json</c>.</param>
internal sealed partial record InstallationDetails(Guid AppId, string Host, string Municipality, Uri? Website, string? Version)
{
    /// <summary>The most characters that Teams takes of a developer's name.</summary>
    public const int LongestMunicipality = 32;

    /// <summary>Reads the details, from the options and for some of them from the settings that the bot has anyway.</summary>
    /// <param name="options">The options, and the settings.</param>
    /// <param name="problems">What is wrong, each in a sentence.</param>
    /// <returns>The details; null when something is wrong.</returns>
    public static InstallationDetails? Read(IConfiguration options, ICollection<string> problems)
    {
        Guid app = ReadAppId(options[PackageOptions.AppId] ?? options["MicrosoftAppId"], problems);
        string host = ReadHost(options[PackageOptions.Host], problems);
        string municipality = ReadMunicipality(
            options[PackageOptions.Municipality] ?? options[$"{PublicPagesOptions.Section}:{nameof(PublicPagesOptions.Municipality)}"], problems);
        Uri? website = ReadWebsite(options[PackageOptions.Website], problems);
        string? version = ReadVersion(options[PackageOptions.Version], problems);
        return problems.Count == 0 ? new InstallationDetails(app, host, municipality, website, version) : null;
    }

    private static Guid ReadAppId(string? text, ICollection<string> problems)
    {
        if (!Guid.TryParseExact(text, "D", out Guid app) || app == Guid.Empty)
        {
            problems.Add("--app-id is the bot's application (client) id in Entra, such as 7b9f0c1e-2a34-4c56-8d78-9e0f1a2b3c4d.");
        }

        return app;
    }

    private static string ReadHost(string? text, ICollection<string> problems)
    {
        string host = Ascii(text?.Trim() ?? "");
        if (!HostName().IsMatch(host) || host.Length > 253)
        {
            problems.Add("--host is the public host name that the bot answers at, without https:// and without a port, such as lofte.tomelilla.se.");
        }

        return host;
    }

    private static string ReadMunicipality(string? text, ICollection<string> problems)
    {
        string name = text?.Trim() ?? "";
        if (name.Length is 0 or > LongestMunicipality || name.Any(char.IsControl))
        {
            problems.Add($"--municipality is the name of who runs the bot, at most {LongestMunicipality} characters, such as \"Tomelilla kommun\".");
        }

        return name;
    }

    private static Uri? ReadWebsite(string? text, ICollection<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? website) || website.Scheme != Uri.UriSchemeHttps || text.Length > 2048)
        {
            problems.Add("--website is an address that begins with https://, such as https://www.tomelilla.se.");
        }

        return website;
    }

    private static string? ReadVersion(string? text, ICollection<string> problems)
    {
        if (text is not null && !PackageVersion().IsMatch(text))
        {
            problems.Add("--version has three numbers, such as 1.0.1. Raise it each time a changed package is uploaded.");
        }

        return text;
    }

    // Names such as östersund.se have a form of their own in addresses.
    private static string Ascii(string host)
    {
        try
        {
            return new IdnMapping().GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return "";
        }
    }

    [GeneratedRegex("^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex HostName();

    [GeneratedRegex("^(?:0|[1-9][0-9]{0,4})(?:[.](?:0|[1-9][0-9]{0,4})){2}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex PackageVersion();
}
