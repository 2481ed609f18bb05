using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PledgeBot.AppPackage;

/// <summary>Makes the Teams app package of an installation, from the files in <c>manifest/</c> that lie in the assembly.</summary>
internal static class TeamsAppPackage
{
    /// <summary>The names of its files, all at the root of the archive.</summary>
    public static readonly IReadOnlyList<string> Files = [Manifest, "en.json", "color.png", "outline.png"];

    private const string Manifest = "manifest.json";

    // An archive holds the time of each file. A fixed one makes the same installation the same bytes.
    private static readonly DateTimeOffset FixedTime = new(2020, 6, 4, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Makes the archive; the same installation gives the same bytes.</summary>
    public static byte[] Make(InstallationDetails details)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string file in Files)
            {
                ZipArchiveEntry entry = zip.CreateEntry(file, CompressionLevel.NoCompression);
                entry.LastWriteTime = FixedTime;
                entry.ExternalAttributes = 0;
                using Stream content = entry.Open();
                content.Write(file == Manifest ? FillIn(details) : Read(file));
            }
        }

        return archive.ToArray();
    }

    private static byte[] FillIn(InstallationDetails details)
    {
        JsonNode manifest = JsonNode.Parse(Read(Manifest))!;
        string app = details.AppId.ToString();
        string site = $"https://{details.Host}";
        manifest["version"] = details.Version ?? manifest["version"]!.GetValue<string>();
        manifest["id"] = app;
        manifest["bots"]![0]!["botId"] = app;
        manifest["composeExtensions"]![0]!["botId"] = app;
        manifest["developer"] = new JsonObject
        {
            ["name"] = details.Municipality,
            ["websiteUrl"] = details.Website?.AbsoluteUri ?? $"{site}/support",
            ["privacyUrl"] = $"{site}/privacy",
            ["termsOfUseUrl"] = $"{site}/terms",
        };
        manifest["validDomains"] = new JsonArray(details.Host);
        return Encoding.UTF8.GetBytes(manifest.ToJsonString(Readable) + "\n");
    }

    private static byte[] Read(string file)
    {
        using Stream content = typeof(TeamsAppPackage).Assembly.GetManifestResourceStream($"manifest/{file}")
            ?? throw new InvalidOperationException($"{file} is missing from the assembly.");
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
