using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Messages;

namespace PledgeBot.Teams.Tokens;

/// <summary>Takes only what comes with a token that the channel's issuer signed for this bot.</summary>
internal sealed class ChannelTokenCheck : ICallerCheck
{
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = ChannelToken.LongestText };
    private readonly SigningKeys _keys;
    private readonly ChannelTokenOptions _options;
    private readonly ServiceUrlPolicy _serviceUrls;
    private readonly TimeProvider _time;
    private readonly TokenValidationParameters _rules;

    /// <summary>Makes the check.</summary>
    public ChannelTokenCheck(SigningKeys keys, ChannelTokenOptions options, ServiceUrlPolicy serviceUrls, TimeProvider time)
    {
        _keys = keys;
        _options = options;
        _serviceUrls = serviceUrls;
        _time = time;
        _rules = new TokenValidationParameters
        {
            ValidIssuer = options.TokenIssuer,
            ValidAudience = options.AppId,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuerSigningKey = true,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires),
        };
    }

    /// <summary>Gets how far ahead a token may expire. The channel's last an hour; one that lasts for years would be as good as a password.</summary>
    public static TimeSpan LongestLife { get; } = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    public async ValueTask<CallerOutcome> CheckAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (BearerOf(context.Request.Headers.Authorization) is not { } text)
        {
            return Refused(CallerRefusal.NoToken);
        }

        if (ChannelToken.Read(text) is not { } token)
        {
            return Refused(CallerRefusal.MalformedToken);
        }

        // Before any key is looked for: a token of somebody else's is no reason to ask the issuer for new ones.
        if (RefuseUnsigned(token) is { } refusal)
        {
            return Refused(refusal);
        }

        (bool hasKeys, SigningKey? key) = await _keys.FindAsync(token.KeyId, cancellationToken);
        if (key is null)
        {
            return Refused(hasKeys ? CallerRefusal.UnknownKey : CallerRefusal.KeysUnavailable);
        }

        TokenValidationParameters rules = _rules.Clone();
        rules.IssuerSigningKey = key.Key;
        TokenValidationResult result = await _handler.ValidateTokenAsync(token.Text, rules);
        return result.IsValid
            ? new CallerOutcome.Known(new ChannelCaller(token.ServiceUrl, key, _serviceUrls, _options.AllowedTenants))
            : Refused(RefusalFor(result.Exception));
    }

    private static CallerOutcome.Refused Refused(CallerRefusal refusal) => new(refusal);

    // The scheme's name is the same in any case (RFC 9110, 11.1).
    private static string? BearerOf(StringValues headers) =>
        headers is [{ } header] && header.Split(' ') is [var scheme, { Length: > 0 } token] && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? token
            : null;

    private CallerRefusal? RefuseUnsigned(ChannelToken token)
    {
        if (!Algorithms.Contains(token.Algorithm, StringComparer.Ordinal))
        {
            return CallerRefusal.Algorithm;
        }

        if (token.Issuer != _options.TokenIssuer)
        {
            return CallerRefusal.Issuer;
        }

        return token.Audience != _options.AppId ? CallerRefusal.Audience : null;
    }

    private bool IsNow(DateTime? notBefore, DateTime? expires)
    {
        DateTime now = _time.GetUtcNow().UtcDateTime;
        return expires > now - ChannelTokenOptions.ClockSkew
            && expires <= now + LongestLife + ChannelTokenOptions.ClockSkew
            && (notBefore ?? now) <= now + ChannelTokenOptions.ClockSkew
            && (notBefore ?? now) <= expires;
    }

    private static CallerRefusal RefusalFor(Exception exception) => exception switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException => CallerRefusal.Lifetime,
        SecurityTokenInvalidIssuerException => CallerRefusal.Issuer,
        SecurityTokenInvalidAudienceException => CallerRefusal.Audience,
        SecurityTokenInvalidAlgorithmException => CallerRefusal.Algorithm,
        SecurityTokenInvalidSignatureException or SecurityTokenInvalidSigningKeyException => CallerRefusal.Signature,
        _ => CallerRefusal.MalformedToken,
    };
}
