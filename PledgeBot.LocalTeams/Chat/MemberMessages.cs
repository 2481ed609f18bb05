using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PledgeBot.LocalTeams.Attachments;
using PledgeBot.LocalTeams.Bot;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Places;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>Members' messages: first into the conversation, where everybody sees them, and then to the bot if it is to hear them.</summary>
internal sealed class MemberMessages(
    ConversationStore conversations,
    BotActivities activities,
    BotTurns bot,
    MessageWriter writer,
    AttachmentStore attachments,
    TimeProvider time)
{
    private const int MaxOfEach = 10;
    private const int MaxFileName = 200;

    // Teams takes about 28 KB of text in a message.
    private const int MaxTextLength = 14_000;

    /// <summary>Posts what a member wrote.</summary>
    public async Task<IResult> PostAsync(LocalMember member, PostedMessage message, CancellationToken cancellationToken)
    {
        var conversation = new ConversationReference(message.Conversation, message.Thread);
        LocalPlaces places = conversations.Places;
        if (!places.CanSee(member, message.Conversation) || !conversations.Has(conversation))
        {
            return TypedResults.NotFound();
        }

        Place place = places.Find(message.Conversation)!;
        if (!IsComplete(message, place))
        {
            return TypedResults.BadRequest();
        }

        if (place.IsArchived || place.IsBlocked)
        {
            return TypedResults.Conflict();
        }

        bool hasBot = places.HasBot(place);
        bool isMention = hasBot && place.Kind != PlaceKind.Personal && message is { Mention: not false, Cards: null or { Count: 0 } };
        bool isHeard = isMention || (hasBot && place.Kind == PlaceKind.Personal);
        string id = conversations.NextId();
        ConversationReference where = place.Kind == PlaceKind.Team && message.Thread is null ? conversation with { Thread = id } : conversation;
        JsonObject activity = activities.Make("message", id, member, where);
        writer.Write(activity, place.Kind, member, message, isMention);
        if (message.Thread is { } root)
        {
            activity["replyToId"] = root;
        }

        ShownFile[] files = [.. (message.Images ?? []).Select(i => new ShownFile(i)), .. (message.Files ?? []).Select(f => new ShownFile(f.Id, f.Name))];
        Store(activity, id, where, isHeard, files);
        bool? isDelivered = isHeard ? (await bot.TellAsync(activity, cancellationToken)).IsSuccess : null;
        return TypedResults.Json(new PostedAnswer(id, where.Thread, isDelivered), LocalTeamsJson.Default.PostedAnswer);
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
        Store(activity, id, card.Reference, isHeard: true, []);
        activity["text"] = text;
        activity["value"] = value;
        return await bot.TellAsync(activity, cancellationToken);
    }

    /// <summary>Gives a member's own message another text.</summary>
    public async Task<IResult> EditAsync(LocalMember member, string id, EditedText edit, CancellationToken cancellationToken)
    {
        if (edit.Text.Trim() is not { Length: >= 1 and <= MaxTextLength } || FindOwn(member, id) is not { IsRemoved: false } before)
        {
            return TypedResults.BadRequest();
        }

        JsonObject update = activities.Make("messageUpdate", before.Id, member, before.Reference);
        writer.Rewrite(update, before, edit.Text);
        JsonObject content = JsonObject.Create(before.Activity)!.DeepClone().AsObject();
        content["text"] = update["text"]!.DeepClone();
        content["attachments"] = update["attachments"]!.DeepClone();
        if (conversations.Change(id, m => m with { Activity = ToElement(content), EditedAt = time.GetUtcNow() }) is null)
        {
            return TypedResults.NotFound();
        }

        update.Child("channelData")!["eventType"] = "editMessage";
        return await TellAsync(before, update, cancellationToken);
    }

    /// <summary>Takes a member's own message away, or brings it back.</summary>
    public async Task<IResult> SetRemovedAsync(LocalMember member, string id, bool isRemoved, CancellationToken cancellationToken)
    {
        if (FindOwn(member, id) is not { } before || before.IsRemoved == isRemoved
            || conversations.Change(id, m => m with { IsRemoved = isRemoved }) is null)
        {
            return TypedResults.NotFound();
        }

        JsonObject update = activities.Make(isRemoved ? "messageDelete" : "messageUpdate", before.Id, member, before.Reference);
        update.Child("channelData")!["eventType"] = isRemoved ? "softDeleteMessage" : "undeleteMessage";
        if (!isRemoved)
        {
            foreach (string kept in (string[])["text", "textFormat", "attachments", "entities"])
            {
                update[kept] = JsonObject.Create(before.Activity)![kept]?.DeepClone();
            }
        }

        return await TellAsync(before, update, cancellationToken);
    }

    /// <summary>Gives a reaction to a message or takes it back. Of those to other members' messages the bot hears nothing.</summary>
    public async Task<IResult> ReactAsync(LocalMember member, string id, MemberReaction reaction, CancellationToken cancellationToken)
    {
        if (!MemberReaction.Types.Contains(reaction.Type)
            || conversations.Find(id) is not { IsRemoved: false } message
            || !conversations.Places.CanSee(member, message.Conversation))
        {
            return TypedResults.BadRequest();
        }

        var given = new Reaction(reaction.Type, member.Id);
        StoredActivity? changed = conversations.Change(id, m => (m.Reactions ?? []).Contains(given) != reaction.IsRemoved
            ? null
            : m with { Reactions = reaction.IsRemoved ? m.Reactions!.Value.Remove(given) : [.. m.Reactions ?? [], given] });
        if (changed is null || !message.FromBot || !HasBot(message))
        {
            return TypedResults.NoContent();
        }

        JsonObject activity = activities.Make("messageReaction", id: null, member, message.Reference);
        activity["replyToId"] = message.Id;
        activity[reaction.IsRemoved ? "reactionsRemoved" : "reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = reaction.Type });
        await bot.TellAsync(activity, cancellationToken);
        return TypedResults.NoContent();
    }

    private bool IsComplete(PostedMessage message, Place place)
    {
        IReadOnlyList<string> images = message.Images ?? [];
        IReadOnlyList<PostedFile> files = message.Files ?? [];
        int cards = message.Cards?.Count ?? 0;
        string text = message.Text?.Trim() ?? "";
        return (text.Length > 0 || images.Count > 0 || files.Count > 0 || cards > 0)
            && text.Length <= MaxTextLength
            && images.Count <= MaxOfEach
            && images.All(i => attachments.Find(i) is { } bytes && ImageKind.Of(bytes) is not null)
            && files.Count <= MaxOfEach
            && (files.Count == 0 || place.Kind == PlaceKind.Personal)
            && files.All(f => f.Name.Length is >= 1 and <= MaxFileName && attachments.Find(f.Id) is not null)
            && cards <= MaxOfEach
            && (message.Cards ?? []).All(c => c.Text("contentType") is not null && c.Child("content") is not null);
    }

    private StoredActivity? FindOwn(LocalMember member, string id) =>
        conversations.Find(id) is { FromBot: false } message
        && conversations.Places.CanSee(member, message.Conversation)
        && JsonObject.Create(message.Activity).Child("from").Text("id") == member.Id
            ? message
            : null;

    private bool HasBot(StoredActivity message) =>
        conversations.Places.Find(message.Conversation) is { } place && conversations.Places.HasBot(place);

    private async Task<IResult> TellAsync(StoredActivity message, JsonObject update, CancellationToken cancellationToken)
    {
        if (message.IsHeard && HasBot(message))
        {
            await bot.TellAsync(update, cancellationToken);
        }

        return TypedResults.NoContent();
    }

    private void Store(JsonObject activity, string id, ConversationReference where, bool isHeard, ShownFile[] files) => conversations.Put(new()
    {
        Id = id,
        Conversation = where.Id,
        Thread = where.Thread,
        At = time.GetUtcNow(),
        FromBot = false,
        IsHeard = isHeard,
        Files = files.Length > 0 ? [.. files] : null,
        Activity = ToElement(activity),
    });

    private static JsonElement ToElement(JsonObject activity)
    {
        using var document = JsonDocument.Parse(activity.ToJsonString());
        return document.RootElement.Clone();
    }
}
