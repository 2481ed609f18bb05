using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>Puts what the bot sends into a conversation, as strict as Teams about what a message may be.</summary>
internal sealed class BotPosts(ConversationStore conversations, LocalTeam team, TimeProvider time)
{
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>Adds a message to a conversation; in the channel as a whole it begins a thread.</summary>
    public IResult Add(ConversationReference target, string? replyToId, JsonObject? message)
    {
        if (message.Text("type") == "typing")
        {
            // Shown for a moment by Teams, and not kept.
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

        if (!HasText(message!) || !HasAttachments(message!))
        {
            return ConnectorAnswer.Created(Store(target, message!).Id);
        }

        // Teams makes two messages of text with an attachment, and then gives no id by which either could be edited.
        JsonObject text = message!.DeepClone().AsObject();
        text.Remove("attachments");
        message.Remove("text");
        StoredActivity first = Store(target, text);
        Store(first.Reference, message);
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    /// <summary>Begins a thread in the channel, or adds to a personal chat, a message that <see cref="Refuse"/> let through.</summary>
    public StoredActivity Store(ConversationReference target, JsonObject message)
    {
        string id = conversations.NextId();
        if (target is { Id: LocalTeam.ChannelId, Thread: null })
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
            Activity = Stamp(message, id, target, now),
        };
        conversations.Put(stored);
        return stored;
    }

    /// <summary>Adds what the channel knows and the bot need not say: the id, the time, the sender.</summary>
    public JsonElement Stamp(JsonObject message, string id, ConversationReference target, DateTimeOffset at)
    {
        message["id"] = id;
        message["timestamp"] = Timestamps.Utc(at);
        message["channelId"] = "msteams";
        message["from"] = new JsonObject { ["id"] = team.Options.BotId, ["name"] = team.Options.BotName };
        message["conversation"] = new JsonObject { ["id"] = target.Full };
        using var document = JsonDocument.Parse(message.ToJsonString());
        return document.RootElement.Clone();
    }

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

        if (!HasText(message) && !HasAttachments(message))
        {
            return ConnectorError.BadSyntax("The message has neither text nor attachments.");
        }

        if (message["attachments"] is JsonArray attachments && !attachments.All(IsAttachment))
        {
            return ConnectorError.BadArgument("An attachment lacks its content type, or a card its content.");
        }

        return ConnectorBody.IsBiggerThanAMessage(message) ? ConnectorError.TooBig() : null;
    }

    private static bool HasText(JsonObject message) => !string.IsNullOrWhiteSpace(message.Text("text"));

    private static bool HasAttachments(JsonObject message) => message["attachments"] is JsonArray { Count: > 0 };

    private static bool IsAttachment(JsonNode? attachment) =>
        attachment.Text("contentType") is { } kind
        && (kind != AdaptiveCard || attachment.Child("content").Text("type") == "AdaptiveCard");
}
