using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PledgeBot.LocalTeams.Conversations;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>The bot's messages: sent, answered, replaced, removed.</summary>
internal static class BotMessages
{
    public static IResult Send(string conversationId, HttpContext http, ConversationStore conversations, BotPosts posts)
    {
        var target = ConversationReference.Parse(conversationId);
        return conversations.RefuseWriting(target) ?? posts.Add(target, replyToId: null, Body(http));
    }

    public static IResult Reply(string conversationId, string activityId, HttpContext http, ConversationStore conversations, BotPosts posts)
    {
        var target = ConversationReference.Parse(conversationId);
        if (conversations.RefuseWriting(target) is { } refusal)
        {
            return refusal;
        }

        if (target.Thread is null && conversations.Places.HasThreads(target.Id))
        {
            // An answer to a message in the channel belongs in that message's thread.
            if (conversations.Find(activityId) is not { } answered || answered.Conversation != target.Id)
            {
                return ConnectorError.ActivityNotFound();
            }

            target = answered.Reference;
        }

        return posts.Add(target, activityId, Body(http));
    }

    public static IResult Update(string conversationId, string activityId, HttpContext http, ConversationStore conversations, BotPosts posts)
    {
        if (FindOwn(conversationId, activityId, conversations, out IResult? refusal) is not { } own)
        {
            return refusal!;
        }

        JsonObject? message = Body(http);
        if (BotPosts.Refuse(message) is { } wrong)
        {
            return wrong;
        }

        JsonElement content = posts.Stamp(message!, own.Id, own.Reference, own.At);
        return conversations.Edit(own.Id, content)
            ? ConnectorAnswer.Json(new JsonObject { ["id"] = own.Id })
            : ConnectorError.ActivityNotFound();
    }

    public static IResult Delete(string conversationId, string activityId, ConversationStore conversations)
    {
        if (FindOwn(conversationId, activityId, conversations, out IResult? refusal) is not { } own)
        {
            return refusal!;
        }

        conversations.Delete(own.Id);
        return TypedResults.Ok();
    }

    // A message that was split gave no id; one that is found out in another way is of no use either.
    private static StoredActivity? FindOwn(string conversationId, string activityId, ConversationStore conversations, out IResult? refusal)
    {
        var target = ConversationReference.Parse(conversationId);
        StoredActivity? found = conversations.Find(activityId);
        refusal = conversations.RefuseWriting(target) ?? (
            found is null || found.Conversation != target.Id || found.IsPart ? ConnectorError.ActivityNotFound()
            : !found.FromBot ? ConnectorError.NotInRoster()
            : null);
        return refusal is null ? found : null;
    }

    private static JsonObject? Body(HttpContext http) => http.Features.GetRequiredFeature<ConnectorBody>().ToObject();
}
