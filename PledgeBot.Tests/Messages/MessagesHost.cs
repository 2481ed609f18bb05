using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Invokes;
using PledgeBot.Teams.Messages;

namespace PledgeBot.Tests.Messages;

/// <summary>The messages endpoint on a server in memory, with a handler that does what the test says.</summary>
internal sealed class MessagesHost : IActivityHandler, IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<Activity, CancellationToken, InvokeResponse?> _handle;

    private MessagesHost(Func<Activity, CancellationToken, InvokeResponse?> handle)
    {
        _handle = handle;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IActivityHandler>(this);
        builder.Services.AddSingleton<IConnectorCredentials, NoCredentials>();
        builder.Services.AddTeams(new TeamsOptions
        {
            ServiceUrls = ServiceUrlPolicy.LocalOnly,
            Apology = locale => $"Det gick inte ({locale}).",
        });
        builder.Services.AddLoopbackCallers();
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = Caller;
            return next(context);
        });
        _app.MapTeamsMessages();
    }

    /// <summary>Gets or sets the address that requests come from.</summary>
    public IPAddress? Caller { get; set; } = IPAddress.Loopback;

    public LogLines Log { get; } = new();

    public List<Activity> Handled { get; } = [];

    public IServiceProvider Services => _app.Services;

    public static async Task<MessagesHost> StartAsync(Func<Activity, CancellationToken, InvokeResponse?>? handle = null)
    {
        var host = new MessagesHost(handle ?? ((_, _) => null));
        await host._app.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>An activity with the given fields, from an allowed address.</summary>
    public static string Activity(string type, string fields = "\"id\": \"1\"") =>
        $$"""{ "type": "{{type}}", "serviceUrl": "http://127.0.0.1:5178/_connector/", "locale": "sv-SE", {{fields}} }""";

    public Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json; charset=utf-8")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return PostAsync(content);
    }

    public Task<HttpResponseMessage> PostAsync(HttpContent content) => SendAsync(HttpMethod.Post, content);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, HttpContent? content = null, CancellationToken? cancellation = null)
    {
        using HttpClient client = _app.GetTestClient();
        using var request = new HttpRequestMessage(method, new Uri("/api/messages", UriKind.Relative));
        request.Content = content;
        return await client.SendAsync(request, cancellation ?? TestContext.Current.CancellationToken);
    }

    public ValueTask<InvokeResponse?> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        Handled.Add(activity);
        return ValueTask.FromResult(_handle(activity, cancellationToken));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
