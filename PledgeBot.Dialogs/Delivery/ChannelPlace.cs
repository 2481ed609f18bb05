using System.Text.Json;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>Writes and reads how a partnership's channel is reached.</summary>
public static class ChannelPlace
{
    /// <summary>Makes the meeting place of a partnership.</summary>
    /// <param name="partnership">The partnership.</param>
    /// <param name="tenantId">The organisation's directory.</param>
    /// <param name="teamId">The team.</param>
    /// <param name="channel">The channel that posts go to.</param>
    public static MeetingPlace Of(PartnershipId partnership, string tenantId, string teamId, ConversationReference channel) =>
        new(partnership, tenantId, teamId, JsonSerializer.Serialize(channel, TeamsJson.Wire.ConversationReference));

    /// <summary>Reads how the channel is reached.</summary>
    internal static ConversationReference Read(MeetingPlace place) =>
        JsonSerializer.Deserialize(place.Channel, TeamsJson.Wire.ConversationReference)
        ?? throw new JsonException("The meeting place has no channel.");
}
