using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Places;

namespace PledgeBot.LocalTeams;

/// <summary>Tells the bot of every place that has the app from the start, as somebody's adding it does in Teams.</summary>
public sealed class LocalTeamsInstaller
{
    private readonly ConversationStore _conversations;
    private readonly PlaceChanges _changes;

    internal LocalTeamsInstaller(ConversationStore conversations, PlaceChanges changes)
    {
        _conversations = conversations;
        _changes = changes;
    }

    /// <summary>
    /// Sends <c>conversationUpdate</c> and <c>installationUpdate</c> for every place that has the app and where the bot has not accepted
    /// them before; with a data folder, "before" includes earlier runs. Call it when the bot listens.
    /// </summary>
    /// <returns>Whether the bot now knows of every place; otherwise it can be called again.</returns>
    public async Task<bool> InstallAsync(CancellationToken cancellationToken)
    {
        LocalPlaces places = _conversations.Places;
        bool everywhere = true;
        foreach (Place place in places.All.Where(p => p is { App: AppState.Present, IsTold: false, IsDeleted: false, Members.Length: > 0 }))
        {
            everywhere &= await _changes.TellAddedAsync(place, places.MembersOf(place)[0], cancellationToken);
        }

        return everywhere;
    }
}
