using System.Text.Json;
using System.Text.Json.Nodes;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Bot;

/// <summary>What a press or a dialog came to, sorted as Teams sorts it before anything is shown.</summary>
internal sealed record InvokeAnswer
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    /// <summary><c>card</c>, <c>message</c>, <c>error</c>, <c>dialog</c>, <c>done</c>, or <c>unreachable</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The bot's HTTP status; <c>null</c> when it could not be reached in time.</summary>
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

    /// <summary>The answer to a message or to a submitted card: only whether it arrived counts.</summary>
    public static InvokeAnswer OfDelivery(BotReply reply) => reply.IsSuccess ? Done(reply) : Unreachable(reply);

    /// <summary>The answer to <c>adaptiveCard/action</c>. An answer of the wrong shape is, as in Teams, no answer.</summary>
    public static InvokeAnswer OfCardAction(BotReply reply)
    {
        if (!reply.IsSuccess || Parse(reply.Body) is not { } body)
        {
            return Unreachable(reply);
        }

        string? type = body.Text("type");
        JsonNode? value = body["value"];
        return type switch
        {
            CardType when value.Text("type") == "AdaptiveCard" => new() { Kind = "card", Status = reply.Status, Card = Detach(value) },
            MessageType when value is JsonValue text && text.TryGetValue(out string? sentence) =>
                new() { Kind = "message", Status = reply.Status, Text = sentence },
            not null when type.StartsWith(ErrorType, StringComparison.Ordinal) =>
                new() { Kind = "error", Status = reply.Status, Code = value.Text("code"), Text = value.Text("message") },
            _ => Unreachable(reply),
        };
    }

    /// <summary>The answer to <c>task/fetch</c> and <c>task/submit</c>; an empty one closes the dialog.</summary>
    public static InvokeAnswer OfDialog(BotReply reply)
    {
        if (!reply.IsSuccess)
        {
            return Unreachable(reply);
        }

        if (string.IsNullOrWhiteSpace(reply.Body))
        {
            return Done(reply);
        }

        JsonObject? task = Parse(reply.Body).Child("task");
        JsonNode? value = task?["value"];
        JsonObject? card = value.Child("card").Child("content");
        return task.Text("type") switch
        {
            "continue" when value.Child("card").Text("contentType") == CardType && card.Text("type") == "AdaptiveCard" => new()
            {
                Kind = "dialog",
                Status = reply.Status,
                Title = value.Text("title"),
                Width = ((JsonObject)value!)["width"]?.ToString(),
                Card = Detach(card),
            },
            "message" when value is JsonValue text && text.TryGetValue(out string? sentence) =>
                new() { Kind = "message", Status = reply.Status, Text = sentence },
            _ => Unreachable(reply),
        };
    }

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
