using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NJsonSchema;
using NJsonSchema.Validation;
using PledgeBot.Dialogs;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Storage;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Messages;

namespace PledgeBot.Tests.Manifest;

/// <summary>The Teams app package: that Teams would take it, and that it promises nothing the bot does not understand.</summary>
public sealed class ManifestTests
{
    // Teams shows at most twelve; a list that long is not read.
    private const int MostCommands = 10;

    [Theory]
    [InlineData("manifest.json", "MicrosoftTeams.schema.json")]
    [InlineData("en.json", "MicrosoftTeams.Localization.schema.json")]
    public async Task Package_AgainstMicrosoftsSchema_HasNoErrors(string file, string schema)
    {
        JsonSchema rules = await JsonSchema.FromJsonAsync(ReadSchema(schema), TestContext.Current.CancellationToken);

        ICollection<ValidationError> errors = rules.Validate(Repository.Read("manifest", file));

        Assert.Empty(errors.Select(error => error.ToString()));
    }

    // Asserted by itself: the validator above passes over "const".
    [Fact]
    public void ManifestVersion_IsTheOneThatTheSchemasAreOf()
    {
        using JsonDocument manifest = ReadPackage("manifest.json");
        using JsonDocument english = ReadPackage("en.json");
        using var schema = JsonDocument.Parse(ReadSchema("MicrosoftTeams.schema.json"));
        string? version = schema.RootElement.GetProperty("properties").GetProperty("manifestVersion").GetProperty("const").GetString();

        Assert.Equal("1.24", version);
        Assert.Equal(version, manifest.RootElement.GetProperty("manifestVersion").GetString());
        Assert.EndsWith($"/v{version}/MicrosoftTeams.schema.json", SchemaOf(manifest), StringComparison.Ordinal);
        Assert.EndsWith($"/v{version}/MicrosoftTeams.Localization.schema.json", SchemaOf(english), StringComparison.Ordinal);
    }

    [Fact]
    public void Name_DoesNotSayTeams()
    {
        using JsonDocument manifest = ReadPackage("manifest.json");
        JsonElement name = manifest.RootElement.GetProperty("name");

        Assert.Equal("PledgeBot", name.GetProperty("short").GetString());
        Assert.DoesNotContain("Teams", name.GetProperty("full").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void English_HasEveryTextOfTheManifest_AndNoOther()
    {
        using JsonDocument manifest = ReadPackage("manifest.json");
        using JsonDocument english = ReadPackage("en.json");

        IEnumerable<string> translated = english.RootElement.EnumerateObject().Select(text => text.Name).Where(name => name != "$schema");

        Assert.Equal(TextsOf(manifest).Keys.Order(StringComparer.Ordinal), translated.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Package_EveryFileItNames_Exists()
    {
        using JsonDocument manifest = ReadPackage("manifest.json");
        IEnumerable<JsonElement> named =
        [
            .. manifest.RootElement.GetProperty("icons").EnumerateObject().Select(icon => icon.Value),
            .. manifest.RootElement.GetProperty("localizationInfo").GetProperty("additionalLanguages").EnumerateArray()
                .Select(language => language.GetProperty("file")),
        ];

        Assert.All(named, file => Assert.True(File.Exists(Repository.PathOf("manifest", file.GetString()!)), $"{file} is missing."));
    }

    [Fact]
    public void CommandLists_AreOnePerScope_AndShort()
    {
        using JsonDocument manifest = ReadPackage("manifest.json");
        JsonElement bot = manifest.RootElement.GetProperty("bots")[0];

        Assert.Equal(["personal", "team"], bot.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.Equal(["personal", "team"], bot.GetProperty("commandLists").EnumerateArray().Select(list => list.GetProperty("scopes")[0].GetString()));
        Assert.All(
            bot.GetProperty("commandLists").EnumerateArray(),
            list => Assert.InRange(list.GetProperty("commands").GetArrayLength(), 1, MostCommands));
    }

    // What is typed in the channel is read by everybody there, and a vote is the member's own until the poll has closed.
    [Fact]
    public void CommandList_OfTheTeam_DoesNotSuggestTypingAVote()
    {
        using JsonDocument manifest = ReadPackage("manifest.json");
        JsonElement team = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists")[1];

        Assert.DoesNotContain(team.GetProperty("commands").EnumerateArray(), command => command.GetProperty("title").GetString() == "rösta");
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("en.json")]
    public void Bot_UnderstandsEveryCommandThatIsSuggested(string file)
    {
        using JsonDocument package = ReadPackage(file);
        Dictionary<string, string> texts = file == "manifest.json" ? TextsOf(package) : TextsIn(package);
        using ServiceProvider services = Conversation();
        var router = services.GetRequiredService<CommandRouter>();

        IEnumerable<string> suggested = texts.Where(text => text.Key.EndsWith("].title", StringComparison.Ordinal)).Select(text => text.Value);

        Assert.NotEmpty(suggested);
        Assert.All(suggested, title => Assert.True(router.Find(title) is { Argument: "" }, $"The bot does not understand \"{title}\"."));
    }

    private static string ReadSchema(string file) => Repository.Read("PledgeBot.Tests", "Manifest", "Schemas", file);

    private static JsonDocument ReadPackage(string file) => JsonDocument.Parse(Repository.Read("manifest", file));

    private static string? SchemaOf(JsonDocument document) => document.RootElement.GetProperty("$schema").GetString();

    private static Dictionary<string, string> TextsIn(JsonDocument language) =>
        language.RootElement.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal);

    /// <summary>Gets what is shown of the manifest, under the names that a language file calls it by.</summary>
    private static Dictionary<string, string> TextsOf(JsonDocument manifest)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string part in (string[])["name", "description"])
        {
            AddAll(manifest.RootElement.GetProperty(part), part);
        }

        int listNumber = 0;
        foreach (JsonElement list in manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray())
        {
            int commandNumber = 0;
            foreach (JsonElement command in list.GetProperty("commands").EnumerateArray())
            {
                AddAll(command, $"bots[0].commandLists[{listNumber}].commands[{commandNumber++}]");
            }

            listNumber++;
        }

        return texts;

        void AddAll(JsonElement texted, string name)
        {
            foreach (JsonProperty text in texted.EnumerateObject())
            {
                texts.Add($"{name}.{text.Name}", text.Value.GetString()!);
            }
        }
    }

    // As the host puts it together, but never started: nothing is made in the directory.
    private static ServiceProvider Conversation() =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new("Storage:DataDirectory", Path.GetTempPath())])
                .Build())
            .AddSingleton<TimeProvider>(new FakeTimeProvider())
            .AddSingleton<IConnectorCredentials, NoCredentials>()
            .AddTeams(new TeamsOptions
            {
                ServiceUrls = ServiceUrlPolicy.LocalOnly,
                Apology = DialogsServiceCollectionExtensions.Apology,
            })
            .AddPledgeBotStorage()
            .AddPledgeBotDialogs()
            .BuildServiceProvider();
}
