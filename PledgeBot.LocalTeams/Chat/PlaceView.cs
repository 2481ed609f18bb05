using System.Collections.Immutable;
using PledgeBot.LocalTeams.Places;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>A place as the page shows it.</summary>
/// <param name="Id">The place's id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">The ids of its members.</param>
/// <param name="Channels">A team's channels, deleted ones included; General has no name.</param>
/// <param name="HasApp">Whether somebody has added the app.</param>
/// <param name="HasBot">Whether the bot can write there and hears; in a personal chat also without the app, when a team has it.</param>
/// <param name="IsBlocked">Whether the member has blocked the bot.</param>
/// <param name="IsArchived">Whether a team is archived.</param>
/// <param name="IsDeleted">Whether a team is deleted.</param>
internal sealed record PlaceView(
    string Id,
    PlaceKind Kind,
    string Name,
    ImmutableArray<string> Members,
    ImmutableArray<TeamChannel> Channels,
    bool HasApp,
    bool HasBot,
    bool IsBlocked,
    bool IsArchived,
    bool IsDeleted)
{
    public static PlaceView Of(Place place, LocalPlaces places) => new(
        place.Id,
        place.Kind,
        place.Name,
        place.Members,
        place.Channels,
        place.App == AppState.Present,
        places.HasBot(place),
        place.IsBlocked,
        place.IsArchived,
        place.IsDeleted);
}
