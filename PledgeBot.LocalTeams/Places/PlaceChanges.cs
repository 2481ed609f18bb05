using PledgeBot.LocalTeams.Conversations;

namespace PledgeBot.LocalTeams.Places;

/// <summary>What members do to the places they are in: first it is so, for everybody, and then the bot is told.</summary>
internal sealed class PlaceChanges(ConversationStore conversations, PlaceEvents events, TimeProvider time)
{
    private const int MaxName = 50;
    private const int MaxChannels = 30;

    private delegate Task<bool> Tell(Place place, CancellationToken cancellationToken);

    /// <summary>Adds the app to a place.</summary>
    /// <param name="place">The place, which does not have it.</param>
    /// <param name="channel">In a team, the channel chosen for it; <c>null</c> for General.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="cancellationToken">Ends the waiting for the bot.</param>
    /// <returns>Whether the bot took the events. If not, it is told again when the installer next runs.</returns>
    public async Task<bool> AddAppAsync(Place place, string? channel, LocalMember by, CancellationToken cancellationToken)
    {
        Place added = conversations.ChangePlace(place.Id, p => p with
        {
            App = AppState.Present,
            IsTold = false,
            IsBlocked = false,
            SelectedChannel = p.Kind == PlaceKind.Team ? channel ?? p.SelectedChannel : null,
        })!;
        return await TellAddedAsync(added, by, cancellationToken);
    }

    /// <summary>Tells the bot of an installation it has not taken yet.</summary>
    public async Task<bool> TellAddedAsync(Place place, LocalMember by, CancellationToken cancellationToken)
    {
        bool isTaken = await events.TellAddedAsync(place, by, cancellationToken);
        if (isTaken)
        {
            conversations.ChangePlace(place.Id, p => p with { IsTold = true });
        }

        return isTaken;
    }

    /// <summary>Does what a member asks for.</summary>
    /// <returns>Whether it was done; <c>false</c> when it makes no sense in the place.</returns>
    public async Task<bool> MakeAsync(PlaceChange change, LocalMember by, CancellationToken cancellationToken)
    {
        LocalPlaces places = conversations.Places;
        if (places.FindPlace(change.Place) is not { } place
            || !place.Members.Contains(by.Id)
            || place.IsDeleted != (change.Change == "restoreTeam"))
        {
            return false;
        }

        if (change.Change == "addApp")
        {
            bool isPossible = place.App != AppState.Present && IsChannelOrNone(place, change.Channel);
            if (isPossible)
            {
                await AddAppAsync(place, change.Channel, by, cancellationToken);
            }

            return isPossible;
        }

        (Func<Place, Place> Become, Tell Tell)? todo =
            OfAnyPlace(change, place, by) ?? OfMembers(change, place, by) ?? OfTeam(change, place, by) ?? OfChannel(change, place, by);
        if (todo is not { } done)
        {
            return false;
        }

        Place changed = conversations.ChangePlace(place.Id, done.Become)!;

        // Of its own removal the bot is told last, when it can no longer write there.
        if (place.App == AppState.Present)
        {
            await done.Tell(changed, cancellationToken);
        }

        return true;
    }

    private (Func<Place, Place>, Tell)? OfAnyPlace(PlaceChange change, Place place, LocalMember by) => change.Change switch
    {
        "removeApp" when place.App == AppState.Present =>
            (p => p with { App = AppState.Removed, IsTold = false }, (p, c) => events.TellRemovedAsync(p, by, c)),
        "block" or "unblock" when place.Kind == PlaceKind.Personal =>
            (p => p with { IsBlocked = change.Change == "block" }, Nothing),
        _ => null,
    };

    private (Func<Place, Place>, Tell)? OfMembers(PlaceChange change, Place place, LocalMember by)
    {
        if (place.Kind == PlaceKind.Personal || conversations.Places.FindMember(change.Member) is not { } who)
        {
            return null;
        }

        bool isIn = place.Members.Contains(who.Id);
        return change.Change switch
        {
            "addMember" when !isIn =>
                (p => p with { Members = p.Members.Add(who.Id) }, (p, c) => events.TellMemberAddedAsync(p, who, by, c)),

            // The last one cannot leave: nobody could bring anybody back.
            "removeMember" when isIn && place.Members.Length > 1 =>
                (p => p with { Members = p.Members.Remove(who.Id) }, (p, c) => events.TellMemberRemovedAsync(p, who, by, c)),
            _ => null,
        };
    }

    private (Func<Place, Place>, Tell)? OfTeam(PlaceChange change, Place team, LocalMember by) => change.Change switch
    {
        _ when team.Kind != PlaceKind.Team => null,
        "renameTeam" when IsName(change.Name) => (p => p with { Name = change.Name! }, TeamEvent("teamRenamed", by)),
        "archiveTeam" when !team.IsArchived => (p => p with { IsArchived = true }, TeamEvent("teamArchived", by)),
        "unarchiveTeam" when team.IsArchived => (p => p with { IsArchived = false }, TeamEvent("teamUnarchived", by)),
        "deleteTeam" => (p => p with { IsDeleted = true }, TeamEvent("teamDeleted", by)),
        "restoreTeam" => (p => p with { IsDeleted = false }, TeamEvent("teamRestored", by)),
        _ => null,
    };

    private (Func<Place, Place>, Tell)? OfChannel(PlaceChange change, Place team, LocalMember by)
    {
        if (change.Change == "createChannel" && team.Kind == PlaceKind.Team && IsName(change.Name) && team.Channels.Length < MaxChannels)
        {
            var created = new TeamChannel($"19:{Guid.CreateVersion7(time.GetUtcNow()):N}@thread.tacv2", change.Name);
            return (p => p with { Channels = p.Channels.Add(created) }, ChannelEvent("channelCreated", created, by));
        }

        // General can be neither renamed nor deleted.
        if (team.FindChannel(change.Channel) is not { Name: not null } channel)
        {
            return null;
        }

        return change.Change switch
        {
            "renameChannel" when IsName(change.Name) => Become(channel with { Name = change.Name }, "channelRenamed"),
            "deleteChannel" when !channel.IsDeleted => Become(channel with { IsDeleted = true }, "channelDeleted"),
            "restoreChannel" when channel.IsDeleted => Become(channel with { IsDeleted = false }, "channelRestored"),
            _ => null,
        };

        (Func<Place, Place>, Tell) Become(TeamChannel changed, string eventType) =>
            (p => p.With(changed), ChannelEvent(eventType, changed, by));
    }

    private Tell TeamEvent(string eventType, LocalMember by) => (team, c) => events.TellTeamAsync(eventType, team, by, c);

    private Tell ChannelEvent(string eventType, TeamChannel channel, LocalMember by) =>
        (team, c) => events.TellChannelAsync(eventType, team, channel, by, c);

    private static Task<bool> Nothing(Place place, CancellationToken cancellationToken) => Task.FromResult(true);

    private static bool IsName(string? name) => name is { Length: >= 1 and <= MaxName } && name.Trim() == name;

    private static bool IsChannelOrNone(Place place, string? channel) =>
        channel is null || (place.Kind == PlaceKind.Team && place.FindChannel(channel) is { IsDeleted: false });
}
