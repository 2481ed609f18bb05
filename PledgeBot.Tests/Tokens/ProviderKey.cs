using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace PledgeBot.Tests.Tokens;

/// <summary>A key pair of an issuer.</summary>
internal sealed class ProviderKey
{
    private readonly string[]? _endorsements;

    public ProviderKey(string id, params string[]? endorsements)
        : this(id, RSA.Create(2048), endorsements)
    {
    }

    private ProviderKey(string id, RSA rsa, string[]? endorsements)
    {
        Id = id;
        Rsa = rsa;
        _endorsements = endorsements;
    }

    public string Id { get; }

    public RSA Rsa { get; }

    /// <summary>The same key under another name.</summary>
    public ProviderKey Named(string id) => new(id, Rsa, _endorsements);

    /// <summary>The same key, let speak for other channels.</summary>
    public ProviderKey WithEndorsements(params string[] endorsements) => new(Id, Rsa, endorsements);

    /// <summary>The public half as it is published; without endorsements when there are none to give.</summary>
    public JsonObject ToJson()
    {
        RSAParameters publicHalf = Rsa.ExportParameters(includePrivateParameters: false);
        var json = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["x5t"] = Id,
            ["n"] = TestToken.Encode(publicHalf.Modulus!),
            ["e"] = TestToken.Encode(publicHalf.Exponent!),
        };
        if (_endorsements is not null)
        {
            json["endorsements"] = new JsonArray([.. _endorsements.Select(channel => JsonValue.Create(channel))]);
        }

        return json;
    }
}
