using Microsoft.AspNetCore.Http;

namespace PledgeBot.Teams.Messages;

/// <summary>A reason to turn a caller away. The caller sees the status, the log the code; neither says what a right request would hold.</summary>
internal sealed record CallerRefusal
{
    private CallerRefusal(int status, string code)
    {
        Status = status;
        Code = code;
    }

    /// <summary>The request does not come from this machine, and only those are taken.</summary>
    public static CallerRefusal NotThisMachine { get; } = new(StatusCodes.Status403Forbidden, "not-this-machine");

    /// <summary>There is no token, or more than one, or it is not a bearer's.</summary>
    public static CallerRefusal NoToken { get; } = new(StatusCodes.Status401Unauthorized, "no-token");

    /// <summary>The token is too long, or does not have the form of a signed token with the claims that the channel's have.</summary>
    public static CallerRefusal MalformedToken { get; } = new(StatusCodes.Status401Unauthorized, "malformed-token");

    /// <summary>The token is signed in a way that the channel does not use, or not signed.</summary>
    public static CallerRefusal Algorithm { get; } = new(StatusCodes.Status401Unauthorized, "algorithm");

    /// <summary>The token was issued by somebody else.</summary>
    public static CallerRefusal Issuer { get; } = new(StatusCodes.Status401Unauthorized, "issuer");

    /// <summary>The token is for somebody else.</summary>
    public static CallerRefusal Audience { get; } = new(StatusCodes.Status401Unauthorized, "audience");

    /// <summary>The token has expired, is not valid yet, or would be valid for longer than the channel's are.</summary>
    public static CallerRefusal Lifetime { get; } = new(StatusCodes.Status401Unauthorized, "lifetime");

    /// <summary>The token names a key that its issuer does not have.</summary>
    public static CallerRefusal UnknownKey { get; } = new(StatusCodes.Status401Unauthorized, "unknown-key");

    /// <summary>The token's signature is not its key's.</summary>
    public static CallerRefusal Signature { get; } = new(StatusCodes.Status401Unauthorized, "signature");

    /// <summary>The issuer's keys could not be read, so nothing can be said of the token. Not the caller's fault.</summary>
    public static CallerRefusal KeysUnavailable { get; } = new(StatusCodes.Status503ServiceUnavailable, "keys-unavailable");

    /// <summary>The token's key does not vouch for the activity's channel.</summary>
    public static CallerRefusal Endorsement { get; } = new(StatusCodes.Status403Forbidden, "endorsement");

    /// <summary>The token was issued for another connector address than the activity's.</summary>
    public static CallerRefusal ServiceUrlClaim { get; } = new(StatusCodes.Status401Unauthorized, "service-url-claim");

    /// <summary>The activity's connector address is not an allowed one.</summary>
    public static CallerRefusal ServiceUrl { get; } = new(StatusCodes.Status403Forbidden, "service-url");

    /// <summary>The activity comes from another channel than Teams.</summary>
    public static CallerRefusal Channel { get; } = new(StatusCodes.Status403Forbidden, "channel");

    /// <summary>The activity comes from another tenant, from none, or from two.</summary>
    public static CallerRefusal Tenant { get; } = new(StatusCodes.Status403Forbidden, "tenant");

    /// <summary>Gets the status to answer with.</summary>
    public int Status { get; }

    /// <summary>Gets the word for it in the log.</summary>
    public string Code { get; }
}
