using System.Text.Json;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>The channel's message that shows a subject.</summary>
/// <param name="ConversationId">The thread it stands in.</param>
/// <param name="ActivityId">The message; nothing if the channel did not tell, so that it cannot be changed.</param>
internal sealed record ShownCard(string ConversationId, string? ActivityId)
{
    /// <summary>Names what is remembered about the message that shows a subject.</summary>
    public static MemoryKey KeyOf(CardSubject subject) => new("shown-card", subject.ToString());

    /// <summary>Reads what was remembered; nothing if the subject has not been shown.</summary>
    public static ShownCard? Read(string? remembered) =>
        remembered is null ? null : JsonSerializer.Deserialize(remembered, DeliveryJson.Default.ShownCard);

    /// <summary>Writes what is to be remembered.</summary>
    public string Write() => JsonSerializer.Serialize(this, DeliveryJson.Default.ShownCard);
}
