using System.Collections.Frozen;

namespace PledgeBot.Teams.Tokens;

/// <summary>What an issuer of tokens publishes about itself.</summary>
/// <param name="Issuer">Its name in the tokens; nothing if it gives none.</param>
/// <param name="Keys">The keys that tokens may be signed with, by their id; never empty.</param>
/// <param name="AnsweredAt">The clock of the server that answered; nothing if it does not tell.</param>
public sealed record ChannelMetadata(string? Issuer, FrozenDictionary<string, SigningKey> Keys, DateTimeOffset? AnsweredAt);
