using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Bot;

/// <summary>What a press, a dialog or a search came to, sorted as Teams sorts it before anything is shown.</summary>
internal sealed record InvokeAnswer
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const string MessageType = "application/vnd.microsoft.activity.message";

    // A message extension's card is held to less than a message.
    private const int MaxResultBytes = 28 * 1024;

    // The documents spell one of them wrongly, and clients take both.
    private static readonly string[] ErrorTypes =
    [
        "application/vnd.microsoft.activity.loginRequest",
        "application/vnd.microsoft.error",
        "application/vnd.microsoft.error.incorrectAuthCode",
        "application/vnd.microsoft.error.inccorectAuthCode",
        "application/vnd.microsoft.error.preconditionFailed",
    ];

    private static readonly string[] PreviewTypes = ["application/vnd.microsoft.card.thumbnail", "application/vnd.microsoft.card.hero"];

    /// <summary>
    /// <c>card</c>, <c>message</c>, <c>error</c>, <c>dialog</c>, <c>results</c> (of the message extension), <c>done</c>,
    /// <c>unreachable</c>, <c>late</c>, or, when the app is not where the card is, <c>forbidden</c> and <c>addApp</c>.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>The bot's HTTP status; <c>null</c> when it could not be reached in time, or was not asked.</summary>
    public int? Status { get; init; }

    /// <summary>The sentence of a message or an error.</summary>
    public string? Text { get; init; }

    /// <summary>An error's code.</summary>
    public string? Code { get; init; }

    /// <summary>The card of <c>card</c> and <c>dialog</c>.</summary>
    public JsonObject? Card { get; init; }

    /// <summary>A dialog's title.</summary>
    public string? Title { get; init; }

    /// <summary>A dialog's width: <c>small</c>, <c>medium</c>, <c>large</c>, or a number of pixels.</summary>
    public string? Width { get; init; }

    /// <inheritdoc cref="Width"/>
    public string? Height { get; init; }

    /// <summary>The attachments of <c>results</c>, each with its preview if it has one.</summary>
    public JsonArray? Attachments { get; init; }

    /// <summary>How results are laid out: <c>list</c> or <c>grid</c>.</summary>
    public string? Layout { get; init; }

    [JsonIgnore]
    public bool IsUnreachable => Kind == "unreachable";

    /// <summary>The client gave up; whatever the bot says now is dropped.</summary>
    public static InvokeAnswer TooLate { get; } = new() { Kind = "late" };

    /// <summary>The app is not in the conversation, so that Teams lets no invoke through.</summary>
    public static InvokeAnswer Forbidden { get; } = new()
    {
        Kind = "forbidden",
        Code = "Forbidden",
        Text = "Invoke validation failed. User forbidden to perform action",
    };

    /// <summary>The app would have to be added before a dialog can open.</summary>
    public static InvokeAnswer AddApp { get; } = new() { Kind = "addApp" };

    /// <summary>What Teams makes of an Action.Execute that it never sends.</summary>
    public static InvokeAnswer NotSent { get; } = new() { Kind = "unreachable" };

    /// <summary>The answer to a message or to a submitted card: only whether it arrived counts.</summary>
    public static InvokeAnswer OfDelivery(BotReply reply) => reply.IsSuccess ? Done(reply) : reply.IsTooLate ? TooLate : Unreachable(reply);

    /// <summary>The answer to <c>adaptiveCard/action</c>. An answer of the wrong shape is, as in Teams, no answer.</summary>
    public static InvokeAnswer OfCardAction(BotReply reply)
    {
        if (!reply.IsSuccess || Parse(reply.Body) is not { } body)
        {
            return Unreachable(reply);
        }

        // The real status is in the body; none means 200.
        int status = body["statusCode"] is JsonValue number && number.TryGetValue(out int code) ? code : 200;
        string? type = body.Text("type");
        JsonNode? value = body["value"];
        return (status, type) switch
        {
            (200, CardType) when value.Text("type") == "AdaptiveCard" => new() { Kind = "card", Status = reply.Status, Card = Detach(value) },
            (200, MessageType) when value is JsonValue text && text.TryGetValue(out string? sentence) =>
                new() { Kind = "message", Status = reply.Status, Text = sentence },
            (_, not null) when status is >= 400 and < 600 && ErrorTypes.Contains(type) =>
                new() { Kind = "error", Status = reply.Status, Code = value.Text("code"), Text = value.Text("message") },
            _ => Unreachable(reply),
        };
    }

    /// <summary>The answer to <c>task/fetch</c> and <c>task/submit</c>; an empty one closes the dialog.</summary>
    public static InvokeAnswer OfDialog(BotReply reply) =>
        !reply.IsSuccess ? Unreachable(reply)
        : string.IsNullOrWhiteSpace(reply.Body) ? Done(reply)
        : Parse(reply.Body).Child("task") is { } task ? Task(reply, task)
        : Unreachable(reply);

    /// <summary>The answer to a search of the message extension, where an Adaptive Card needs a preview of an older kind.</summary>
    public static InvokeAnswer OfSearch(BotReply reply) => OfExtension(reply) switch
    {
        { Attachments: { } found } when found.Any(a => a.Text("contentType") == CardType && !HasPreview(a)) => Unreachable(reply),
        var answer => answer,
    };

    /// <summary>The answer to the message extension's invokes: a dialog, results, a message, or nothing, which ends it.</summary>
    public static InvokeAnswer OfExtension(BotReply reply)
    {
        if (!reply.IsSuccess)
        {
            return Unreachable(reply);
        }

        if (string.IsNullOrWhiteSpace(reply.Body))
        {
            return Done(reply);
        }

        JsonObject? body = Parse(reply.Body);
        if (body.Child("task") is { } task)
        {
            return Task(reply, task);
        }

        JsonObject? answer = body.Child("composeExtension");
        return answer.Text("type") switch
        {
            "result" when answer!["attachments"] is JsonArray attachments && attachments.All(IsResult) => new()
            {
                Kind = "results",
                Status = reply.Status,
                Attachments = attachments.DeepClone().AsArray(),
                Layout = answer.Text("attachmentLayout") == "grid" ? "grid" : "list",
            },
            "message" when answer.Text("text") is { } sentence => new() { Kind = "message", Status = reply.Status, Text = sentence },
            _ => Unreachable(reply),
        };
    }

    private static InvokeAnswer Task(BotReply reply, JsonObject task)
    {
        JsonNode? value = task["value"];
        JsonObject? card = value.Child("card").Child("content");
        return task.Text("type") switch
        {
            "continue" when value.Child("card").Text("contentType") == CardType && card.Text("type") == "AdaptiveCard" => new()
            {
                Kind = "dialog",
                Status = reply.Status,
                Title = value.Text("title"),
                Width = ((JsonObject)value!)["width"]?.ToString(),
                Height = ((JsonObject)value)["height"]?.ToString(),
                Card = Detach(card),
            },
            "message" when value is JsonValue text && text.TryGetValue(out string? sentence) =>
                new() { Kind = "message", Status = reply.Status, Text = sentence },
            _ => Unreachable(reply),
        };
    }

    private static bool IsResult(JsonNode? attachment) =>
        attachment.Text("contentType") is { } kind
        && attachment.Child("content") is { } content
        && (kind != CardType || content.Text("type") == "AdaptiveCard")
        && Encoding.UTF8.GetByteCount(content.ToJsonString(JsonReading.Unescaped)) <= MaxResultBytes;

    private static bool HasPreview(JsonNode? attachment) => PreviewTypes.Contains(attachment.Child("preview").Text("contentType"));

    private static InvokeAnswer Done(BotReply reply) => new() { Kind = "done", Status = reply.Status };

    private static InvokeAnswer Unreachable(BotReply reply) => new() { Kind = "unreachable", Status = reply.Status };

    private static JsonObject? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: JsonReading.Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Detach(JsonNode? card) => card!.DeepClone().AsObject();
}
