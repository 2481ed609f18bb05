using System.Text.Json;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>Remembers that a message may stand in the channel although nobody said so, until it is posted for certain or given up.</summary>
internal static class Doubt
{
    /// <summary>
    /// How long a message in doubt is left before it is posted once more: long enough for somebody to look, and short enough for a poll
    /// not to be missed.
    /// </summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>How long a doubt counts; what is older belongs to another post of the same name.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>Finds since when a message is in doubt; nothing if it is not.</summary>
    public static async Task<DateTimeOffset?> SinceAsync(ITurn turn, DueWork work, DateTimeOffset now, CancellationToken cancellationToken) =>
        await turn.RecallAsync(KeyOf(work), cancellationToken) is { } remembered
        && JsonSerializer.Deserialize(remembered, DeliveryJson.Default.DateTimeOffset) is var since
        && now - since < Lifetime
            ? since
            : null;

    /// <summary>Remembers that a message is in doubt from now on.</summary>
    public static void Begin(ITurn turn, DueWork work, DateTimeOffset now) =>
        turn.Remember(KeyOf(work), JsonSerializer.Serialize(now, DeliveryJson.Default.DateTimeOffset));

    /// <summary>Forgets that a message is in doubt; one that is not stays so.</summary>
    public static void End(ITurn turn, DueWork work) => turn.Remember(KeyOf(work), value: null);

    private static MemoryKey KeyOf(DueWork work) => new("in-doubt", $"{work.Kind}/{work.Key}");
}
