using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>A member who uses the stand-in's page API without a browser.</summary>
internal sealed class MemberOverHttp(Uri server, string memberId) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = server };

    public static string Channel => LocalTeamsServer.ChannelId;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What the member sees: <c>activities</c> and more.</summary>
    public async Task<JsonObject> StateAsync()
    {
        string text = await _http.GetStringAsync(Path("state"), Cancellation);
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>The messages the member sees, oldest first; each has <c>id</c>, <c>conversation</c>, <c>thread</c>, <c>activity</c>.</summary>
    public async Task<IReadOnlyList<JsonObject>> MessagesAsync() =>
        [.. (await StateAsync())["activities"]!.AsArray().Select(a => a!.AsObject())];

    /// <summary>Posts in the channel; answers in a thread when one is given.</summary>
    public Task<JsonObject> PostAsync(string text, string? thread = null, params string[] images) =>
        CallAsync("messages", Message(Channel, text, thread, images));

    /// <summary>Posts in the personal chat.</summary>
    public async Task<JsonObject> ChatAsync(string text, params string[] images) =>
        await CallAsync("messages", Message((string)(await StateAsync())["personal"]!["id"]!, text, thread: null, images));

    /// <summary>Presses an Action.Execute; gives the sorted answer (<c>kind</c>, <c>card</c>, <c>text</c>, <c>status</c>).</summary>
    public Task<JsonObject> ExecuteAsync(string activityId, string verb, JsonObject? data = null, JsonObject? inputs = null, string trigger = "manual") =>
        CallAsync("execute", new()
        {
            ["activityId"] = activityId,
            ["verb"] = verb,
            ["data"] = data?.DeepClone(),
            ["inputs"] = inputs?.DeepClone(),
            ["trigger"] = trigger,
        });

    /// <summary>Presses an Action.Submit on a card.</summary>
    public Task<JsonObject> SubmitAsync(string activityId, JsonObject data, JsonObject? inputs = null) =>
        CallAsync("submit", new() { ["activityId"] = activityId, ["data"] = data.DeepClone(), ["inputs"] = inputs?.DeepClone() });

    /// <summary>Presses an Action.Submit in a dialog that was opened from a card.</summary>
    public Task<JsonObject> SubmitDialogAsync(string activityId, JsonObject data, JsonObject? inputs = null) =>
        CallAsync("dialogs/submit", new() { ["activityId"] = activityId, ["data"] = data.DeepClone(), ["inputs"] = inputs?.DeepClone() });

    /// <summary>Uploads a picture and gives the id under which it can be posted.</summary>
    public async Task<string> UploadAsync(byte[] picture)
    {
        using var content = new ByteArrayContent(picture);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using HttpResponseMessage response = await _http.PostAsync(Path("images"), content, Cancellation);
        response.EnsureSuccessStatusCode();
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["id"]!;
    }

    /// <summary>Moves the demo clock: <c>{"hours":1}</c> or <c>{"to":"next-monday"}</c>.</summary>
    public Task<JsonObject> MoveClockAsync(JsonObject move) => CallAsync("clock", move);

    /// <summary>Gives the first message, present or coming, for which <paramref name="isIt"/> holds.</summary>
    public async Task<JsonObject> WaitForMessageAsync(Func<JsonObject, bool> isIt)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(new Uri(server, Path("changes"))) { Scheme = "ws" }.Uri, Cancellation);
        while (true)
        {
            await ReceiveAsync(socket);
            if ((await MessagesAsync()).FirstOrDefault(isIt) is { } found)
            {
                return found;
            }
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Calls the page API; the test fails when it answers anything but success.</summary>
    private async Task<JsonObject> CallAsync(string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.PostAsync(Path(path), content, Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}.");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!.AsObject();
    }

    private static JsonObject Message(string conversation, string text, string? thread, string[] images) => new()
    {
        ["conversation"] = conversation,
        ["thread"] = thread,
        ["text"] = text,
        ["images"] = new JsonArray([.. images.Select(i => (JsonNode)i)]),
    };

    private string Path(string path) => $"/local-teams/api/{path}?member={Uri.EscapeDataString(memberId)}";

    private static async Task ReceiveAsync(ClientWebSocket socket)
    {
        byte[] buffer = new byte[64 * 1024];
        while (!(await socket.ReceiveAsync(buffer, Cancellation)).EndOfMessage)
        {
        }
    }
}
