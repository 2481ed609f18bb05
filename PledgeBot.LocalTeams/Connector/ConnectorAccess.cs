using Microsoft.AspNetCore.Http;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Places;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>Where the bot may do what.</summary>
internal static class ConnectorAccess
{
    /// <summary>Says why the bot may not write in a conversation, or gives <c>null</c>.</summary>
    public static IResult? RefuseWriting(this ConversationStore conversations, ConversationReference target)
    {
        LocalPlaces places = conversations.Places;
        return places.Find(target.Id) is not { } place ? ConnectorError.ConversationNotFound()
            : !places.HasBot(place) ? ConnectorError.NotInRoster()
            : place.IsBlocked ? ConnectorError.WritesBlocked()
            : place.IsArchived ? ConnectorError.NotEnoughPermissions("The team is archived.")
            : !conversations.Has(target) ? ConnectorError.ConversationNotFound()
            : null;
    }

    /// <summary>Finds a place whose members or details the bot may read; otherwise says why it may not.</summary>
    public static Place? FindReadable(this LocalPlaces places, string conversationId, out IResult? refusal)
    {
        Place? place = places.Find(ConversationReference.Parse(conversationId).Id);
        refusal = place is null ? ConnectorError.ConversationNotFound()
            : !places.HasBot(place) ? ConnectorError.NotInRoster()
            : null;
        return refusal is null ? place : null;
    }
}
