using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Members;

/// <summary>The team that a partnership meets in, as it was last read from the channel.</summary>
/// <param name="Name">The team's name; nothing if it was never read.</param>
/// <param name="Channels">The channels that everybody in the team is in; empty if they were never read.</param>
/// <param name="Roster">Who is in the team; nothing if that was never read.</param>
/// <param name="TriedAt">When it was last tried to read it; nothing if it never was.</param>
internal sealed record Team(string? Name, ImmutableArray<TeamChannel> Channels, Roster? Roster, DateTimeOffset? TriedAt)
{
    /// <summary>How old a team may be before whoever looks at it has it read again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>Gets a team of which nothing is known.</summary>
    public static Team Unknown { get; } = new(null, [], null, null);

    /// <summary>Reads what the records hold of the team.</summary>
    public static async Task<Team> ReadAsync(ITurn records, CancellationToken cancellationToken)
    {
        var facts = TeamFacts.Read(await records.RecallAsync(TeamFacts.Key, cancellationToken));
        return new Team(facts?.Name, facts?.Channels ?? [], await records.ReadRosterAsync(cancellationToken), facts?.TriedAt);
    }

    /// <summary>Tells whether it is to be read again before somebody relies on it.</summary>
    public bool IsOldAt(DateTimeOffset now) => TriedAt is not { } tried || now - tried >= Fresh;
}

/// <summary>A channel of the team.</summary>
/// <param name="Id">The channel's identifier.</param>
/// <param name="Name">The name; nothing for General, which each client names in its own language.</param>
internal sealed record TeamChannel(string Id, string? Name);

/// <summary>What is remembered of the team besides its people.</summary>
/// <param name="Name">The team's name.</param>
/// <param name="Channels">The channels.</param>
/// <param name="TriedAt">When it was last tried to read them.</param>
internal sealed record TeamFacts(string? Name, ImmutableArray<TeamChannel> Channels, DateTimeOffset TriedAt)
{
    /// <summary>Gets the name under which it is remembered.</summary>
    public static MemoryKey Key { get; } = new("team", "facts");

    /// <summary>Reads what was remembered; nothing if nothing was.</summary>
    public static TeamFacts? Read(string? remembered) =>
        remembered is null ? null : JsonSerializer.Deserialize(remembered, TeamJson.Default.TeamFacts);

    /// <summary>Writes what is to be remembered.</summary>
    public string Write() => JsonSerializer.Serialize(this, TeamJson.Default.TeamFacts);
}

/// <summary>The generated JSON of what is remembered of teams.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TeamFacts))]
internal sealed partial class TeamJson : JsonSerializerContext;
