using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Places;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>
/// The two shapes of a new conversation that Teams knows: a personal chat with one member, which always has the same id, and a new
/// thread in a channel. Everything else is refused with the words Teams uses.
/// </summary>
internal static class CreateConversation
{
    public static IResult Create(HttpContext http, ConversationStore conversations, BotPosts posts)
    {
        JsonObject? parameters = http.Features.GetRequiredFeature<ConnectorBody>().ToObject();
        bool isGroup = parameters?["isGroup"] is JsonValue group && group.TryGetValue(out bool value) && value;
        string? channel = ChannelIn(parameters);
        return (isGroup, channel) switch
        {
            (true, not null) => CreateThread(channel, parameters.Child("activity"), conversations, posts),
            (false, null) when parameters.Text("tenantId") is not null => OpenPersonalChat(parameters!, conversations, posts),
            _ => Incorrect(),
        };
    }

    /// <summary>The channel that a thread is asked for in; <c>null</c> when something else is asked for.</summary>
    public static string? ChannelIn(JsonObject? parameters) => parameters.Child("channelData").Child("channel").Text("id");

    /// <summary>The id of the one member that a personal chat is asked for with; <c>null</c> when something else is asked for.</summary>
    public static string? MemberIn(JsonObject? parameters) =>
        parameters?["members"] is JsonArray { Count: 1 } members ? members[0].Text("id") : null;

    private static IResult CreateThread(string channel, JsonObject? activity, ConversationStore conversations, BotPosts posts)
    {
        if (activity is null)
        {
            return Incorrect();
        }

        var target = new ConversationReference(channel, null);
        if (!conversations.Places.HasThreads(channel))
        {
            return ConnectorError.NotInRoster();
        }

        if ((conversations.RefuseWriting(target) ?? BotPosts.Refuse(activity)) is { } refusal)
        {
            return refusal;
        }

        return posts.Store(target, activity.DeepClone().AsObject()) is { } first
            ? ConnectorAnswer.Json(
                new JsonObject { ["id"] = first.Reference.Full, ["activityId"] = first.Id },
                StatusCodes.Status201Created)
            : BotPosts.Split();
    }

    private static IResult OpenPersonalChat(JsonObject parameters, ConversationStore conversations, BotPosts posts)
    {
        if (MemberIn(parameters) is not { } memberId)
        {
            return Incorrect();
        }

        LocalPlaces places = conversations.Places;
        if (places.FindMember(memberId) is not { } member || !places.HasBot(places.FindPlace(LocalPlaces.PersonalChatOf(member))!))
        {
            return ConnectorError.NotInRoster();
        }

        string chat = LocalPlaces.PersonalChatOf(member);
        if (parameters.Child("activity") is { } activity)
        {
            var target = new ConversationReference(chat, null);
            if ((conversations.RefuseWriting(target) ?? BotPosts.Refuse(activity)) is { } refusal)
            {
                return refusal;
            }

            posts.Store(target, activity.DeepClone().AsObject());
        }

        return ConnectorAnswer.Created(chat);
    }

    private static IResult Incorrect() => ConnectorError.BadSyntax("Incorrect conversation creation parameters");
}
