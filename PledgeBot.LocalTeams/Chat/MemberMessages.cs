using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PledgeBot.LocalTeams.Attachments;
using PledgeBot.LocalTeams.Bot;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>Members' messages: first into the conversation, where everybody sees them, and then to the bot.</summary>
internal sealed class MemberMessages(
    ConversationStore conversations,
    LocalTeam team,
    BotActivities activities,
    BotEndpoint bot,
    AttachmentStore attachments,
    ServerAddress addresses,
    TimeProvider time)
{
    private const int MaxImages = 10;

    // Teams takes about 28 KB of text in a message.
    private const int MaxTextLength = 14_000;

    /// <summary>Posts what a member wrote.</summary>
    public async Task<IResult> PostAsync(LocalMember member, PostedMessage message, CancellationToken cancellationToken)
    {
        var conversation = new ConversationReference(message.Conversation, message.Thread);
        if (!team.CanSee(member, message.Conversation) || !conversations.Has(conversation))
        {
            return TypedResults.NotFound();
        }

        string text = message.Text?.Trim() ?? "";
        IReadOnlyList<string> images = message.Images ?? [];
        if ((text.Length == 0 && images.Count == 0)
            || text.Length > MaxTextLength
            || images.Count > MaxImages
            || images.Any(i => attachments.Find(i) is null))
        {
            return TypedResults.BadRequest();
        }

        (StoredActivity stored, BotReply reply) = await SendAsync(
            member,
            conversation,
            activity => Write(activity, conversation, text, images),
            cancellationToken);
        return TypedResults.Json(
            new PostedAnswer(stored.Id, stored.Thread, reply.IsSuccess),
            LocalTeamsJson.Default.PostedAnswer);
    }

    /// <summary>Posts a message that a card button writes in the member's name.</summary>
    /// <param name="member">The presser.</param>
    /// <param name="card">The message that holds the card.</param>
    /// <param name="shown">What everybody sees.</param>
    /// <param name="text">What the bot reads.</param>
    /// <param name="value">The data that goes with it; <c>null</c> for none.</param>
    /// <param name="cancellationToken">Ends the waiting for the bot.</param>
    public async Task<BotReply> PostForCardAsync(
        LocalMember member,
        StoredActivity card,
        string shown,
        string? text,
        JsonNode? value,
        CancellationToken cancellationToken)
    {
        string id = conversations.NextId();
        JsonObject activity = activities.Make("message", id, member, card.Reference);
        activity["textFormat"] = "plain";
        activity["text"] = shown;
        activity["replyToId"] = card.Id;
        Store(activity, id, card.Reference);
        activity["text"] = text;
        activity["value"] = value;
        return await bot.PostAsync(activity, cancellationToken);
    }

    private async Task<(StoredActivity Stored, BotReply Reply)> SendAsync(
        LocalMember member,
        ConversationReference conversation,
        Action<JsonObject> write,
        CancellationToken cancellationToken)
    {
        string id = conversations.NextId();
        ConversationReference place = conversation is { Id: LocalTeam.ChannelId, Thread: null } ? conversation with { Thread = id } : conversation;
        JsonObject activity = activities.Make("message", id, member, place);
        write(activity);
        if (conversation.Thread is { } root)
        {
            activity["replyToId"] = root;
        }

        StoredActivity stored = Store(activity, id, place);
        return (stored, await bot.PostAsync(activity, cancellationToken));
    }

    private StoredActivity Store(JsonObject activity, string id, ConversationReference place)
    {
        using var document = JsonDocument.Parse(activity.ToJsonString());
        var stored = new StoredActivity
        {
            Id = id,
            Conversation = place.Id,
            Thread = place.Thread,
            At = time.GetUtcNow(),
            FromBot = false,
            Activity = document.RootElement.Clone(),
        };
        conversations.Put(stored);
        return stored;
    }

    private void Write(JsonObject activity, ConversationReference conversation, string text, IReadOnlyList<string> images)
    {
        activity["textFormat"] = "plain";
        string html = WebUtility.HtmlEncode(text);
        if (conversation.Id == LocalTeam.ChannelId)
        {
            // A bot hears only what mentions it, so the page writes the mention for the member.
            string mention = $"<at>{WebUtility.HtmlEncode(team.Options.BotName)}</at>";
            activity["text"] = $"{mention} {text}".TrimEnd();
            ((JsonArray)activity["entities"]!).Insert(0, new JsonObject
            {
                ["type"] = "mention",
                ["text"] = mention,
                ["mentioned"] = activities.Bot(),
            });
            html = $"<span itemscope itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">{WebUtility.HtmlEncode(team.Options.BotName)}</span> {html}";
        }
        else
        {
            activity["text"] = text;
        }

        // Teams repeats a formatted message as HTML beside its pictures, under an address that the bot cannot read.
        var list = new JsonArray([.. images.Select(Picture)]);
        list.Add((JsonNode)new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{html}</p>" });
        activity["attachments"] = list;
    }

    private JsonNode Picture(string id) => new JsonObject
    {
        ["contentType"] = "image/*",
        ["contentUrl"] = $"{addresses.ServiceUrl}v3/attachments/{id}/views/original",
    };
}
