using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace PledgeBot.Teams.Tokens;

/// <summary>A key that the channel signs tokens with.</summary>
/// <param name="Key">The key's public half.</param>
/// <param name="Endorsements">The channels that the issuer lets this key speak for; empty if it names none.</param>
public sealed record SigningKey(JsonWebKey Key, FrozenSet<string> Endorsements)
{
    /// <summary>Gets whether the issuer lets this key speak for Teams.</summary>
    public bool SpeaksForTeams => Endorsements.Contains(TeamsCloud.ChannelId);

    /// <summary>Takes a key from the issuer's list.</summary>
    public static SigningKey From(JsonWebKey key) => new(key, EndorsementsOf(key).ToFrozenSet(StringComparer.Ordinal));

    private static IEnumerable<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out object? value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(channel => channel.ValueKind == JsonValueKind.String).Select(channel => channel.GetString()!)
            : [];
}
