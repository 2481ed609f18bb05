using PledgeBot.Dialogs;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.LegalPages;
using PledgeBot.LocalTeams;
using PledgeBot.LocalTeams.Extension;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Messages;

namespace PledgeBot.LocalMode;

/// <summary>Puts local mode together: a stand-in for Teams on this machine, with a demo partnership.</summary>
internal static class LocalModeExtensions
{
    // As the app's manifest lists them.
    private static readonly ExtensionCommand[] ManifestCommands =
    [
        new("search", "Sök", ExtensionCommandType.Query)
        {
            Parameters = [new("text", "Sök")],
            Contexts = [ExtensionContext.Compose, ExtensionContext.CommandBox],
            InitialRun = true,
        },
        new("makeProposal", "Gör till förslag", ExtensionCommandType.Action) { Contexts = [ExtensionContext.Message] },
    ];

    /// <summary>Adds the stand-in, the demo partnership and its clock.</summary>
    public static void AddLocalMode(this WebApplicationBuilder builder)
    {
        var demo = DemoPartnership.Load(builder.Configuration[DemoPartnership.FileSetting]);
        string directory = DataDirectory.Settle(builder);

        builder.Services
            .AddSingleton(demo)
            .AddSingleton(_ => new MovableClock(TimeProvider.System, directory, demo.Now))
            .AddSingleton<TimeProvider>(services => services.GetRequiredService<MovableClock>())
            .AddSingleton<ILocalClock>(services =>
            {
                var clock = services.GetRequiredService<MovableClock>();
                clock.Moved = services.GetRequiredService<DueWorkSignal>();
                return clock;
            })
            .AddSingleton<IConnectorCredentials, NoCredentials>()
            .AddTeams(new TeamsOptions { ServiceUrls = ServiceUrlPolicy.LocalOnly, Apology = DialogsServiceCollectionExtensions.Apology })
            .AddLoopbackCallers()
            .AddLocalTeams(options =>
            {
                demo.FillIn(options);
                options.DataDirectory = Path.Combine(directory, "local-teams");
                options.ExtensionCommands.AddRange(ManifestCommands);
            })
            .PostConfigure<PublicPagesOptions>(demo.FillIn)
            .AddHostedService<LocalModeStart>();
    }

    /// <summary>Shuts everybody else out, and maps the stand-in.</summary>
    public static void UseLocalMode(this WebApplication app)
    {
        app.UseLoopbackOnly();
        app.MapLocalTeams();
    }
}
