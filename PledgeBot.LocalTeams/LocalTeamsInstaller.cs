using System.Text.Json.Nodes;
using PledgeBot.LocalTeams.Bot;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams;

/// <summary>Installs the bot in the team and in every personal chat, as somebody does in Teams before anything else can happen.</summary>
public sealed class LocalTeamsInstaller
{
    private readonly ConversationStore _conversations;
    private readonly LocalTeam _team;
    private readonly BotActivities _activities;
    private readonly BotEndpoint _bot;

    internal LocalTeamsInstaller(ConversationStore conversations, LocalTeam team, BotActivities activities, BotEndpoint bot)
    {
        _conversations = conversations;
        _team = team;
        _activities = activities;
        _bot = bot;
    }

    /// <summary>
    /// Sends <c>conversationUpdate</c> and <c>installationUpdate</c> for every conversation where the bot has not accepted them before;
    /// with a data folder, "before" includes earlier runs. Call it when the bot listens.
    /// </summary>
    /// <returns>Whether the bot is now installed everywhere; otherwise it can be called again.</returns>
    public async Task<bool> InstallAsync(CancellationToken cancellationToken)
    {
        bool everywhere = await InstallAsync(LocalTeam.ChannelId, _team.Members[0], cancellationToken);
        foreach (LocalMember member in _team.Members)
        {
            everywhere &= await InstallAsync(LocalTeam.PersonalChatOf(member), member, cancellationToken);
        }

        return everywhere;
    }

    private async Task<bool> InstallAsync(string conversation, LocalMember by, CancellationToken cancellationToken)
    {
        if (_conversations.IsInstalled(conversation))
        {
            return true;
        }

        JsonObject update = Make("conversationUpdate", conversation, by);
        update["membersAdded"] = conversation == LocalTeam.ChannelId
            ? new JsonArray(_activities.Bot())
            : new JsonArray(_activities.Bot(), new JsonObject { ["id"] = by.Id, ["aadObjectId"] = by.AadObjectId });

        JsonObject installation = Make("installationUpdate", conversation, by);
        installation["action"] = "add";

        bool accepted = (await _bot.PostAsync(update, cancellationToken)).IsSuccess
            && (await _bot.PostAsync(installation, cancellationToken)).IsSuccess;
        if (accepted)
        {
            _conversations.MarkInstalled(conversation);
        }

        return accepted;
    }

    private JsonObject Make(string type, string conversation, LocalMember by)
    {
        JsonObject activity = _activities.Make(type, id: null, by, new(conversation, null));
        if (conversation == LocalTeam.ChannelId)
        {
            JsonObject data = activity.Child("channelData")!;
            data["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = LocalTeam.ChannelId } };
            data["team"] = new JsonObject
            {
                ["id"] = LocalTeam.TeamId,
                ["aadGroupId"] = LocalTeam.AadGroupId,
                ["name"] = _team.Options.TeamName,
            };
            if (type == "conversationUpdate")
            {
                data["eventType"] = "teamMemberAdded";
            }
        }

        return activity;
    }
}
