using System.Text.Json.Serialization;

namespace PledgeBot.LocalTeams.Places;

/// <summary>The three kinds of place that Teams has for a bot.</summary>
internal enum PlaceKind
{
    /// <summary>A team with its channels; a conversation in it has threads.</summary>
    [JsonStringEnumMemberName("team")]
    Team,

    /// <summary>A chat of several members.</summary>
    [JsonStringEnumMemberName("groupChat")]
    GroupChat,

    /// <summary>One member's chat with the bot.</summary>
    [JsonStringEnumMemberName("personal")]
    Personal,
}
