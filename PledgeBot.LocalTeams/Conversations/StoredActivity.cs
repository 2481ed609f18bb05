using System.Collections.Immutable;
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

    /// <summary>The id of the thread's first post, which for that post is its own; <c>null</c> in a chat.</summary>
    public string? Thread { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public required bool FromBot { get; init; }

    public required JsonElement Activity { get; init; }

    /// <summary>Whether the bot was told of a member's message: only then it hears of its edits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsHeard { get; init; }

    /// <summary>Whether a member has removed their message. It can be brought back, as in Teams.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsRemoved { get; init; }

    /// <summary>Whether it is one of several that Teams made of one post, and can therefore never be edited.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsPart { get; init; }

    /// <summary>What members, and the bot, have put under the message; <c>null</c> for nothing.</summary>
    public ImmutableArray<Reaction>? Reactions { get; init; }

    /// <summary>What lies on the stand-in and is shown with a member's message; <c>null</c> for nothing.</summary>
    public ImmutableArray<ShownFile>? Files { get; init; }

    /// <summary>The conversation id as the protocol writes it, thread included.</summary>
    [JsonIgnore]
    public ConversationReference Reference => new(Conversation, Thread);
}
