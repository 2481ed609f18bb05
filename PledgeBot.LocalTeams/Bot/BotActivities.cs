using System.Text.Json.Nodes;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Bot;

/// <summary>Makes activities with the fields that Teams always sends.</summary>
internal sealed class BotActivities(LocalTeam team, ServerAddress addresses, TimeProvider time)
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
            ["id"] = id ?? "f:" + Guid.CreateVersion7(now),
            ["timestamp"] = Timestamps.Utc(now),
            ["localTimestamp"] = Timestamps.Local(now),
            ["localTimezone"] = Timestamps.ZoneId,
            ["serviceUrl"] = addresses.ServiceUrl,
            ["channelId"] = "msteams",
            ["locale"] = "sv-SE",
            ["from"] = new JsonObject { ["id"] = from.Id, ["name"] = from.Name, ["aadObjectId"] = from.AadObjectId },
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
            ["channelData"] = ChannelData(conversation),
        };
    }

    /// <summary>The bot as activities name it.</summary>
    public JsonObject Bot() => new() { ["id"] = team.Options.BotId, ["name"] = team.Options.BotName };

    private JsonObject Conversation(ConversationReference conversation)
    {
        var described = new JsonObject { ["id"] = conversation.Full, ["tenantId"] = team.Options.TenantId };
        if (conversation.Id == LocalTeam.ChannelId)
        {
            described["isGroup"] = true;
            described["conversationType"] = "channel";
        }
        else
        {
            described["conversationType"] = "personal";
        }

        return described;
    }

    private JsonObject ChannelData(ConversationReference conversation)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = team.Options.TenantId } };
        if (conversation.Id == LocalTeam.ChannelId)
        {
            data["teamsChannelId"] = LocalTeam.ChannelId;
            data["teamsTeamId"] = LocalTeam.TeamId;
            data["channel"] = new JsonObject { ["id"] = LocalTeam.ChannelId };
            data["team"] = new JsonObject { ["id"] = LocalTeam.TeamId };
        }

        return data;
    }
}
