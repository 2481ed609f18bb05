using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;
using PledgeBot.Teams.Messages;
using PledgeBot.Tests.Messages;
using PledgeBot.Tests.Tokens;

namespace PledgeBot.Tests.TeamsMode;

/// <summary>
/// The whole program in Teams mode, in memory, with a clock of the test's and an issuer on this machine. What comes through to the
/// bot is noted in place of being handled.
/// </summary>
internal sealed class TeamsModeHost : WebApplicationFactory<Program>, IActivityHandler
{
    public const string AppId = "7b9f0c1e-2a34-4c56-8d78-9e0f1a2b3c4d";
    public const string Tenant = "5a1b6c2d-0f3e-4a7b-9c8d-112233445566";
    public const string ServiceUrl = $"https://smba.trafficmanager.net/emea/{Tenant}/";

    private readonly DirectoryInfo _directory;
    private readonly bool _ownsDirectory;
    private readonly IdentityProvider _provider;
    private readonly (string Name, string Value)[] _settings;

    public TeamsModeHost(IdentityProvider provider, params (string Name, string Value)[] settings)
        : this(provider, Directory.CreateTempSubdirectory("pledgebot-test-"), ownsDirectory: true, settings)
    {
    }

    private TeamsModeHost(IdentityProvider provider, DirectoryInfo directory, bool ownsDirectory, (string Name, string Value)[] settings)
    {
        _provider = provider;
        _directory = directory;
        _ownsDirectory = ownsDirectory;
        _settings = settings;
    }

    /// <summary>Gets whom the program calls in place of the network; nobody when no call is expected.</summary>
    public Outside Outside { get; init; } = new();

    /// <summary>Gets whether the bot itself handles what comes through, in place of its being noted.</summary>
    public bool HandlesItself { get; init; }

    /// <summary>Gets whether the list of due work cannot be read.</summary>
    public bool RecordsAreAway { get; init; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 10, 5, 7, 0, 0, TimeSpan.Zero));

    public LogLines Log { get; } = new("");

    public List<Activity> Handled { get; } = [];

    /// <summary>A token that the channel could have sent.</summary>
    public TestToken Token() => TestToken.Of(_provider.Key, AppId, ServiceUrl, Time.GetUtcNow());

    /// <summary>The same program started once more beside this one, on the same records.</summary>
    public TeamsModeHost Again() => new(_provider, _directory, ownsDirectory: false, _settings);

    /// <summary>A message that the channel could have sent.</summary>
    public static JsonObject Activity() => new()
    {
        ["type"] = "message",
        ["id"] = "1790000100001",
        ["text"] = "hjälp",
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["from"] = new JsonObject { ["id"] = "29:1Anna", ["aadObjectId"] = "0c1d2e3f-1111-4222-8333-944455566677" },
        ["recipient"] = new JsonObject { ["id"] = $"28:{AppId}" },
        ["conversation"] = new JsonObject { ["id"] = "a:1anna", ["conversationType"] = "personal", ["tenantId"] = Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
    };

    public Task<HttpResponseMessage> PostAsync(TestToken token, JsonObject? activity = null) => PostAsync(Request($"Bearer {token}", activity));

    public async Task<HttpResponseMessage> PostAsync(HttpRequestMessage request)
    {
        using HttpClient client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A request with the headers as given, however wrong they are.</summary>
    public static HttpRequestMessage Request(string? authorization, JsonObject? activity = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent((activity ?? Activity()).ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (authorization is not null)
        {
            Assert.True(request.Headers.TryAddWithoutValidation("Authorization", authorization));
        }

        return request;
    }

    public ValueTask<InvokeResponse?> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        lock (Handled)
        {
            Handled.Add(activity);
        }

        return ValueTask.FromResult<InvokeResponse?>(null);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsDirectory)
        {
            _directory.Delete(recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("MicrosoftAppId", AppId);
        builder.UseSetting("MicrosoftAppTenantId", Tenant);
        builder.UseSetting("MicrosoftAppPassword", "a-secret-of-the-test");
        builder.UseSetting("Teams:OpenIdMetadata", _provider.Metadata.AbsoluteUri);
        builder.UseSetting("Storage:DataDirectory", _directory.FullName);
        foreach ((string name, string value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            Outside.PutInto(services);
            if (!HandlesItself)
            {
                services.AddSingleton<IActivityHandler>(this);
            }

            if (RecordsAreAway)
            {
                services.AddSingleton<IDueWorkList, NoList>();
            }
        });
    }

    private sealed class NoList : IDueWorkList
    {
        public Task<IReadOnlyList<TakenWork>> TakeDueAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancellationToken) => throw Away();

        public Task<DateTimeOffset?> FindNextDueAsync(CancellationToken cancellationToken) => throw Away();

        public Task RetryAsync(TakenWork work, DateTimeOffset dueAt, string problem, CancellationToken cancellationToken) => throw Away();

        public Task PostponeAsync(TakenWork work, DateTimeOffset dueAt, string reason, CancellationToken cancellationToken) => throw Away();

        public Task SetAsideAsync(TakenWork work, string problem, DateTimeOffset now, CancellationToken cancellationToken) => throw Away();

        private static IOException Away() => new("hemligt");
    }
}
