using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.DecisionRecords;
using PledgeBot.Dialogs;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Records;
using PledgeBot.LegalPages;
using PledgeBot.Teams;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Messages;
using PledgeBot.Tests.Messages;

namespace PledgeBot.Tests.Hosting;

/// <summary>
/// The whole bot on a server in memory, between its HTTP endpoint and its HTTP calls: everything but the clock, the records' place
/// and the network is the real thing. Due work is done when the test says so.
/// </summary>
internal sealed class HostedBot : IAsyncDisposable
{
    private const int MostWork = 10_000;

    private static readonly ServiceUrlPolicy Teams = ServiceUrlPolicy.For(TeamsCloud.Public);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly IDueWorkList _work;
    private readonly IDueWorkDispatcher _dispatcher;

    private HostedBot(WebApplication app, HttpClient http, FakeTimeProvider time, ChannelInMemory channel, LogLines log)
    {
        _app = app;
        _http = http;
        _work = app.Services.GetRequiredService<IDueWorkList>();
        _dispatcher = app.Services.GetRequiredService<IDueWorkDispatcher>();
        Time = time;
        Channel = channel;
        Log = log;
    }

    public FakeTimeProvider Time { get; }

    public ChannelInMemory Channel { get; }

    public LogLines Log { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts it.</summary>
    /// <param name="now">What its clock shows; it stands still until it is moved.</param>
    /// <param name="records">Registers the records, the directory and the list of due work.</param>
    /// <param name="overSockets">Whether it listens on a real port of this machine instead of a server in memory.</param>
    public static async Task<HostedBot> StartAsync(DateTimeOffset now, Action<IServiceCollection> records, bool overSockets = false)
    {
        var time = new FakeTimeProvider(now);
        var channel = new ChannelInMemory();
        var log = new LogLines();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        if (overSockets)
        {
            builder.WebHost.UseKestrelCore().UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        builder.Logging.ClearProviders().AddProvider(log).AddFilter<LogLines>(null, LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IConnectorCredentials, NoCredentials>();
        builder.Services.AddTeams(new TeamsOptions { ServiceUrls = Teams, Apology = DialogsServiceCollectionExtensions.Apology });
        builder.Services.AddSingleton<ICallerCheck, Anybody>();

        // Without the waits of the real one, which need a clock that runs.
        builder.Services.AddSingleton(new ConnectorClient(new HttpClient(channel), Teams, new NoCredentials(), time));
        builder.Services.AddPledgeBotDialogs();
        builder.Services.AddDecisionRecordPages().Configure<PublicPagesOptions>(pages => pages.Address = "https://pledgebot.example");
        records(builder.Services);
        WebApplication app = builder.Build();
        app.MapTeamsMessages();
        app.MapDecisionRecordPages();
        await app.StartAsync(TestContext.Current.CancellationToken);
        HttpClient http = overSockets ? new HttpClient { BaseAddress = new Uri(app.Urls.First()) } : app.GetTestClient();
        return new HostedBot(app, http, time, channel, log);
    }

    /// <summary>Posts an activity as Teams does.</summary>
    public async Task<(int Status, JsonElement? Body)> PostAsync(string activity)
    {
        using var content = new StringContent(activity, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await _http.PostAsync(new Uri("/api/messages", UriKind.Relative), content, TestContext.Current.CancellationToken);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, body.Length == 0 ? null : JsonElement.Parse(body));
    }

    /// <summary>Asks for a page of the bot's own.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Posts an activity and does what is due after it.</summary>
    public async Task<(int Status, JsonElement? Body)> SendAsync(JsonObject activity)
    {
        (int Status, JsonElement? Body) answer = await PostAsync(activity.ToJsonString());
        await DoDueWorkAsync();
        return answer;
    }

    /// <summary>Does the work that is due, and what comes due by it.</summary>
    public async Task DoDueWorkAsync()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        for (int done = 0; done < MostWork;)
        {
            IReadOnlyList<TakenWork> taken = await _work.TakeDueAsync(Time.GetUtcNow(), Lease, most: 16, cancellationToken);
            if (taken.Count == 0)
            {
                return;
            }

            foreach (TakenWork work in taken)
            {
                await _dispatcher.HandleAsync(work, cancellationToken);
                done++;
            }
        }

        Assert.Fail("The due work never ends.");
    }

    /// <summary>Lets time pass, and does what comes due.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Time.Advance(time);
        await DoDueWorkAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        Channel.Dispose();
    }

    /// <summary>Lets anybody post from an address of Teams': tokens have tests of their own.</summary>
    private sealed class Anybody : ICallerCheck, ICaller
    {
        public ValueTask<CallerOutcome> CheckAsync(HttpContext context, CancellationToken cancellationToken) =>
            ValueTask.FromResult<CallerOutcome>(new CallerOutcome.Known(this));

        public CallerRefusal? Refuse(Activity activity) => Teams.Allows(activity.ServiceUrl, out _) ? null : CallerRefusal.ServiceUrl;
    }
}
