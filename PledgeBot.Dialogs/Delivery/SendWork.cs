using System.Text.Json;
using System.Text.Json.Serialization;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>One message to be sent, or to be put in another's place.</summary>
/// <param name="Conversation">Where to.</param>
/// <param name="Activity">The message.</param>
/// <param name="Replaces">The message it takes the place of; nothing for a new one.</param>
/// <param name="StartsThread">Whether it starts a thread of its own in the channel.</param>
internal sealed record SendWork(ConversationReference Conversation, Activity Activity, string? Replaces, bool StartsThread)
{
    /// <summary>A new message in a conversation.</summary>
    public static DueWork To(ConversationReference conversation, Activity activity, DateTimeOffset now) =>
        Due(new SendWork(conversation, activity, null, StartsThread: false), now);

    /// <summary>A message in the place of another.</summary>
    public static DueWork Replace(ConversationReference conversation, string replaced, Activity activity, DateTimeOffset now) =>
        Due(new SendWork(conversation, activity, replaced, StartsThread: false), now);

    /// <summary>A new thread in a channel.</summary>
    public static DueWork InNewThread(ConversationReference channel, Activity activity, DateTimeOffset now) =>
        Due(new SendWork(channel, activity, null, StartsThread: true), now);

    /// <summary>Reads the work again.</summary>
    public static SendWork Read(DueWork work) =>
        JsonSerializer.Deserialize(work.Payload, DeliveryJson.Default.SendWork) ?? throw new JsonException("The work has no message.");

    // Time-ordered keys keep the order in which the messages were said.
    private static DueWork Due(SendWork work, DateTimeOffset now) =>
        new(WorkKinds.Send, Guid.CreateVersion7(now).ToString("N"), now, JsonSerializer.Serialize(work, DeliveryJson.Default.SendWork));
}

/// <summary>The generated JSON of work for later and of what is remembered about messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SendWork))]
[JsonSerializable(typeof(ShownCard))]
[JsonSerializable(typeof(ClosedConversation))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(BallotRecording))]
internal sealed partial class DeliveryJson : JsonSerializerContext;
