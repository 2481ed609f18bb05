using System.IO.Compression;
using System.Text.Json;
using NJsonSchema;
using PledgeBot.AppPackage;

namespace PledgeBot.Tests.Manifest;

/// <summary>The command that makes the app package of an installation.</summary>
public sealed class TeamsAppPackageTests : IDisposable
{
    private const string App = "7b9f0c1e-2a34-4c56-8d78-9e0f1a2b3c4d";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("pledgebot-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private string Zip => Path.Combine(_directory.FullName, "below", "pledgebot.zip");

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public void Package_HasEveryFileAtItsRoot_AndNoOther()
    {
        Assert.Equal(0, Make());

        using ZipArchive zip = ZipFile.OpenRead(Zip);
        Assert.Equal(["manifest.json", "en.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
        foreach (string unchanged in (string[])["en.json", "color.png", "outline.png"])
        {
            Assert.Equal(File.ReadAllBytes(Repository.PathOf("manifest", unchanged)), Read(zip, unchanged));
        }

        Assert.Contains(Zip, _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifest_IsFilledIn_AndValid()
    {
        Assert.Equal(0, Make("--website", "https://www.tomelilla.se", "--version=1.2.3"));

        using ZipArchive zip = await ZipFile.OpenReadAsync(Zip, TestContext.Current.CancellationToken);
        byte[] json = Read(zip, "manifest.json");
        using var manifest = JsonDocument.Parse(json);
        JsonElement root = manifest.RootElement;
        JsonSchema rules = await JsonSchema.FromJsonAsync(
            Repository.Read("PledgeBot.Tests", "Manifest", "Schemas", "MicrosoftTeams.schema.json"), TestContext.Current.CancellationToken);

        Assert.Empty(rules.Validate(System.Text.Encoding.UTF8.GetString(json)).Select(error => error.ToString()));
        Assert.Equal(
            (App, App, App, "1.2.3"),
            (Text(root, "id"), Text(root.GetProperty("bots")[0], "botId"), Text(root.GetProperty("composeExtensions")[0], "botId"), Text(root, "version")));
        Assert.Equal(
            """{"name":"Tomelilla kommun","websiteUrl":"https://www.tomelilla.se/","privacyUrl":"https://lofte.tomelilla.se/privacy","termsOfUseUrl":"https://lofte.tomelilla.se/terms"}""",
            JsonSerializer.Serialize(root.GetProperty("developer")));
        Assert.Equal("lofte.tomelilla.se", Assert.Single(root.GetProperty("validDomains").EnumerateArray()).GetString());
        Assert.DoesNotContain("example", root.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exempelkommunen", root.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("11111111", root.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("22222222", root.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Package_MadeTwice_IsTheSameBytes()
    {
        Make();
        byte[] first = File.ReadAllBytes(Zip);

        Make();

        Assert.Equal(first, File.ReadAllBytes(Zip));
    }

    [Fact]
    public void Website_NotGiven_IsTheSupportPage()
    {
        Make();

        using ZipArchive zip = ZipFile.OpenRead(Zip);
        using var manifest = JsonDocument.Parse(Read(zip, "manifest.json"));
        Assert.Equal("https://lofte.tomelilla.se/support", Text(manifest.RootElement.GetProperty("developer"), "websiteUrl"));
    }

    [Fact]
    public void Host_WithSwedishLetters_IsWrittenAsInAddresses()
    {
        Make("--host", "löfte.östersund.se");

        using ZipArchive zip = ZipFile.OpenRead(Zip);
        using var manifest = JsonDocument.Parse(Read(zip, "manifest.json"));
        Assert.Equal("xn--lfte-5qa.xn--stersund-m4a.se", manifest.RootElement.GetProperty("validDomains")[0].GetString());
    }

    [Theory]
    [InlineData("--app-id", "PledgeBot", "--app-id is")]
    [InlineData("--app-id", "00000000-0000-0000-0000-000000000000", "--app-id is")]
    [InlineData("--host", "https://lofte.tomelilla.se", "--host is")]
    [InlineData("--host", "lofte.tomelilla.se:8443", "--host is")]
    [InlineData("--host", "lofte.tomelilla.se/", "--host is")]
    [InlineData("--host", "localhost", "--host is")]
    [InlineData("--host", "127.0.0.1", "--host is")]
    [InlineData("--host", "*.tomelilla.se", "--host is")]
    [InlineData("--municipality", " ", "--municipality is")]
    [InlineData("--municipality", "En kommun med ett namn som är längre än vad Teams tar emot", "--municipality is")]
    [InlineData("--website", "http://www.tomelilla.se", "--website is")]
    [InlineData("--website", "tomelilla", "--website is")]
    [InlineData("--version", "1.0", "--version has")]
    [InlineData("--version", "01.0.0", "--version has")]
    [InlineData("--appid", "x", "\"--appid\" is not an option")]
    [InlineData("--out", null, "--out has no value")]
    public void Option_ThatIsWrong_IsExplainedAndNothingIsWritten(string option, string? value, string explained)
    {
        int code = Make(value is null ? [option] : [option, value]);

        Assert.Equal(1, code);
        Assert.Contains(explained, _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("package --app-id <id>", _errors.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Zip));
    }

    [Fact]
    public void NoOptions_EveryOneThatIsNeeded_IsExplained()
    {
        Assert.Equal(1, PackageCommand.Run([], _output, _errors));

        Assert.All((string[])["--app-id is", "--host is", "--municipality is"], needed => Assert.Contains(needed, _errors.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void File_ThatCannotBeWritten_IsExplained()
    {
        Assert.Equal(1, Make("--out", _directory.FullName));

        Assert.Contains("was not written", _errors.ToString(), StringComparison.Ordinal);
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static byte[] Read(ZipArchive zip, string file)
    {
        using Stream content = zip.GetEntry(file)!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    // The last one of an option given twice counts.
    private int Make(params string[] more) => PackageCommand.Run(
        ["--app-id", App, "--host", "lofte.tomelilla.se", "--municipality", "Tomelilla kommun", "--out", Zip, .. more], _output, _errors);
}
