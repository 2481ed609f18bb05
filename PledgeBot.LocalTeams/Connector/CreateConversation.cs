using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>
/// The two shapes of a new conversation that Teams knows: a personal chat with one member, which always has the same id, and a new
/// thread in a channel. Everything else is refused with the words Teams uses.
/// </summary>
internal static class CreateConversation
{
    public static IResult Create(HttpContext http, LocalTeam team, BotPosts posts)
    {
        JsonObject? parameters = http.Features.GetRequiredFeature<ConnectorBody>().ToObject();
        bool isGroup = parameters?["isGroup"] is JsonValue group && group.TryGetValue(out bool value) && value;
        string? channel = parameters.Child("channelData").Child("channel").Text("id");
        return (isGroup, channel) switch
        {
            (true, not null) => CreateThread(channel, parameters.Child("activity"), posts),
            (false, null) when parameters.Text("tenantId") is not null => OpenPersonalChat(parameters!, team, posts),
            _ => Incorrect(),
        };
    }

    private static IResult CreateThread(string channel, JsonObject? activity, BotPosts posts)
    {
        if (activity is null)
        {
            return Incorrect();
        }

        if (channel != LocalTeam.ChannelId)
        {
            return ConnectorError.NotInRoster();
        }

        if (BotPosts.Refuse(activity) is { } refusal)
        {
            return refusal;
        }

        StoredActivity first = posts.Store(new(LocalTeam.ChannelId, null), activity.DeepClone().AsObject());
        return ConnectorAnswer.Json(
            new JsonObject { ["id"] = first.Reference.Full, ["activityId"] = first.Id },
            StatusCodes.Status201Created);
    }

    private static IResult OpenPersonalChat(JsonObject parameters, LocalTeam team, BotPosts posts)
    {
        if (parameters["members"] is not JsonArray { Count: 1 } members || members[0].Text("id") is not { } memberId)
        {
            return Incorrect();
        }

        if (team.FindMember(memberId) is not { } member)
        {
            return ConnectorError.NotInRoster();
        }

        string chat = LocalTeam.PersonalChatOf(member);
        if (parameters.Child("activity") is { } activity)
        {
            if (BotPosts.Refuse(activity) is { } refusal)
            {
                return refusal;
            }

            posts.Store(new(chat, null), activity.DeepClone().AsObject());
        }

        return ConnectorAnswer.Created(chat);
    }

    private static IResult Incorrect() => ConnectorError.BadSyntax("Incorrect conversation creation parameters");
}
