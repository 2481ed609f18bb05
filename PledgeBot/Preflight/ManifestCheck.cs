using System.IO.Compression;
using System.Text.Json;

namespace PledgeBot.Preflight;

/// <summary>Looks whether the app package is this bot's, and no longer the example's.</summary>
internal sealed class ManifestCheck(PreflightHttp http, string path, string appId) : IPreflightCheck
{
    private const string Subject = "manifest";
    private const string PagesSubject = "pages";
    private const string ManifestName = "manifest.json";
    private const int MostBytes = 1024 * 1024;

    // What manifest/README.md says to replace.
    private const string ExampleApp = "11111111-1111-4111-8111-111111111111";
    private const string ExampleDeveloper = "Exempelkommunen";
    private const string ExampleHost = ".example.se";

    private static readonly string[] BotLists = ["bots", "composeExtensions"];
    private static readonly string[] PageNames = ["websiteUrl", "privacyUrl", "termsOfUseUrl"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var manifest = JsonDocument.Parse(await ReadAsync(cancellationToken));
            return WrongIn(manifest.RootElement) is { } problem
                ? [Finding.Fail(Subject, problem)]
                : [Finding.Ok(Subject, "The package is this bot's."), await PagesAsync(manifest.RootElement, cancellationToken)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [Finding.Fail(Subject, $"{path} cannot be read. Name the package that is uploaded, or its {ManifestName}.")];
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return [Finding.Fail(Subject, $"{path} is not an app package with a {ManifestName} at its top, nor such a file.")];
        }
    }

    private async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        await using FileStream file = File.OpenRead(path);
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return await BoundedAsync(file, cancellationToken);
        }

        await using var package = new ZipArchive(file, ZipArchiveMode.Read);
        await using Stream entry = (package.GetEntry(ManifestName) ?? throw new InvalidDataException()).Open();
        return await BoundedAsync(entry, cancellationToken);
    }

    private static async Task<byte[]> BoundedAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[MostBytes];
        int count = await stream.ReadAtLeastAsync(bytes, MostBytes, throwOnEndOfStream: false, cancellationToken);
        return count < MostBytes ? bytes[..count] : throw new InvalidDataException();
    }

    private string? WrongIn(JsonElement manifest)
    {
        string[] bots = [.. BotIds(manifest)];
        if (bots.Length == 0 || bots.Any(bot => !bot.Equals(appId, StringComparison.OrdinalIgnoreCase)))
        {
            return "The package's botId is not MicrosoftAppId, so Teams would call another bot, or none. Put MicrosoftAppId in its place, everywhere.";
        }

        if (manifest.GetProperty("id").GetString() == ExampleApp)
        {
            return "The package's id is still the example's. Make a GUID of your own for the app, and keep it.";
        }

        if (manifest.GetProperty("developer").GetProperty("name").GetString() == ExampleDeveloper)
        {
            return "The package's developer.name is still the example's. Put the name of the municipality that runs the bot.";
        }

        return Pages(manifest).Any(page => page.Host.EndsWith(ExampleHost, StringComparison.OrdinalIgnoreCase))
            ? $"The package's addresses are still the example's. Put your own pages' in developer: {string.Join(", ", PageNames)}."
            : null;
    }

    private static IEnumerable<string> BotIds(JsonElement manifest) =>
        from list in BotLists
        where manifest.TryGetProperty(list, out _)
        from entry in manifest.GetProperty(list).EnumerateArray()
        where entry.TryGetProperty("botId", out _)
        select entry.GetProperty("botId").GetString() ?? "";

    private static IEnumerable<Uri> Pages(JsonElement manifest) =>
        PageNames.Select(name => new Uri(manifest.GetProperty("developer").GetProperty(name).GetString() ?? ""));

    // Whoever approves the app follows these, and so does a member who wants to know what is kept.
    private async Task<Finding> PagesAsync(JsonElement manifest, CancellationToken cancellationToken)
    {
        foreach (Uri page in Pages(manifest).Distinct())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            (HttpResponseMessage? answer, string problem) = await http.AskAsync(request, cancellationToken);
            using (answer)
            {
                if (answer is null || (int)answer.StatusCode >= 400)
                {
                    return Finding.Fail(PagesSubject, $"{page} {(answer is null ? problem : $"answers {(int)answer.StatusCode}")}. "
                        + "The package points there, so it has to be open to everybody.");
                }
            }
        }

        return Finding.Ok(PagesSubject, "The pages that the package points to answer.");
    }
}
