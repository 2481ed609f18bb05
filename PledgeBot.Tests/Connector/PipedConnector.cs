using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.Teams;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Messages;

namespace PledgeBot.Tests.Connector;

/// <summary>The connector client as the host makes it, its whole pipeline included, in front of a connector in memory.</summary>
internal sealed class PipedConnector : IDisposable
{
    private readonly ServiceProvider _services;

    public PipedConnector(IConnectorCredentials credentials, FakeTimeProvider time, ServiceUrlPolicy? policy = null)
    {
        Time = time;
        var services = new ServiceCollection();
        services
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(credentials)
            .AddTeams(new TeamsOptions { ServiceUrls = policy ?? ServiceUrlPolicy.For(TeamsCloud.Public), Apology = _ => "" })
            .AddHttpClient(nameof(ConnectorClient))
            .ConfigurePrimaryHttpMessageHandler(() => Connector);
        _services = services.BuildServiceProvider();
        Client = _services.GetRequiredService<ConnectorClient>();
    }

    public RecordingConnector Connector { get; } = new();

    public ConnectorClient Client { get; }

    public FakeTimeProvider Time { get; }

    public EverythingLogged Log { get; } = new();

    /// <summary>Lets time pass in small steps until a call has ended. Everything else happens at once, so nothing is left to chance.</summary>
    public async Task<T> EndAsync<T>(Task<T> call)
    {
        for (int step = 0; step < 400 && !call.IsCompleted; step++)
        {
            Time.Advance(TimeSpan.FromMilliseconds(50));
        }

        Assert.True(call.IsCompleted, "The call did not end within 20 s.");
        return await call;
    }

    public async Task EndAsync(Task call) => await EndAsync(Ended(call));

    public void Dispose() => _services.Dispose();

    private static async Task<bool> Ended(Task call)
    {
        await call;
        return true;
    }
}
