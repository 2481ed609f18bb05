using System.Text.Json;
using System.Text.Json.Serialization;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Whether the bot is installed somewhere, by the latest news of it.</summary>
/// <param name="IsInstalled">Whether it is.</param>
/// <param name="At">When that became so, by the channel's clock.</param>
internal sealed record Installation(bool IsInstalled, DateTimeOffset At)
{
    /// <summary>
    /// Names what is remembered of the place that an activity comes from: a team has one installation, whichever channel the news
    /// names; outside teams each conversation has its own.
    /// </summary>
    public static MemoryKey KeyOf(Activity activity) =>
        new("installation", Digest.Of(activity.HostTenantId(), activity.TeamId() ?? activity.BaseConversationId()));

    /// <summary>Reads what was remembered; nothing if the bot was never installed there.</summary>
    public static Installation? Read(string? remembered) =>
        remembered is null ? null : JsonSerializer.Deserialize(remembered, InstallationJson.Default.Installation);

    /// <summary>Writes what is to be remembered.</summary>
    public string Write() => JsonSerializer.Serialize(this, InstallationJson.Default.Installation);
}

/// <summary>The generated JSON of what is remembered of installations.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Installation))]
internal sealed partial class InstallationJson : JsonSerializerContext;
