using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PledgeBot.Tests.Tokens;

/// <summary>A token under construction: as the channel makes it, until a test spoils it.</summary>
internal sealed class TestToken
{
    public required JsonObject Header { get; init; }

    public required JsonObject Claims { get; init; }

    /// <summary>Gets or sets the header as text, in place of <see cref="Header"/>.</summary>
    public string? RawHeader { get; set; }

    /// <summary>Gets or sets the claims as text, in place of <see cref="Claims"/>.</summary>
    public string? RawClaims { get; set; }

    /// <summary>Gets or sets what makes the signature of the text before it.</summary>
    public required Func<byte[], byte[]> Sign { get; set; }

    /// <summary>Gets what is signed.</summary>
    public string Signed => $"{Encode(Encoding.UTF8.GetBytes(RawHeader ?? Header.ToJsonString()))}.{Encode(Encoding.UTF8.GetBytes(RawClaims ?? Claims.ToJsonString()))}";

    /// <summary>Makes a token as the channel does.</summary>
    public static TestToken Of(ProviderKey key, string appId, string serviceUrl, DateTimeOffset now) => new()
    {
        Header = new JsonObject { ["alg"] = "RS256", ["kid"] = key.Id, ["typ"] = "JWT", ["x5t"] = key.Id },
        Claims = new JsonObject
        {
            ["serviceurl"] = serviceUrl,
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
            ["iss"] = IdentityProvider.Issuer,
            ["aud"] = appId,
        },
        Sign = bytes => key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>Changes it.</summary>
    public TestToken With(Action<TestToken> change)
    {
        change(this);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string signed = Signed;
        return $"{signed}.{Encode(Sign(Encoding.ASCII.GetBytes(signed)))}";
    }
}
