using System.Net;
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
    public Task<JsonObject> SubmitAsync(string activityId, JsonObject data, JsonObject? inputs = null, string? theme = null) =>
        CallAsync("submit", new() { ["activityId"] = activityId, ["data"] = data.DeepClone(), ["inputs"] = inputs?.DeepClone(), ["theme"] = theme });

    /// <summary>Presses an Action.Submit in a dialog that was opened from a card.</summary>
    public Task<JsonObject> SubmitDialogAsync(string activityId, JsonObject data, JsonObject? inputs = null) =>
        CallAsync("dialogs/submit", new() { ["activityId"] = activityId, ["data"] = data.DeepClone(), ["inputs"] = inputs?.DeepClone() });

    /// <summary>Posts anything anywhere: <c>conversation</c> and what else a message has (<c>text</c>, <c>thread</c>, <c>mention</c>, <c>cards</c> …).</summary>
    public Task<JsonObject> SendAsync(JsonObject message) => CallAsync("messages", message);

    /// <summary>Posts in a conversation, with a mention of the bot unless <paramref name="mention"/> says otherwise.</summary>
    public Task<JsonObject> SendAsync(string conversation, string text, bool mention = true) =>
        SendAsync(new() { ["conversation"] = conversation, ["text"] = text, ["mention"] = mention });

    /// <summary>Sends the bot a file in the personal chat.</summary>
    public async Task<JsonObject> SendFileAsync(string name, byte[] bytes, string text = "") => await SendAsync(new()
    {
        ["conversation"] = (string)(await StateAsync())["personal"]!["id"]!,
        ["text"] = text,
        ["files"] = new JsonArray(new JsonObject { ["id"] = await UploadAsync("files", bytes), ["name"] = name }),
    });

    /// <summary>Gives a message of the member's own another text.</summary>
    public Task<HttpStatusCode> EditAsync(string id, string text) => DoAsync(HttpMethod.Put, $"messages/{id}", new() { ["text"] = text });

    /// <summary>Removes a message of the member's own.</summary>
    public Task<HttpStatusCode> RemoveAsync(string id) => DoAsync(HttpMethod.Delete, $"messages/{id}");

    /// <summary>Brings a removed message of the member's own back.</summary>
    public Task<HttpStatusCode> RestoreAsync(string id) => DoAsync(HttpMethod.Post, $"messages/{id}/restored");

    /// <summary>Gives a reaction to a message, or takes it back.</summary>
    public Task<HttpStatusCode> ReactAsync(string id, string type, bool isRemoved = false) =>
        DoAsync(HttpMethod.Post, $"messages/{id}/reactions", new() { ["type"] = type, ["isRemoved"] = isRemoved });

    /// <summary>Does something to a team, group chat or personal chat: <c>addApp</c>, <c>removeMember</c>, <c>renameTeam</c> …</summary>
    public Task<HttpStatusCode> ChangePlaceAsync(string place, string change, string? channel = null, string? member = null, string? name = null) =>
        DoAsync(HttpMethod.Post, "places", new()
        {
            ["place"] = place,
            ["change"] = change,
            ["channel"] = channel,
            ["member"] = member,
            ["name"] = name,
        });

    /// <summary>Searches with the message extension; without <paramref name="typed"/> it is the run before anything is typed.</summary>
    public Task<JsonObject> SearchAsync(string conversation, string commandId, JsonObject? typed = null) =>
        CallAsync("extension/query", new() { ["conversation"] = conversation, ["commandId"] = commandId, ["parameters"] = typed });

    /// <summary>Chooses a search result whose preview has only a value.</summary>
    public Task<JsonObject> SelectAsync(string conversation, JsonObject value) =>
        CallAsync("extension/select", new() { ["conversation"] = conversation, ["value"] = value });

    /// <summary>Opens an action of the message extension: where a message is written, or on a message.</summary>
    public Task<JsonObject> FetchTaskAsync(string conversation, string commandId, string? activityId = null) =>
        CallAsync("extension/fetch", new() { ["conversation"] = conversation, ["commandId"] = commandId, ["activityId"] = activityId });

    /// <summary>Submits the dialog of an action of the message extension.</summary>
    public Task<JsonObject> SubmitTaskAsync(string conversation, string commandId, JsonObject data, JsonObject? inputs = null, string? activityId = null) =>
        CallAsync("extension/submit", new()
        {
            ["conversation"] = conversation,
            ["commandId"] = commandId,
            ["activityId"] = activityId,
            ["data"] = data,
            ["inputs"] = inputs,
        });

    /// <summary>Uploads a picture and gives the id under which it can be posted.</summary>
    public Task<string> UploadAsync(byte[] picture) => UploadAsync("images", picture);

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

    private async Task<string> UploadAsync(string path, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        using HttpResponseMessage response = await _http.PostAsync(Path(path), content, Cancellation);
        response.EnsureSuccessStatusCode();
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["id"]!;
    }

    /// <summary>Calls what answers only whether it was done.</summary>
    private async Task<HttpStatusCode> DoAsync(HttpMethod method, string path, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, Path(path));
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

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
