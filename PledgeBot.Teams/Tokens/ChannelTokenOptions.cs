namespace PledgeBot.Teams.Tokens;

/// <summary>Which tokens are believed. Everything here has been checked by whoever makes it.</summary>
public sealed class ChannelTokenOptions
{
    /// <summary>Gets by how much the issuer's clock and this one may differ: five minutes.</summary>
    public static TimeSpan ClockSkew { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the bot's application id: the one audience that a token may be for. Compared letter by letter.</summary>
    public required string AppId { get; init; }

    /// <summary>Gets the one issuer that is believed. Compared letter by letter.</summary>
    public required string TokenIssuer { get; init; }

    /// <summary>Gets where that issuer's OpenID metadata is read.</summary>
    public required Uri OpenIdMetadata { get; init; }

    /// <summary>Gets the tenants whose members may reach the bot; never empty.</summary>
    public required IReadOnlyCollection<string> AllowedTenants { get; init; }
}
