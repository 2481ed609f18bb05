using System.Text.Json;

namespace PledgeBot.Tests.Hosting;

/// <summary>A message of the bot's, as the channel keeps it.</summary>
/// <param name="Conversation">Where it stands; in a channel with the thread.</param>
/// <param name="Id">Its number.</param>
/// <param name="Versions">What it said: first when it was sent, and then after each change; nothing for one from long ago.</param>
internal sealed record ChannelMessage(string Conversation, string Id, List<JsonElement> Versions)
{
    /// <summary>Gets what it says now.</summary>
    public JsonElement Activity => Versions[^1];

    /// <summary>Gets whether it begins a thread in a channel.</summary>
    public bool IsRoot => Conversation.EndsWith(";messageid=" + Id, StringComparison.Ordinal);

    /// <summary>Gets whether one member alone reads it.</summary>
    public bool IsPersonal => Conversation.StartsWith("a:", StringComparison.Ordinal);

    /// <summary>Gets its text; nothing for a card.</summary>
    public string? Text => Activity.TryGetProperty("text", out JsonElement text) ? text.GetString() : null;

    /// <summary>Gets its card; nothing for a text.</summary>
    public JsonElement? Card => CardIn(Activity);

    /// <summary>Gets the card that an activity carries.</summary>
    public static JsonElement? CardIn(JsonElement activity) =>
        activity.TryGetProperty("attachments", out JsonElement attachments)
            ? attachments.EnumerateArray()
                .Where(attachment => attachment.GetProperty("contentType").GetString() == "application/vnd.microsoft.card.adaptive")
                .Select(attachment => (JsonElement?)attachment.GetProperty("content"))
                .FirstOrDefault()
            : null;
}
