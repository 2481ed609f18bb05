using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>Puts what the bot sends into a conversation, as strict as Teams about what a message may be.</summary>
internal sealed class BotPosts(ConversationStore conversations, IOptions<LocalTeamsOptions> options, TimeProvider time)
{
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>Adds a message to a conversation; in the channel as a whole it begins a thread.</summary>
    public IResult Add(ConversationReference target, string? replyToId, JsonObject? message)
    {
        if (message.Text("type") == "typing")
        {
            // Shown for a moment by Teams, and not kept.
            conversations.TellTyping(target);
            return ConnectorAnswer.Created(conversations.NextId());
        }

        if (Refuse(message) is { } refusal)
        {
            return refusal;
        }

        if (replyToId is not null)
        {
            message!["replyToId"] = replyToId;
        }

        return Store(target, message!) is { } stored ? ConnectorAnswer.Created(stored.Id) : Split();
    }

    /// <summary>
    /// Begins a thread in the channel, or adds to a chat or thread, a message that <see cref="Refuse"/> let through. Teams makes several
    /// messages of one with text and an attachment, or with several attachments, and then gives no id by which any could be edited.
    /// </summary>
    /// <returns>The message; <c>null</c> when it became several.</returns>
    public StoredActivity? Store(ConversationReference target, JsonObject message)
    {
        if (CountParts(message) <= 1)
        {
            return StoreOne(target, message, isPart: false);
        }

        JsonNode[] attachments = [.. message["attachments"]!.AsArray().Select(a => a!.DeepClone())];
        message.Remove("attachments");
        if (HasText(message))
        {
            target = StoreOne(target, message.DeepClone().AsObject(), isPart: true).Reference;
        }

        message.Remove("text");
        foreach (JsonNode attachment in attachments)
        {
            JsonObject part = message.DeepClone().AsObject();
            part["attachments"] = new JsonArray(attachment);
            target = StoreOne(target, part, isPart: true).Reference;
        }

        return null;
    }

    /// <summary>Adds what the channel knows and the bot need not say: the id, the time, the sender.</summary>
    public JsonElement Stamp(JsonObject message, string id, ConversationReference target, DateTimeOffset at)
    {
        message["id"] = id;
        message["timestamp"] = Timestamps.Utc(at);
        message["channelId"] = "msteams";
        message["from"] = new JsonObject { ["id"] = options.Value.BotId, ["name"] = options.Value.BotName };
        message["conversation"] = new JsonObject { ["id"] = target.Full };
        using var document = JsonDocument.Parse(message.ToJsonString());
        return document.RootElement.Clone();
    }

    /// <summary>The answer to a message that became several: taken, without an id and without a body.</summary>
    public static IResult Split() => TypedResults.StatusCode(StatusCodes.Status202Accepted);

    /// <summary>How many messages Teams makes of one; 0 when there is none in it.</summary>
    public static int CountParts(JsonObject? message) => message is null
        ? 0
        : (HasText(message) ? 1 : 0) + (message["attachments"] is JsonArray attachments ? attachments.Count : 0);

    /// <summary>Says why the connector would refuse a message, or gives <c>null</c>.</summary>
    public static IResult? Refuse(JsonObject? message)
    {
        if (message is null)
        {
            return ConnectorError.BadSyntax("The body is not a JSON object.");
        }

        if (message.Text("type") != "message")
        {
            return ConnectorError.BadSyntax("The activity's type must be message or typing.");
        }

        if (message["text"] is not (null or JsonValue) || message["attachments"] is not (null or JsonArray))
        {
            return ConnectorError.BadSyntax("Text must be a string and attachments a list.");
        }

        if (CountParts(message) == 0)
        {
            return ConnectorError.BadSyntax("The message has neither text nor attachments.");
        }

        if (message["attachments"] is JsonArray attachments && !attachments.All(IsAttachment))
        {
            return ConnectorError.BadArgument("An attachment lacks its content type, or a card its content.");
        }

        return ConnectorBody.IsBiggerThanAMessage(message) ? ConnectorError.TooBig() : null;
    }

    private StoredActivity StoreOne(ConversationReference target, JsonObject message, bool isPart)
    {
        string id = conversations.NextId();
        if (target.Thread is null && conversations.Places.HasThreads(target.Id))
        {
            target = target with { Thread = id };
        }

        DateTimeOffset now = time.GetUtcNow();
        var stored = new StoredActivity
        {
            Id = id,
            Conversation = target.Id,
            Thread = target.Thread,
            At = now,
            FromBot = true,
            IsPart = isPart,
            Activity = Stamp(message, id, target, now),
        };
        conversations.Put(stored);
        return stored;
    }

    private static bool HasText(JsonObject message) => !string.IsNullOrWhiteSpace(message.Text("text"));

    private static bool IsAttachment(JsonNode? attachment) =>
        attachment.Text("contentType") is { } kind
        && (kind != AdaptiveCard || attachment.Child("content").Text("type") == "AdaptiveCard");
}
