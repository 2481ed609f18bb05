using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Bot;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Places;

/// <summary>Tells the bot what happens to the places it is in, in the shapes that Teams gives those events.</summary>
internal sealed class PlaceEvents(BotActivities activities, BotTurns bot, IOptions<LocalTeamsOptions> options)
{
    /// <summary>The app was added to a place: <c>conversationUpdate</c>, as often as the options say, and <c>installationUpdate</c>.</summary>
    /// <returns>Whether the bot took all of it.</returns>
    public async Task<bool> TellAddedAsync(Place place, LocalMember by, CancellationToken cancellationToken)
    {
        bool isTaken = true;
        for (int copy = 0; copy < options.Value.InstallEventCopies; copy++)
        {
            JsonObject update = Make("conversationUpdate", place, by, place.Kind == PlaceKind.Team ? "teamMemberAdded" : null);
            update["membersAdded"] = place.Kind == PlaceKind.Personal
                ? new JsonArray(activities.Bot(), BotActivities.Account(by))
                : new JsonArray(activities.Bot());
            isTaken &= await TellAsync(AtInstallation(update, place), cancellationToken);
        }

        JsonObject installation = Make("installationUpdate", place, by, eventType: null);
        installation["action"] = "add";
        return isTaken & await TellAsync(AtInstallation(installation, place), cancellationToken);
    }

    /// <summary>The app was taken away from a place.</summary>
    public async Task<bool> TellRemovedAsync(Place place, LocalMember by, CancellationToken cancellationToken)
    {
        JsonObject update = Make("conversationUpdate", place, by, place.Kind == PlaceKind.Team ? "teamMemberRemoved" : null);
        update["membersRemoved"] = new JsonArray(activities.Bot());
        JsonObject installation = Make("installationUpdate", place, by, eventType: null);
        installation["action"] = "remove";
        return await TellAsync(update, cancellationToken) & await TellAsync(installation, cancellationToken);
    }

    /// <summary>Somebody came to a team or group chat.</summary>
    public Task<bool> TellMemberAddedAsync(Place place, LocalMember added, LocalMember by, CancellationToken cancellationToken) =>
        TellMemberAsync("membersAdded", "teamMemberAdded", place, added, by, cancellationToken);

    /// <summary>Somebody left a team or group chat.</summary>
    public Task<bool> TellMemberRemovedAsync(Place place, LocalMember removed, LocalMember by, CancellationToken cancellationToken) =>
        TellMemberAsync("membersRemoved", "teamMemberRemoved", place, removed, by, cancellationToken);

    /// <summary>Something happened to the team as a whole.</summary>
    /// <param name="eventType">What, in Teams' word: <c>teamRenamed</c>, <c>teamArchived</c> …</param>
    /// <param name="team">The team as it is now.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="cancellationToken">Ends the waiting for the bot.</param>
    public Task<bool> TellTeamAsync(string eventType, Place team, LocalMember by, CancellationToken cancellationToken) =>
        TellAsync(Make("conversationUpdate", team, by, eventType), cancellationToken);

    /// <summary>Something happened to a channel: <c>channelCreated</c>, <c>channelRenamed</c>, <c>channelDeleted</c>, <c>channelRestored</c>.</summary>
    public Task<bool> TellChannelAsync(string eventType, Place team, TeamChannel channel, LocalMember by, CancellationToken cancellationToken)
    {
        JsonObject update = Make("conversationUpdate", team, by, eventType);
        update.Child("channelData")!["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name };
        return TellAsync(update, cancellationToken);
    }

    private Task<bool> TellMemberAsync(
        string list,
        string eventType,
        Place place,
        LocalMember member,
        LocalMember by,
        CancellationToken cancellationToken)
    {
        JsonObject update = Make("conversationUpdate", place, by, place.Kind == PlaceKind.Team ? eventType : null);
        update[list] = new JsonArray(new JsonObject { ["id"] = member.Id, ["aadObjectId"] = member.AadObjectId });
        return TellAsync(update, cancellationToken);
    }

    private async Task<bool> TellAsync(JsonObject activity, CancellationToken cancellationToken) =>
        (await bot.TellAsync(activity, cancellationToken)).IsSuccess;

    private JsonObject Make(string type, Place place, LocalMember by, string? eventType)
    {
        JsonObject activity = activities.Make(type, id: null, by, new(place.Id, null));
        if (place.Kind != PlaceKind.Team)
        {
            return activity;
        }

        JsonObject data = activity.Child("channelData")!;
        data["team"] = new JsonObject { ["id"] = place.Id, ["aadGroupId"] = place.AadGroupId, ["name"] = place.Name };
        if (eventType is not null)
        {
            data["eventType"] = eventType;
        }

        return activity;
    }

    // An installation happens in the channel that was chosen for it.
    private static JsonObject AtInstallation(JsonObject activity, Place place)
    {
        if (place.SelectedChannel is { } channel)
        {
            activity.Child("conversation")!["id"] = channel;
            JsonObject data = activity.Child("channelData")!;
            data["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = channel } };
            data["channel"] = new JsonObject { ["id"] = channel };
            data["teamsChannelId"] = channel;
        }

        return activity;
    }
}
