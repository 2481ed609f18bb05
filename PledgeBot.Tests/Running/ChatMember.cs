using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using PledgeBot.Tests.LocalTeams;

namespace PledgeBot.Tests.Running;

/// <summary>A member at the stand-in for Teams, over HTTP: writes, presses, fills in forms, and sees what comes.</summary>
internal sealed class ChatMember(StartedProgram program, string id)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Gets the member's identifier in the channel.</summary>
    public string Id => id;

    /// <summary>Reads all that the member sees.</summary>
    public async Task<JsonNode> ReadStateAsync() =>
        (await program.Http.GetFromJsonAsync<JsonNode>(Api("state"), TestContext.Current.CancellationToken))!;

    /// <summary>Writes in the channel, with a mention of the bot, as a new thread.</summary>
    public Task WriteInChannelAsync(string text) => WriteAsync("channel", text);

    /// <summary>Writes to the bot alone.</summary>
    public Task WriteToBotAsync(string text) => WriteAsync("personal", text);

    /// <summary>Writes to the bot alone and waits for what it says: the newest of its messages after that.</summary>
    public Task<string> AskBotAsync(string text) => AnswerToAsync(() => WriteToBotAsync(text));

    /// <summary>Sends the bot a picture with a text, and waits for what it says.</summary>
    public Task<string> SendPictureAsync(string text, byte[] picture) => AnswerToAsync(async () =>
    {
        using var member = new MemberOverHttp(program.Address, id);
        await member.ChatAsync(text, await member.UploadAsync(picture));
    });

    private async Task<string> AnswerToAsync(Func<Task> write)
    {
        string conversation = await ConversationAsync("personal");
        // The welcome comes first, and is no answer.
        string[] before = await WaitForAsync(state => FromBot(state, conversation).Select(activity => activity["id"]!.GetValue<string>()).ToArray() is { Length: > 0 } ids ? ids : null);
        await write();
        JsonNode answer = await WaitForAsync(state => FromBot(state, conversation).LastOrDefault(activity => !before.Contains(activity["id"]!.GetValue<string>())));
        return ShownText.Of(answer["activity"]!);
    }

    /// <summary>Waits until the channel shows a card with all of the given texts, and gives its message.</summary>
    public Task<JsonNode> WaitForCardAsync(params string[] texts) => WaitForAsync(state => state["activities"]!.AsArray()
        .LastOrDefault(activity => activity!["fromBot"]!.GetValue<bool>() && texts.All(text => ShownText.Of(activity["activity"]!).Contains(text, StringComparison.Ordinal))));

    /// <summary>Presses an Action.Execute on a message's card, and gives what came back.</summary>
    public Task<JsonNode> ExecuteAsync(JsonNode message, string verb, JsonObject? data = null, JsonObject? inputs = null) => PressAsync("execute", new JsonObject
    {
        ["activityId"] = message["id"]!.GetValue<string>(),
        ["verb"] = verb,
        ["data"] = Merged(ShownCard.DataOf(message["activity"]!, verb), data),
        ["inputs"] = inputs,
    });

    /// <summary>Opens a form from a message, fills it in and sends it; gives what came back.</summary>
    public async Task<JsonNode> FillInAsync(JsonNode message, string dialog, string subject, params (string Input, string Value)[] answers) =>
        await SendFormAsync(message, await OpenFormAsync(message, dialog, subject), answers);

    /// <summary>Opens a form from a message; gives the form, or the sentence that says why not.</summary>
    public Task<JsonNode> OpenFormAsync(JsonNode message, string dialog, string subject) => PressAsync("submit", new JsonObject
    {
        ["activityId"] = message["id"]!.GetValue<string>(),
        ["data"] = new JsonObject
        {
            ["verb"] = "form.open",
            ["dialog"] = dialog,
            ["subject"] = subject,
            ["msteams"] = new JsonObject { ["type"] = "task/fetch" },
        },
    });

    /// <summary>Fills in a form that is open and sends it; gives what came back.</summary>
    public Task<JsonNode> SendFormAsync(JsonNode message, JsonNode form, params (string Input, string Value)[] answers)
    {
        Assert.True(form["kind"]!.GetValue<string>() == "dialog", $"No form came back, but: {form.ToJsonString()}");
        var inputs = new JsonObject();
        foreach (JsonNode input in ShownCard.Inputs(form["card"]!))
        {
            inputs[input["id"]!.GetValue<string>()] = input["value"]?.ToString() ?? "";
        }

        foreach ((string input, string value) in answers)
        {
            Assert.True(inputs.ContainsKey(input), $"The form has no input {input}, but {string.Join(", ", inputs.Select(pair => pair.Key))}.");
            inputs[input] = value;
        }

        JsonNode submit = ShownCard.Actions(form["card"]!).First(action => action["type"]!.GetValue<string>() == "Action.Submit");
        return PressAsync("dialogs/submit", new JsonObject
        {
            ["activityId"] = message["id"]!.GetValue<string>(),
            ["data"] = submit["data"]!.DeepClone(),
            ["inputs"] = inputs,
        });
    }

    /// <summary>Waits until what the member sees has something; looks again at each change.</summary>
    public async Task<T> WaitForAsync<T>(Func<JsonNode, T?> find)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, TestContext.Current.CancellationToken);
        using var changes = new ClientWebSocket();
        await changes.ConnectAsync(new UriBuilder(new Uri(program.Address, Api("changes"))) { Scheme = "ws" }.Uri, either.Token);
        var buffer = new byte[64 * 1024];
        while (true)
        {
            JsonNode state = await ReadStateAsync();
            if (find(state) is { } found)
            {
                return found;
            }

            try
            {
                await changes.ReceiveAsync(buffer.AsMemory(), either.Token);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested)
            {
                Assert.Fail("It did not come. What was seen:\n" + string.Join('\n', state["activities"]!.AsArray()
                    .Select(activity => "· " + ShownText.Of(activity!["activity"]!).ReplaceLineEndings(" ")).TakeLast(12)) + "\n" + program.Output);
            }
        }
    }

    private async Task WriteAsync(string conversation, string text)
    {
        using HttpResponseMessage answer = await program.Http.PostAsJsonAsync(
            Api("messages"), new { conversation = await ConversationAsync(conversation), text }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<string> ConversationAsync(string conversation) => (await ReadStateAsync())[conversation]!["id"]!.GetValue<string>();

    private async Task<JsonNode> PressAsync(string path, JsonObject press)
    {
        using HttpResponseMessage answer = await program.Http.PostAsJsonAsync(Api(path), press, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }

    private Uri Api(string path) => new($"local-teams/api/{path}?member={Uri.EscapeDataString(id)}", UriKind.Relative);

    private static IEnumerable<JsonNode> FromBot(JsonNode state, string conversation) => state["activities"]!.AsArray()
        .Where(activity => activity!["fromBot"]!.GetValue<bool>() && activity["conversation"]!.GetValue<string>() == conversation)!;

    private static JsonObject Merged(JsonObject data, JsonObject? more)
    {
        foreach ((string name, JsonNode? value) in more ?? [])
        {
            data[name] = value?.DeepClone();
        }

        return data;
    }
}
