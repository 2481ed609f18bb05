using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>A bot on a port of its own that remembers every activity and answers as the test says.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    // Nothing waits for so long unless it never comes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly HttpClient _connector = new();
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _activities = [];
    private TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TestBot(WebApplication app) => _app = app;

    /// <summary>Makes the answer to an activity: a status and a body, or <c>null</c> for an empty 200.</summary>
    public Func<JsonObject, Task<(int Status, JsonNode? Body)>> Answer { get; set; } = _ => Task.FromResult<(int, JsonNode?)>((200, null));

    public Uri Address => new(_app.Urls.First());

    public IReadOnlyList<JsonObject> Activities
    {
        get
        {
            lock (_gate)
            {
                return [.. _activities];
            }
        }
    }

    /// <summary>Waits until so many activities have come, and gives them.</summary>
    public async Task<IReadOnlyList<JsonObject>> WaitForActivitiesAsync(int count)
    {
        while (true)
        {
            Task received;
            lock (_gate)
            {
                if (_activities.Count >= count)
                {
                    return [.. _activities];
                }

                received = _received.Task;
            }

            await received.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Forgets the activities so far.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _activities.Clear();
        }
    }

    public static async Task<TestBot> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        var bot = new TestBot(app);
        app.MapPost("/api/messages", bot.ReceiveAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return bot;
    }

    /// <summary>Calls the connector as a bot does, with an activity's service URL.</summary>
    public async Task<(int Status, JsonObject? Body, HttpResponseMessage Response)> CallAsync(
        HttpMethod method,
        string serviceUrl,
        string path,
        JsonNode? body = null,
        string? token = null)
    {
        using var request = new HttpRequestMessage(method, serviceUrl + path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        HttpResponseMessage response = await _connector.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, text.Length == 0 || text[0] != '{' ? null : JsonNode.Parse(text)!.AsObject(), response);
    }

    /// <summary>Sends a message to a conversation and gives its id.</summary>
    public async Task<string> SendAsync(string serviceUrl, string conversation, JsonObject message)
    {
        (int status, JsonObject? body, _) = await CallAsync(
            HttpMethod.Post,
            serviceUrl,
            $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities",
            message);
        Assert.Equal(201, status);
        return (string)body!["id"]!;
    }

    public async Task UpdateAsync(string serviceUrl, string conversation, string id, JsonObject message)
    {
        (int status, _, _) = await CallAsync(
            HttpMethod.Put,
            serviceUrl,
            $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities/{id}",
            message);
        Assert.Equal(200, status);
    }

    public async ValueTask DisposeAsync()
    {
        _connector.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        JsonObject activity = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        TaskCompletionSource received;
        lock (_gate)
        {
            _activities.Add(activity);
            received = _received;
            _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        received.SetResult();

        // Whoever no longer waits needs no answer, and must not hold up the end of the test.
        (int status, JsonNode? body) = await Answer(activity).WaitAsync(request.HttpContext.RequestAborted);
        return body is null
            ? TypedResults.StatusCode(status)
            : TypedResults.Text(body.ToJsonString(), "application/json", Encoding.UTF8, status);
    }
}
