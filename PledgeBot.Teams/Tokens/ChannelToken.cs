using System.Buffers.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace PledgeBot.Teams.Tokens;

/// <summary>A signed token as it is written, before anything in it is believed.</summary>
/// <param name="Text">The token.</param>
/// <param name="Algorithm">How it says that it is signed.</param>
/// <param name="KeyId">With which of the issuer's keys it says that it is signed.</param>
/// <param name="Issuer">Who it says has issued it.</param>
/// <param name="Audience">For whom it says it is.</param>
/// <param name="ServiceUrl">For which connector address it says it is.</param>
/// <remarks>
/// Read strictly: a name that stands twice, a claim of another type than the channel's, or a header that asks for something to be
/// understood makes it no token. Two readers of such a text could disagree about what it says.
/// </remarks>
internal sealed record ChannelToken(string Text, string Algorithm, string KeyId, string Issuer, string Audience, string ServiceUrl)
{
    /// <summary>The longest token that is looked at, in characters. The channel's are shorter than a thousand.</summary>
    public const int LongestText = 8 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Reads a token.</summary>
    /// <returns>Nothing if the text is not one that the channel could have written.</returns>
    public static ChannelToken? Read(string text)
    {
        if (text.Length > LongestText || text.Split('.') is not [var header, var claims, var signature] || !IsBase64Url(signature))
        {
            return null;
        }

        try
        {
            using JsonDocument? readHeader = Parse(header);
            using JsonDocument? readClaims = Parse(claims);
            return Read(text, readHeader?.RootElement, readClaims?.RootElement);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            // The last one is for half a letter: an escaped surrogate without its other half.
            return null;
        }
    }

    private static ChannelToken? Read(string text, JsonElement? header, JsonElement? claims) =>
        header is { ValueKind: JsonValueKind.Object } head
            && claims is { ValueKind: JsonValueKind.Object } body
            && !head.TryGetProperty("crit", out _)
            && TextOf(head, "alg") is { } algorithm
            && TextOf(head, "kid") is { } keyId
            && TextOf(body, "iss") is { } issuer
            && TextOf(body, "aud") is { } audience
            && TextOf(body, "serviceurl") is { } serviceUrl
            && HoldsTime(body, "exp")
            && (!body.TryGetProperty("nbf", out _) || HoldsTime(body, "nbf"))
            ? new ChannelToken(text, algorithm, keyId, issuer, audience, serviceUrl)
            : null;

    private static JsonDocument? Parse(string part) =>
        IsBase64Url(part) && Base64Url.DecodeFromChars(part) is var json && Utf8.IsValid(json) ? JsonDocument.Parse(json, Strict) : null;

    // The decoder lets white space and padding pass.
    private static bool IsBase64Url(string part) => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string? TextOf(JsonElement part, string name) =>
        part.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static bool HoldsTime(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long time) && time >= 0;
}
