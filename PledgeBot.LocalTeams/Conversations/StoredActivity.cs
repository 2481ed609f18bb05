using System.Text.Json;
using System.Text.Json.Serialization;

namespace PledgeBot.LocalTeams.Conversations;

/// <summary>A message in a conversation, with everything its sender wrote.</summary>
internal sealed record StoredActivity
{
    /// <summary>The numeric message id; unique and increasing over all conversations.</summary>
    public required string Id { get; init; }

    /// <summary>The chat or channel, without a thread.</summary>
    public required string Conversation { get; init; }

    /// <summary>The id of the thread's first post, which for that post is its own; <c>null</c> in a personal chat.</summary>
    public string? Thread { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public required bool FromBot { get; init; }

    public required JsonElement Activity { get; init; }

    /// <summary>The conversation id as the protocol writes it, thread included.</summary>
    [JsonIgnore]
    public ConversationReference Reference => new(Conversation, Thread);
}
