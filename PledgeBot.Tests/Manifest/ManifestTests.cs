using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NJsonSchema;
using NJsonSchema.Validation;
using PledgeBot.Dialogs;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Proposals;
using PledgeBot.Dialogs.Search;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Storage;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Messages;

namespace PledgeBot.Tests.Manifest;

/// <summary>The Teams app package: that Teams would take it, and that it promises nothing the bot does not understand.</summary>
public sealed class ManifestTests
{
    // Teams takes no longer list.
    private const int MostCommands = 12;

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

        Assert.Equal("1.25", version);
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
    public void Bot_IsInEveryScope_WithACommandListForEach()
    {
        using JsonDocument manifest = ReadPackage("manifest.json");
        JsonElement bot = manifest.RootElement.GetProperty("bots")[0];
        string?[] scopes = [.. bot.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString())];

        Assert.Equal(["personal", "team", "groupChat"], scopes);
        Assert.Equal(
            scopes,
            bot.GetProperty("commandLists").EnumerateArray().SelectMany(list => list.GetProperty("scopes").EnumerateArray()).Select(scope => scope.GetString()));
        Assert.All(
            bot.GetProperty("commandLists").EnumerateArray(),
            list => Assert.InRange(list.GetProperty("commands").GetArrayLength(), 1, MostCommands));
        Assert.True(bot.GetProperty("supportsFiles").GetBoolean());
    }

    // A version that knows shared channels demands a word about them from a bot in teams (protocol 0.10).
    [Fact]
    public void Team_HasEveryKindOfChannel()
    {
        using JsonDocument manifest = ReadPackage("manifest.json");

        Assert.Equal("tier1", manifest.RootElement.GetProperty("supportsChannelFeatures").GetString());
    }

    // What is typed in the channel is read by everybody there, and a vote is the member's own until the poll has closed. A photo
    // is not sure to reach the bot there.
    [Fact]
    public void CommandList_OfWhereOthersRead_DoesNotSuggestTypingAVoteOrSendingAPhoto()
    {
        using JsonDocument manifest = ReadPackage("manifest.json");
        JsonElement shared = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists")[1];

        Assert.DoesNotContain(shared.GetProperty("commands").EnumerateArray(), command => command.GetProperty("title").GetString() is "rösta" or "foto");
    }

    [Fact]
    public void SuggestedCommands_AreTaughtByTheBot_TheSameOnesInBothLanguages()
    {
        using JsonDocument manifest = ReadPackage("manifest.json");
        using JsonDocument english = ReadPackage("en.json");
        Dictionary<string, string> inSwedish = TextsOf(manifest);
        Dictionary<string, string> inEnglish = TextsIn(english);
        using ServiceProvider services = Conversation();
        IReadOnlyList<ChatCommand> taught = [.. services.GetRequiredService<CommandRouter>().Commands.Where(command => command.Description is not null)];

        string[] titles = [.. inSwedish.Keys.Where(name => name.StartsWith("bots[0]", StringComparison.Ordinal) && name.EndsWith("].title", StringComparison.Ordinal))];

        Assert.NotEmpty(titles);
        Assert.All(titles, title => Assert.Equal(CommandTaughtAs(inSwedish[title], "sv"), CommandTaughtAs(inEnglish[title], "en")));

        ChatCommand CommandTaughtAs(string phrase, string language)
        {
            using var culture = CultureScope.For(language);
            return Assert.Single(taught, command => command.Phrase == phrase);
        }
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

        IEnumerable<string> suggested = texts
            .Where(text => text.Key.StartsWith("bots[0]", StringComparison.Ordinal) && text.Key.EndsWith("].title", StringComparison.Ordinal))
            .Select(text => text.Value);

        Assert.NotEmpty(suggested);
        Assert.All(suggested, title => Assert.True(router.Find(title) is { Argument: "" }, $"The bot does not understand \"{title}\"."));
    }

    [Fact]
    public void MessageExtension_HasTheCommandsThatTheBotAnswers()
    {
        using JsonDocument manifest = ReadPackage("manifest.json");
        JsonElement extension = manifest.RootElement.GetProperty("composeExtensions")[0];
        JsonElement search = extension.GetProperty("commands")[0];
        JsonElement action = extension.GetProperty("commands")[1];

        Assert.Equal(manifest.RootElement.GetProperty("bots")[0].GetProperty("botId").GetString(), extension.GetProperty("botId").GetString());
        Assert.Equal(2, extension.GetProperty("commands").GetArrayLength());
        Assert.Equal((SubjectSearch.Command, "query", true), (Text(search, "id"), Text(search, "type"), search.GetProperty("initialRun").GetBoolean()));
        Assert.Equal(SubjectSearch.Text, Text(Assert.Single(search.GetProperty("parameters").EnumerateArray()), "name"));
        Assert.Equal((ProposalFromMessage.Command, "action", true), (Text(action, "id"), Text(action, "type"), action.GetProperty("fetchTask").GetBoolean()));
        Assert.Equal("message", Assert.Single(action.GetProperty("context").EnumerateArray()).GetString());
        Assert.Equal("Gör till förslag", Text(action, "title"));

        static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
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

        int composeNumber = 0;
        foreach (JsonElement command in manifest.RootElement.GetProperty("composeExtensions")[0].GetProperty("commands").EnumerateArray())
        {
            string name = $"composeExtensions[0].commands[{composeNumber++}]";
            AddShown(command, name);
            int parameterNumber = 0;
            foreach (JsonElement parameter in command.TryGetProperty("parameters", out JsonElement parameters) ? parameters.EnumerateArray() : default)
            {
                AddShown(parameter, $"{name}.parameters[{parameterNumber++}]");
            }
        }

        return texts;

        void AddShown(JsonElement texted, string name)
        {
            texts.Add($"{name}.title", texted.GetProperty("title").GetString()!);
            texts.Add($"{name}.description", texted.GetProperty("description").GetString()!);
        }

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
