using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Places;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Bot;

/// <summary>Makes activities with the fields that Teams always sends.</summary>
internal sealed class BotActivities(
    ConversationStore conversations,
    ServerAddress addresses,
    IOptions<LocalTeamsOptions> options,
    TimeProvider time)
{
    /// <summary>An activity from a member in a conversation.</summary>
    /// <param name="type">The activity's type.</param>
    /// <param name="id">Its id; <c>null</c> for one that is no message: Teams gives those an id of their own kind.</param>
    /// <param name="from">Who does it.</param>
    /// <param name="conversation">Where.</param>
    public JsonObject Make(string type, string? id, LocalMember from, ConversationReference conversation)
    {
        DateTimeOffset now = time.GetUtcNow();
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id ?? NewEventId(now),
            ["timestamp"] = Timestamps.Utc(now),
            ["localTimestamp"] = Timestamps.Local(now),
            ["localTimezone"] = Timestamps.ZoneId,
            ["serviceUrl"] = addresses.ServiceUrl,
            ["channelId"] = "msteams",
            ["locale"] = "sv-SE",
            ["from"] = Account(from),
            ["recipient"] = Bot(),
            ["conversation"] = Conversation(conversation),
            ["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "clientInfo",
                ["locale"] = "sv-SE",
                ["country"] = "SE",
                ["platform"] = "Web",
                ["timezone"] = Timestamps.ZoneId,
            }),
            ["channelData"] = ChannelData(conversation.Id),
        };
    }

    /// <summary>The same event under another id and with the present as its time, as when a client tries again.</summary>
    public JsonObject Renew(JsonObject activity)
    {
        DateTimeOffset now = time.GetUtcNow();
        JsonObject renewed = activity.DeepClone().AsObject();
        renewed["id"] = NewEventId(now);
        renewed["timestamp"] = Timestamps.Utc(now);
        renewed["localTimestamp"] = Timestamps.Local(now);
        return renewed;
    }

    /// <summary>The bot as activities name it.</summary>
    public JsonObject Bot() => new() { ["id"] = options.Value.BotId, ["name"] = options.Value.BotName };

    /// <summary>A member as activities name them.</summary>
    public static JsonObject Account(LocalMember member) =>
        new() { ["id"] = member.Id, ["name"] = member.Name, ["aadObjectId"] = member.AadObjectId };

    private static string NewEventId(DateTimeOffset now) => "f:" + Guid.CreateVersion7(now);

    private JsonObject Conversation(ConversationReference conversation)
    {
        var described = new JsonObject { ["id"] = conversation.Full, ["tenantId"] = options.Value.TenantId };
        switch (KindOf(conversation.Id))
        {
            case PlaceKind.Team:
                described["isGroup"] = true;
                described["conversationType"] = "channel";
                break;
            case PlaceKind.GroupChat:
                described["isGroup"] = true;
                described["conversationType"] = "groupChat";
                break;
            default:
                described["conversationType"] = "personal";
                break;
        }

        return described;
    }

    private JsonObject ChannelData(string conversation)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = options.Value.TenantId } };
        if (TeamOf(conversation) is { } team)
        {
            data["teamsChannelId"] = conversation;
            data["teamsTeamId"] = team.Id;
            data["channel"] = new JsonObject { ["id"] = conversation };
            data["team"] = new JsonObject { ["id"] = team.Id };
        }

        return data;
    }

    // What is told of a deleted team or channel comes from it all the same.
    private Place? TeamOf(string conversation) =>
        conversations.Places.All.FirstOrDefault(p => p.Kind == PlaceKind.Team && (p.Id == conversation || p.FindChannel(conversation) is not null));

    private PlaceKind KindOf(string conversation) => TeamOf(conversation) is not null
        ? PlaceKind.Team
        : conversations.Places.Find(conversation)?.Kind ?? PlaceKind.Personal;
}
