using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>Remembers which conversations the channel does not let the bot write in.</summary>
/// <remarks>
/// A thread counts as its channel. A conversation is closed when the app is removed there or the channel refuses a message for good,
/// and opens again when the app is installed there or anything comes from there. Work for a closed one is not tried.
/// </remarks>
internal static class Reach
{
    private const string Kind = "unreachable";
    private const int LongestKey = 200;

    /// <summary>Tells whether a conversation is closed. One that nothing is remembered of is open.</summary>
    public static async Task<bool> IsClosedAsync(ITurn turn, string conversationId, CancellationToken cancellationToken) =>
        await turn.RecallAsync(KeyOf(conversationId), cancellationToken) is not null;

    /// <summary>Closes a conversation; a second time the newer reason is kept.</summary>
    /// <param name="turn">The turn that remembers it.</param>
    /// <param name="conversationId">The conversation, or any thread in it.</param>
    /// <param name="why">The channel's error code, or what happened there; for operators.</param>
    /// <param name="now">The present.</param>
    public static void Close(ITurn turn, string conversationId, string why, DateTimeOffset now) =>
        turn.Remember(KeyOf(conversationId), JsonSerializer.Serialize(new ClosedConversation(why, now), DeliveryJson.Default.ClosedConversation));

    /// <summary>Opens a conversation again; one that is open stays so.</summary>
    public static void Reopen(ITurn turn, string conversationId) => turn.Remember(KeyOf(conversationId), value: null);

    // A conversation's id comes from outside, and may be longer than what can be a key.
    private static MemoryKey KeyOf(string conversationId) =>
        new(Kind, ConversationIds.WithoutThread(conversationId) is { Length: <= LongestKey } id
            ? id
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ConversationIds.WithoutThread(conversationId)))));
}

/// <summary>What is remembered of a closed conversation.</summary>
/// <param name="Why">The channel's error code, or what happened there.</param>
/// <param name="Since">Since when.</param>
internal sealed record ClosedConversation(string Why, DateTimeOffset Since);
