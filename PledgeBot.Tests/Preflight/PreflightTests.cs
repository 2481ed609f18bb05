using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.Preflight;
using PledgeBot.Tests.Records;
using PledgeBot.Tests.Running;
using PledgeBot.Tests.TeamsMode;
using PledgeBot.Tests.Tokens;

namespace PledgeBot.Tests.Preflight;

/// <summary>The look before the start says what is wrong, what to do about it, and nothing that is secret.</summary>
public sealed class PreflightTests : IAsyncLifetime
{
    private const string Secret = "s3cret~of-the_bot";
    private const string Tenant = "5a1b6c2d-0f3e-4a7b-9c8d-112233445566";
    private const string Login = "login.microsoftonline.com";
    private const string Connector = "smba.trafficmanager.net";
    private const string OtherConnector = "smba.infra.gcc.teams.microsoft.com";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 5, 7, 0, 0, TimeSpan.Zero));
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("pledgebot-test-");
    private readonly Outside _outside = new();
    private readonly Dictionary<string, string> _settings = [];
    private IdentityProvider _provider = null!;

    private string RecordsFile => Path.Combine(_directory.FullName, "pledgebot.db");

    public async ValueTask InitializeAsync()
    {
        _provider = await IdentityProvider.StartAsync();
        _provider.Now = _time.GetUtcNow();
        _outside.Answers[OtherConnector] = _ => new HttpResponseMessage(HttpStatusCode.NotFound);
        _settings["environment"] = "Development";
        _settings["MicrosoftAppId"] = _outside.AppId;
        _settings["MicrosoftAppTenantId"] = Tenant;
        _settings["MicrosoftAppPassword"] = Secret;
        _settings["Teams:OpenIdMetadata"] = _provider.Metadata.AbsoluteUri;
        _settings["Storage:DataDirectory"] = _directory.FullName;
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Run_EverythingWell_SaysSoLineByLineAndMakesNothing()
    {
        (int exitCode, string[] lines) = await RunAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal(
            [
                $"OK    records      There are none yet. They are made at the first start, as {RecordsFile}.",
                $"OK    rights       Nobody else on this machine may read {_directory.FullName}.",
                $"OK    settings     The bot is {_outside.AppId}, for members of one tenant.",
                "OK    credentials  The identity platform gives the bot a token for the connector.",
                $"OK    keys         {_provider.Metadata} answers. Keys that may speak for Teams: 1.",
                "OK    clock        It is 0 seconds ahead of the server that has the keys.",
                $"OK    connector    {Connector} and {OtherConnector} can be reached.",
                "All is well.",
            ],
            lines);
        Assert.Empty(_directory.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task Run_TheConnector_IsNeverShownTheToken()
    {
        await RunAsync();

        Assert.Contains(Connector, _outside.Hosts);
        Assert.All(_outside.Calls, call => Assert.Null(call.Authorization));
    }

    [Fact]
    public async Task Run_WithoutSettings_NamesWhatIsMissing()
    {
        (int exitCode, string output) = await StartedProgram.RunAsync(["preflight"]);

        Assert.Equal(1, exitCode);
        Assert.Contains("FAIL  settings     MicrosoftAppId is missing.", output, StringComparison.Ordinal);
        Assert.Contains("FAIL  settings     MicrosoftAppTenantId is missing.", output, StringComparison.Ordinal);
        Assert.Contains("FAIL  settings     The bot has nothing to prove itself with.", output, StringComparison.Ordinal);
        Assert.Contains("SKIP  Teams", output, StringComparison.Ordinal);
        Assert.EndsWith("To put right: 3.", output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WrongSettings_CallNobody()
    {
        _settings["Teams:Cloud"] = "Mars";

        await ExpectAsync("settings", "Teams:Cloud names no cloud that PledgeBot knows.");

        Assert.Empty(_outside.Calls);
        Assert.Equal(0, _provider.Reads);
    }

    [Fact]
    public async Task Run_SecretThatIsNotTheApps_NamesTheReasonAndNotTheSecret()
    {
        _outside.Answers[Login] = _ => Outside.Json(
            HttpStatusCode.Unauthorized,
            $$"""{ "error": "invalid_client", "error_description": "AADSTS7000215: Invalid client secret provided: {{Secret}}.", "error_codes": [7000215] }""");

        await ExpectAsync("credentials", "AADSTS7000215");
    }

    [Fact]
    public async Task Run_IdentityPlatformNotReached_SaysSo()
    {
        _outside.Answers[Login] = _ => throw new HttpRequestException(HttpRequestError.ConnectionError);

        await ExpectAsync("credentials", "could not be reached");
    }

    [Fact]
    public async Task Run_CertificateThatIsNone_SaysSo()
    {
        string file = Path.Combine(_directory.FullName, "app.pfx");
        await File.WriteAllTextAsync(file, "not a certificate", TestContext.Current.CancellationToken);
        _settings.Remove("MicrosoftAppPassword");
        _settings["Teams:CertificatePath"] = file;

        await ExpectAsync("credentials", "The app's certificate could not be read from its file.");
    }

    [Fact]
    public async Task Run_IssuerAway_SaysWhatItAnswered()
    {
        _provider.AnswerWith(StatusCodes.Status502BadGateway);

        await ExpectAsync("keys", $"{_provider.Metadata} answered with 502.");
    }

    [Fact]
    public async Task Run_IssuerNotReached_SaysWhereToLook()
    {
        _settings["Teams:OpenIdMetadata"] = "http://127.0.0.1:1/";

        await ExpectAsync("keys", "http://127.0.0.1:1/ cannot be reached: no connection comes about. Look at the firewall and the proxy (HTTPS_PROXY).");
    }

    [Fact]
    public async Task Run_IssuerOfAnotherCloud_SaysSo()
    {
        _provider.Name = "https://api.botframework.us";

        await ExpectAsync("keys", "belongs to another issuer than the tokens' https://api.botframework.com");
    }

    [Fact]
    public async Task Run_KeysThatDoNotSpeakForTeams_SaysSo()
    {
        _provider.Publish(new ProviderKey("key-9", "webchat"));

        await ExpectAsync("keys", "has no key that may speak for Teams");
    }

    [Theory]
    [InlineData(-299, true)]
    [InlineData(299, true)]
    [InlineData(-300, false)]
    [InlineData(300, false)]
    [InlineData(86_400, false)]
    public async Task Run_Clock_MayDifferByLessThanFiveMinutes(int seconds, bool well)
    {
        _provider.Now = _time.GetUtcNow().AddSeconds(-seconds);
        string sentence = string.Create(
            CultureInfo.InvariantCulture, $"It is {Math.Abs(seconds)} seconds {(seconds < 0 ? "behind" : "ahead of")} the server that has the keys");

        if (well)
        {
            (int exitCode, string[] lines) = await RunAsync();
            Assert.Equal(0, exitCode);
            Assert.Contains($"OK    clock        {sentence}.", lines);
        }
        else
        {
            await ExpectAsync("clock", sentence);
        }
    }

    [Fact]
    public async Task Run_OneConnectorNotReached_IsNoFailureButSaid()
    {
        _outside.Answers.Remove(OtherConnector);

        (int exitCode, string[] lines) = await RunAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains(
            lines,
            line => line.StartsWith($"OK    connector    {Connector} can be reached. Not so", StringComparison.Ordinal)
                && line.Contains($"{OtherConnector} cannot be reached: its name is not known here.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_NoConnectorReached_SaysWhyOfEach()
    {
        _outside.Answers.Remove(OtherConnector);
        _outside.Answers[Connector] = _ => throw new HttpRequestException(HttpRequestError.SecureConnectionError);

        await ExpectAsync("connector", $"{Connector} cannot be reached safely: its certificate is not believed here.");
    }

    [Fact]
    public async Task Run_RecordsOfThisRelease_AreLookedAtAndLeftAsTheyAre()
    {
        await MakeRecordsAsync();
        byte[] before = await File.ReadAllBytesAsync(RecordsFile, TestContext.Current.CancellationToken);

        (int exitCode, string[] lines) = await RunAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains($"OK    records      {RecordsFile} is of this release and can be written.", lines);
        Assert.Equal(before, await File.ReadAllBytesAsync(RecordsFile, TestContext.Current.CancellationToken));
        Assert.Equal(RecordsFile, Assert.Single(_directory.EnumerateFileSystemInfos()).FullName);
    }

    [Fact]
    public async Task Run_RecordsOfAnEarlierRelease_AreWellAndLeftAsTheyAre()
    {
        await MakeRecordsAsync("""DELETE FROM "__EFMigrationsHistory" """);
        byte[] before = await File.ReadAllBytesAsync(RecordsFile, TestContext.Current.CancellationToken);

        (int exitCode, string[] lines) = await RunAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains(lines, line => line.Contains("is of an earlier release and is brought up to date at the next start", StringComparison.Ordinal));
        Assert.Equal(before, await File.ReadAllBytesAsync(RecordsFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Run_RecordsOfALaterRelease_AreAFailure()
    {
        await MakeRecordsAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99')""");

        await ExpectAsync("records", "is of a later release than this one");
    }

    [Fact]
    public async Task Run_RecordsFileOfAnotherProgram_IsAFailure()
    {
        await ExecuteAsync("CREATE TABLE recipes (id INTEGER)");

        await ExpectAsync("records", "The file holds another program's tables.");
    }

    [Fact]
    public async Task Run_RecordsFileThatIsNone_IsAFailure()
    {
        await File.WriteAllTextAsync(RecordsFile, new string('x', 5000), TestContext.Current.CancellationToken);

        await ExpectAsync("records", "The file is not a SQLite database, or is damaged. Restore a backup.");
    }

    [Fact]
    public async Task Run_RecordsWhereNothingCanBeWritten_AreAFailure()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no /proc here.");
        _settings["Storage:DataDirectory"] = "/proc/pledgebot";

        await ExpectAsync("records", "This account may not write where the records are to lie.");
    }

    [Fact]
    public async Task Run_RecordsWithoutAPlace_AreAFailure()
    {
        _settings["Storage:ConnectionString"] = "Data Source=:memory:";

        await ExpectAsync("records", "Storage:ConnectionString cannot be used.");
    }

    [Fact]
    public async Task Run_DirectoryOpenToEverybody_SaysTheCommand()
    {
        SetMode(_directory.FullName, (UnixFileMode)0b111_101_101);

        await ExpectAsync("rights", $"Run: chmod 700 {_directory.FullName}");
    }

    [Fact]
    public async Task Run_RecordsReadableByEverybody_SaysTheCommand()
    {
        await MakeRecordsAsync();
        SetMode(RecordsFile, (UnixFileMode)0b110_100_100);

        await ExpectAsync("rights", $"Run: chmod 600 {RecordsFile}*");
    }

    [Fact]
    public async Task Run_AddressWhereTheBotAnswers_IsWell()
    {
        _outside.Answers["pledgebot.example.org"] = request =>
        {
            Assert.Equal(HttpMethod.Post, request.Method);
            Assert.Equal("https://pledgebot.example.org/api/messages", request.RequestUri!.AbsoluteUri);
            var answer = new HttpResponseMessage(HttpStatusCode.Unauthorized);
            answer.Headers.WwwAuthenticate.ParseAdd("Bearer");
            return answer;
        };

        (int exitCode, string[] lines) = await RunAsync("--address=https://pledgebot.example.org");

        Assert.Equal(0, exitCode);
        Assert.Contains("OK    address      https://pledgebot.example.org/api/messages answers, and turns away who has no token.", lines);
    }

    [Theory]
    [InlineData(200, "answers 200 where the bot would answer 401")]
    [InlineData(302, "answers 302 where the bot would answer 401")]
    [InlineData(401, "answers 401 where the bot would answer 401")]
    [InlineData(404, "answers 404 where the bot would answer 401")]
    [InlineData(502, "answers 502. Start the bot")]
    public async Task Run_AddressWhereSomethingElseAnswers_IsAFailure(int status, string sentence)
    {
        _outside.Answers["pledgebot.example.org"] = _ => new HttpResponseMessage((HttpStatusCode)status);

        await ExpectAsync("address", sentence, "--address=https://pledgebot.example.org");
    }

    [Theory]
    [InlineData("http://pledgebot.example.org")]
    [InlineData("https://pledgebot.example.org/api/messages")]
    [InlineData("pledgebot.example.org")]
    public async Task Run_AddressThatTeamsWouldNotCall_IsAFailure(string address) =>
        await ExpectAsync("address", "The address is not one that Teams would call.", $"--address={address}");

    [Fact]
    public async Task Run_AddressThatNobodyHas_IsAFailure() =>
        await ExpectAsync("address", "cannot be reached: its name is not known here. Look at DNS.", "--address=https://nowhere.example.org");

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("package.zip")]
    public async Task Run_PackageOfThisBot_IsWell(string name)
    {
        _outside.Answers["kommun.example.org"] = _ => new HttpResponseMessage(HttpStatusCode.OK);

        (int exitCode, string[] lines) = await RunAsync($"--manifest={await PackAsync(Manifest(), name)}");

        Assert.Equal(0, exitCode);
        Assert.Contains("OK    manifest     The package is this bot's.", lines);
        Assert.Contains("OK    pages        The pages that the package points to answer.", lines);
    }

    [Fact]
    public async Task Run_PackageOfTheExample_IsAFailure() =>
        await ExpectAsync("manifest", "The package's botId is not MicrosoftAppId", $"--manifest={Repository.PathOf("manifest", "manifest.json")}");

    [Fact]
    public async Task Run_PackageWithAnotherBotInOnePlace_IsAFailure()
    {
        JsonObject manifest = Manifest();
        manifest["composeExtensions"] = new JsonArray(new JsonObject { ["botId"] = Tenant });

        await ExpectAsync("manifest", "The package's botId is not MicrosoftAppId", $"--manifest={await PackAsync(manifest)}");
    }

    [Fact]
    public async Task Run_PackageWithTheExamplesId_IsAFailure()
    {
        JsonObject manifest = Manifest();
        manifest["id"] = "11111111-1111-4111-8111-111111111111";

        await ExpectAsync("manifest", "The package's id is still the example's.", $"--manifest={await PackAsync(manifest)}");
    }

    [Fact]
    public async Task Run_PackageWithTheExamplesName_IsAFailure()
    {
        JsonObject manifest = Manifest();
        manifest["developer"]!["name"] = "Exempelkommunen";

        await ExpectAsync("manifest", "The package's developer.name is still the example's.", $"--manifest={await PackAsync(manifest)}");
    }

    [Fact]
    public async Task Run_PackageWithTheExamplesPages_IsAFailure()
    {
        JsonObject manifest = Manifest();
        manifest["developer"]!["privacyUrl"] = "https://pledgebot.example.se/privacy";

        await ExpectAsync("manifest", "The package's addresses are still the example's.", $"--manifest={await PackAsync(manifest)}");
    }

    [Fact]
    public async Task Run_PackageWhosePagesAreNotThere_IsAFailure()
    {
        _outside.Answers["kommun.example.org"] = request =>
            new HttpResponseMessage(request.RequestUri!.AbsolutePath == "/terms" ? HttpStatusCode.NotFound : HttpStatusCode.OK);

        await ExpectAsync("pages", "https://kommun.example.org/terms answers 404.", $"--manifest={await PackAsync(Manifest())}");
    }

    [Theory]
    [InlineData("""{ "bots": "no list" }""")]
    [InlineData("""{ "bots": [ 7 ] }""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task Run_PackageThatIsNone_IsAFailure(string json)
    {
        string file = Path.Combine(_directory.FullName, "manifest.json");
        await File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);

        await ExpectAsync("manifest", "is not an app package", $"--manifest={file}");
    }

    [Fact]
    public async Task Run_PackageThatIsNoArchive_IsAFailure()
    {
        string file = Path.Combine(_directory.FullName, "package.zip");
        await File.WriteAllTextAsync(file, "no archive", TestContext.Current.CancellationToken);

        await ExpectAsync("manifest", "is not an app package", $"--manifest={file}");
    }

    [Fact]
    public async Task Run_PackageThatIsNotThere_IsAFailure() =>
        await ExpectAsync("manifest", "nowhere.zip cannot be read.", $"--manifest={Path.Combine(_directory.FullName, "nowhere.zip")}");

    // Exactly one failure, of this subject and in these words.
    private async Task ExpectAsync(string subject, string words, params string[] arguments)
    {
        (int exitCode, string[] lines) = await RunAsync(arguments);

        Assert.Equal(1, exitCode);
        string failure = Assert.Single(lines, line => line.StartsWith("FAIL", StringComparison.Ordinal));
        Assert.StartsWith($"FAIL  {subject,-12} ", failure, StringComparison.Ordinal);
        Assert.Contains(words, failure, StringComparison.Ordinal);
        Assert.Equal("To put right: 1.", lines[^1]);
    }

    private async Task<(int ExitCode, string[] Lines)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        int exitCode = await PreflightCommand.RunAsync(
            [.. _settings.Select(setting => $"--{setting.Key}={setting.Value}"), .. arguments],
            output,
            services =>
            {
                services.AddSingleton<TimeProvider>(_time);
                _outside.PutInto(services);
            },
            TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Secret, output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("the-bots-token", output.ToString(), StringComparison.Ordinal);
        return (exitCode, output.ToString().TrimEnd().Split(Environment.NewLine));
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Rights are not modes here.");
        }
        else
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private async Task MakeRecordsAsync(string? change = null)
    {
        await using (TemporaryRecords records = await TemporaryRecords.CreateAsync(_time))
        {
            File.Copy(records.File, RecordsFile);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(RecordsFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        if (change is not null)
        {
            await ExecuteAsync(change);
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={RecordsFile};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(RecordsFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private JsonObject Manifest()
    {
        JsonObject manifest = JsonNode.Parse(Repository.Read("manifest", "manifest.json"))!.AsObject();
        manifest["id"] = "88888888-1111-4111-8111-111111111111";
        manifest["developer"]!["name"] = "Tomelilla kommun";
        manifest["developer"]!["websiteUrl"] = "https://kommun.example.org";
        manifest["developer"]!["privacyUrl"] = "https://kommun.example.org/privacy";
        manifest["developer"]!["termsOfUseUrl"] = "https://kommun.example.org/terms";
        foreach (JsonNode? bot in manifest["bots"]!.AsArray().Concat(manifest["composeExtensions"]?.AsArray() ?? []))
        {
            bot!["botId"] = _outside.AppId;
        }

        return manifest;
    }

    private async Task<string> PackAsync(JsonObject manifest, string name = "manifest.json")
    {
        string path = Path.Combine(_directory.FullName, name);
        if (!name.EndsWith(".zip", StringComparison.Ordinal))
        {
            await File.WriteAllTextAsync(path, manifest.ToJsonString(), TestContext.Current.CancellationToken);
            return path;
        }

        await using FileStream file = File.Create(path);
        await using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        await using Stream entry = archive.CreateEntry("manifest.json").Open();
        await entry.WriteAsync(System.Text.Encoding.UTF8.GetBytes(manifest.ToJsonString()), TestContext.Current.CancellationToken);
        return path;
    }
}
