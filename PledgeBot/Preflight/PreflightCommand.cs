using PledgeBot.Storage;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Connector.Credentials;
using PledgeBot.Teams.Tokens;
using PledgeBot.TeamsMode;

namespace PledgeBot.Preflight;

/// <summary>Looks, before the bot is started, whether it could do its work in Teams, and says what is wrong in words. Changes nothing.</summary>
internal static class PreflightCommand
{
    /// <summary>The word on the command line.</summary>
    public const string Name = "preflight";

    /// <summary>The address that Teams reaches the bot at, such as <c>https://pledgebot.example.se</c>.</summary>
    public const string AddressSetting = "Preflight:Address";

    /// <summary>The app package (<c>.zip</c>), or its <c>manifest.json</c>.</summary>
    public const string ManifestSetting = "Preflight:Manifest";

    private static readonly Dictionary<string, string> Switches = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--address"] = AddressSetting,
        ["--manifest"] = ManifestSetting,
    };

    /// <summary>Looks at everything, and prints a line for each thing.</summary>
    /// <param name="args">What follows the word on the command line: settings, as at a start.</param>
    /// <returns>0 when the bot could be started; 1 when something has to be put right.</returns>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, _ => { }, CancellationToken.None);

    /// <summary>Looks at everything, and prints a line for each thing.</summary>
    /// <param name="args">What follows the word on the command line.</param>
    /// <param name="output">Where to print.</param>
    /// <param name="replace">Puts other services in place of the real ones.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<int> RunAsync(
        string[] args, TextWriter output, Action<IServiceCollection> replace, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Configuration.AddCommandLine(args, Switches);
        builder.Logging.ClearProviders();
        DataDirectory.Settle(builder);
        builder.Services.AddSingleton(TimeProvider.System);
        AddChecks(builder);
        replace(builder.Services);
        await using WebApplication app = builder.Build();
        int failures = 0;
        foreach (IPreflightCheck check in app.Services.GetServices<IPreflightCheck>())
        {
            foreach (Finding finding in await check.LookAsync(cancellationToken))
            {
                failures += finding.Verdict == Verdict.Fail ? 1 : 0;
                await output.WriteLineAsync(finding.ToString());
            }
        }

        await output.WriteLineAsync(failures == 0 ? "All is well." : $"To put right: {failures}.");
        return failures == 0 ? 0 : 1;
    }

    private static void AddChecks(WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddPledgeBotStorage();
        services.AddSingleton(provider => new Lazy<IRecordsInspector>(provider.GetRequiredService<IRecordsInspector>));
        services.AddSingleton<IPreflightCheck, RecordsCheck>();

        var settings = TeamsSettings.Read(builder.Configuration, builder.Environment, out IReadOnlyList<string> problems);
        services.AddSingleton<IPreflightCheck>(new SettingsCheck(settings, problems));
        if (settings is not null)
        {
            AddTeamsChecks(builder, settings);
        }
    }

    private static void AddTeamsChecks(WebApplicationBuilder builder, TeamsSettings settings)
    {
        IServiceCollection services = builder.Services;
        services.AddConnectorCredentials(settings.Credentials);
        services.AddSingleton(provider => new Lazy<IConnectorCredentials>(provider.GetRequiredService<IConnectorCredentials>));
        services.AddSingleton<IPreflightCheck, CredentialsCheck>();

        services.AddChannelMetadata();
        services.AddSingleton(settings.Tokens);
        services.AddSingleton<IPreflightCheck, MetadataCheck>();

        PreflightHttp.AddTo(services);
        services.AddSingleton(settings.ServiceUrls);
        services.AddSingleton<IPreflightCheck, ConnectorCheck>();
        if (builder.Configuration[AddressSetting] is { Length: > 0 } address)
        {
            services.AddSingleton<IPreflightCheck>(provider => new AddressCheck(provider.GetRequiredService<PreflightHttp>(), address));
        }

        if (builder.Configuration[ManifestSetting] is { Length: > 0 } manifest)
        {
            services.AddSingleton<IPreflightCheck>(
                provider => new ManifestCheck(provider.GetRequiredService<PreflightHttp>(), manifest, settings.Tokens.AppId));
        }
    }
}
