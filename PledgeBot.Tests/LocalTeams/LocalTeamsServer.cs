using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PledgeBot.LocalTeams;
using PledgeBot.LocalTeams.Connector;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>The stand-in for Teams on a port of its own, with three members.</summary>
internal sealed class LocalTeamsServer : IAsyncDisposable
{
    public static readonly LocalMember Anna = new(
        "29:anna",
        "0c1d2e3f-1111-4222-8333-944455566601",
        "Anna Ek",
        "Trygghetssamordnare · kommunen");

    public static readonly LocalMember Bo = new("29:bo", "0c1d2e3f-1111-4222-8333-944455566602", "Bo Lind", "Kommunpolis · polisen");

    public static readonly LocalMember Cia = new("29:cia", "0c1d2e3f-1111-4222-8333-944455566603", "Cia Berg", "Fritidschef · kommunen");

    public const string ChannelId = "19:local-channel@thread.tacv2";

    private readonly WebApplication _app;

    private LocalTeamsServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public string ServiceUrl => new Uri(Address, "/local-teams/connector/").AbsoluteUri;

    public IServiceProvider Services => _app.Services;

    public LocalTeamsCalls Calls => Services.GetRequiredService<LocalTeamsCalls>();

    public LocalTeamsFaults Faults => Services.GetRequiredService<LocalTeamsFaults>();

    public LocalTeamsInstaller Installer => Services.GetRequiredService<LocalTeamsInstaller>();

    public static async Task<LocalTeamsServer> StartAsync(
        TestBot bot,
        TimeProvider? time = null,
        ILocalClock? clock = null,
        Action<LocalTeamsOptions>? configure = null,
        Uri? address = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address?.AbsoluteUri ?? "http://127.0.0.1:0");
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        builder.Services.AddLocalTeams(options =>
        {
            options.Members.AddRange([Anna, Bo, Cia]);
            options.BotAddress = () => bot.Address;
            options.Banner.Add("Demo: vandringen och förslagen är påhittade.");
            configure?.Invoke(options);
        });
        WebApplication app = builder.Build();
        app.MapLocalTeams();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public MemberOverHttp As(LocalMember member) => new(Address, member.Id);

    public static string PersonalChatOf(LocalMember member) => "a:1" + member.AadObjectId.Replace("-", "", StringComparison.Ordinal);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
