using System.Text.Json.Serialization;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Teams;

/// <summary>The generated JSON of what goes around activities and cards: the connector's bodies and the answers to requests.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CardActionAnswerBody))]
[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(ComposeAnswerBody))]
[JsonSerializable(typeof(ConfigAnswerBody))]
[JsonSerializable(typeof(TaskAnswerBody))]
[JsonSerializable(typeof(TaskContinuation))]
[JsonSerializable(typeof(NewConversation))]
[JsonSerializable(typeof(ResourceAnswer))]
[JsonSerializable(typeof(MembersPage))]
[JsonSerializable(typeof(ChannelAccount))]
[JsonSerializable(typeof(TeamDetails))]
[JsonSerializable(typeof(ChannelsAnswer))]
internal sealed partial class Envelopes : JsonSerializerContext
{
    /// <summary>Gets the context as the wire wants it: camel case, no nulls, readable letters.</summary>
    public static Envelopes Wire { get; } = new(TeamsJson.WireOptions());
}
