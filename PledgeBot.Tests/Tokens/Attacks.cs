using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

using PledgeBot.Tests.TeamsMode;

namespace PledgeBot.Tests.Tokens;

/// <summary>What may not come in at the messages endpoint, by name: how it is made, and how it is turned away.</summary>
internal static class Attacks
{
    private const string OtherTenant = "99999999-0f3e-4a7b-9c8d-112233445566";
    private const string OtherApp = "00000000-2a34-4c56-8d78-9e0f1a2b3c4d";

    /// <summary>Gets all of them.</summary>
    public static IReadOnlyDictionary<string, Attack> All { get; } = List().ToDictionary(attack => attack.Name, StringComparer.Ordinal);

    private static IEnumerable<Attack> List() =>
    [
        // The request's head.
        Head("no authorization", null),
        Head("empty authorization", ""),
        Head("scheme alone", "Bearer"),
        Head("scheme and blank", "Bearer "),
        Head("basic", "Basic " + Convert.ToBase64String("28:bot:secret"u8)),
        Head("negotiate", "Negotiate YII="),
        Made("token without scheme", "no-token", stage => TeamsModeHost.Request(stage.Token().ToString())),
        Made("other scheme with a good token", "no-token", stage => TeamsModeHost.Request($"Token {stage.Token()}")),
        Made("three parts", "no-token", stage => TeamsModeHost.Request($"Bearer {stage.Token()} x")),
        Made("two tokens in one header", "malformed-token", stage => TeamsModeHost.Request($"Bearer {stage.Token()},{stage.Token()}")),
        Made("two headers", "no-token", stage => Twice(stage.Token())),
        Made("token in the query", "no-token", stage => InQuery(stage.Token())),
        Made("token in the body", "no-token", stage => InBody(stage.Token())),
        Made("token in a cookie", "no-token", stage => InHeader("Cookie", $"access_token={stage.Token()}")),
        Made("token in another header", "no-token", stage => InHeader("X-Authorization", $"Bearer {stage.Token()}")),
        Made("form instead of a header", "no-token", stage => InForm(stage.Token())),

        // Whom it is for.
        Claim("audience of another app", "audience", "aud", OtherApp),
        Claim("audience as api address", "audience", "aud", $"api://{TeamsModeHost.AppId}"),
        Claim("audience as bot's api address", "audience", "aud", $"api://botid-{TeamsModeHost.AppId}"),
        Claim("audience in capitals", "audience", "aud", TeamsModeHost.AppId.ToUpperInvariant()),
        Claim("audience with a blank", "audience", "aud", TeamsModeHost.AppId + " "),
        Claim("audience as list of one", "malformed-token", "aud", new JsonArray(TeamsModeHost.AppId)),
        Claim("audience as list with ours", "malformed-token", "aud", new JsonArray(OtherApp, TeamsModeHost.AppId)),
        Claim("audience as object", "malformed-token", "aud", new JsonObject { ["id"] = TeamsModeHost.AppId }),
        Claim("audience empty", "malformed-token", "aud", ""),
        Claim("audience null", "malformed-token", "aud", null),
        Without("no audience", "aud"),

        // Who issued it.
        Claim("issuer of another cloud", "issuer", "iss", "https://api.botframework.us"),
        Claim("issuer Entra of our tenant", "issuer", "iss", $"https://login.microsoftonline.com/{TeamsModeHost.Tenant}/v2.0"),
        Claim("issuer Entra of the bot service", "issuer", "iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
        Claim("issuer with a slash at the end", "issuer", "iss", "https://api.botframework.com/"),
        Claim("issuer without TLS", "issuer", "iss", "http://api.botframework.com"),
        Claim("issuer in capitals", "issuer", "iss", "https://API.botframework.com"),
        Claim("issuer that looks alike", "issuer", "iss", "https://api.botframework.com.evil.example"),
        Claim("issuer as list", "malformed-token", "iss", new JsonArray(IdentityProvider.Issuer)),
        Without("no issuer", "iss"),

        // How it is signed.
        Alg("algorithm none and no signature", "malformed-token", "none", (_, _) => []),
        Alg("algorithm none and a signature", "algorithm", "none"),
        Alg("algorithm None in another case", "algorithm", "nOnE"),
        Alg("algorithm HS256 with the public key as secret", "algorithm", "HS256", (stage, bytes) =>
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(stage.Provider.Key.Rsa.ExportSubjectPublicKeyInfoPem()), bytes)),
        Alg("algorithm HS256 with the modulus as secret", "algorithm", "HS256", (stage, bytes) =>
            HMACSHA256.HashData(stage.Provider.Key.Rsa.ExportParameters(false).Modulus!, bytes)),
        Alg("algorithm ES256 with a key of the attacker's", "algorithm", "ES256", (_, bytes) =>
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return key.SignData(bytes, HashAlgorithmName.SHA256);
        }),
        Alg("algorithm PS256 with the right key", "algorithm", "PS256", (stage, bytes) =>
            stage.Provider.Key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        Alg("algorithm in small letters", "algorithm", "rs256"),
        Alg("algorithm RS512 over a signature of RS256", "signature", "RS512"),
        Alg("algorithm RS256 over a signature of RS1", "signature", "RS256", (stage, bytes) =>
            stage.Provider.Key.Rsa.SignData(bytes, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)),
        Spoilt("algorithm missing", "malformed-token", token => token.Header.Remove("alg")),
        Spoilt("algorithm as list", "malformed-token", token => token.Header["alg"] = new JsonArray("RS256")),

        // When it holds.
        Times("expired a moment before the skew ends", stage => (stage.Now.AddHours(-1), stage.Now.AddMinutes(-5))),
        Times("expired a year ago", stage => (stage.Now.AddYears(-1).AddHours(-1), stage.Now.AddYears(-1))),
        Times("valid a second after the skew", stage => (stage.Now.AddSeconds(301), stage.Now.AddHours(1))),
        Times("valid next year", stage => (stage.Now.AddYears(1), stage.Now.AddYears(1).AddHours(1))),
        Times("valid for a month", stage => (stage.Now, stage.Now.AddDays(30))),
        Times("valid to the end of time", stage => (stage.Now, DateTimeOffset.MaxValue)),
        Times("expires before it begins", stage => (stage.Now.AddMinutes(4), stage.Now.AddMinutes(3))),
        Claim("expires after all numbers", "lifetime", "exp", long.MaxValue),
        Claim("expires at the beginning of time", "lifetime", "exp", 0),
        Claim("expires below zero", "malformed-token", "exp", -1),
        Claim("expires as text", "malformed-token", "exp", "9999999999"),
        Claim("begins as text", "malformed-token", "nbf", "0"),
        Raw("expires beyond a number", "malformed-token", claims => System.Text.RegularExpressions.Regex.Replace(claims, "\"exp\":[0-9]+", "\"exp\":1e400")),
        Without("no expiry", "exp"),

        // With which key.
        Signed("key of another issuer under its own name", "unknown-key", stage => stage.Trap.Key, stage => stage.Trap.Key.Id),
        Signed("key of another issuer under our key's name", "signature", stage => stage.Trap.Key, stage => stage.Provider.Key.Id),
        Signed("right key under an unknown name", "unknown-key", stage => stage.Provider.Key, _ => "key-99"),
        Signed("right key under another key's name", "signature", stage => stage.Provider.Key, stage => stage.Unendorsed.Id),
        Signed("key's name as a path", "unknown-key", stage => stage.Provider.Key, _ => "../../../../dev/null"),
        Signed("key's name in capitals", "unknown-key", stage => stage.Provider.Key, stage => stage.Provider.Key.Id.ToUpperInvariant()),
        Spoilt("key's name missing", "malformed-token", token => token.Header.Remove("kid")),
        Spoilt("key's name empty", "malformed-token", token => token.Header["kid"] = ""),
        Spoilt("key's name a number", "malformed-token", token => token.Header["kid"] = 1),

        // Headers that ask the receiver to get a key elsewhere, or to understand something.
        Luring("jku to the attacker's keys", "unknown-key", stage => stage.Trap.Key.Id, (token, trap) => token.Header["jku"] = trap.Address + "keys"),
        Luring("jku under our key's name", "signature", stage => stage.Provider.Key.Id, (token, trap) => token.Header["jku"] = trap.Address + "keys"),
        Luring("x5u to the attacker's certificate", "unknown-key", stage => stage.Trap.Key.Id, (token, trap) => token.Header["x5u"] = trap.Address + "cert"),
        Luring("jwk with the attacker's key", "unknown-key", stage => stage.Trap.Key.Id, (token, trap) => token.Header["jwk"] = trap.Key.ToJson()),
        Luring("jwk under our key's name", "signature", stage => stage.Provider.Key.Id, (token, trap) => token.Header["jwk"] = trap.Key.ToJson()),
        Luring("x5c with the attacker's certificate", "signature", stage => stage.Provider.Key.Id, (token, trap) => token.Header["x5c"] = new JsonArray(CertificateOf(trap.Key))),
        Luring("issuer's metadata at the attacker's", "issuer", stage => stage.Trap.Key.Id, (token, trap) => token.Claims["iss"] = trap.Address.AbsoluteUri),
        Spoilt("crit", "malformed-token", token => token.Header["crit"] = new JsonArray("exp")),
        Spoilt("crit with b64", "malformed-token", token =>
        {
            token.Header["crit"] = new JsonArray("b64");
            token.Header["b64"] = false;
        }),

        // Its form.
        Text("one part", _ => "abc"),
        Text("two parts", token => token[..token.LastIndexOf('.')]),
        Text("two parts and a dot", token => token[..(token.LastIndexOf('.') + 1)]),
        Text("four parts", token => token + ".e30"),
        Text("five parts", token => token + ".e30.e30"),
        Text("three dots", _ => "..."),
        Text("two dots", _ => ".."),
        Text("encrypted", _ => $"{Part("""{"alg":"RSA-OAEP","enc":"A256GCM","kid":"key-1"}""")}.YQ.YQ.YQ.YQ"),
        Text("encrypted without a key", _ => $"{Part("""{"alg":"dir","enc":"A256GCM"}""")}..YQ.YQ.YQ"),
        Text("header not base64", token => "!!!" + token[token.IndexOf('.')..]),
        Text("header of impossible length", token => "abcde" + token[token.IndexOf('.')..]),
        Text("padded", token => token.Replace(".", "=.", StringComparison.Ordinal)),
        Text("signature padded", token => token + "=="),
        Text("percent signs", token => token.Replace(".", "%2E", StringComparison.Ordinal)),
        Text("base64 of another alphabet", token => token + "+/"),
        Text("too long", token => token + new string('A', 8 * 1024)),
        Text("letters of another script", token => token.Replace('.', '․')),
        Spoilt("too long by its claims", "malformed-token", token => token.Claims["padding"] = new string('x', 9000)),
        Spoilt("too long, under an unknown key's name", "malformed-token", token =>
        {
            token.Header["kid"] = "key-99";
            token.Claims["padding"] = new string('x', 9000);
        }),
        Spoilt("header not JSON", "malformed-token", token => token.RawHeader = "alg=RS256"),
        Spoilt("header an array", "malformed-token", token => token.RawHeader = $"[{token.Header.ToJsonString()}]"),
        Spoilt("header null", "malformed-token", token => token.RawHeader = "null"),
        Spoilt("header with a comment", "malformed-token", token => token.RawHeader = "/* */" + token.Header.ToJsonString()),
        Spoilt("claims not JSON", "malformed-token", token => token.RawClaims = "iss"),
        Spoilt("claims null", "malformed-token", token => token.RawClaims = "null"),
        Spoilt("claims an array", "malformed-token", token => token.RawClaims = $"[{token.Claims.ToJsonString()}]"),
        Spoilt("claims a text", "malformed-token", token => token.RawClaims = "\"iss\""),
        Spoilt("claims with more behind", "malformed-token", token => token.RawClaims = token.Claims.ToJsonString() + "{}"),
        Spoilt("claims half", "malformed-token", token => token.RawClaims = token.Claims.ToJsonString()[..^1]),
        Spoilt("claims deeply nested", "malformed-token", token => token.RawClaims = new string('[', 2000) + new string(']', 2000)),
        Raw("claim twice, ours last", "malformed-token", claims => $$"""{"aud":"{{OtherApp}}",{{claims[1..]}}"""),
        Raw("claim twice, ours first", "malformed-token", claims => $$"""{{claims[..^1]}},"aud":"{{OtherApp}}"}"""),
        Raw("claim twice, once escaped", "malformed-token", claims => $$"""{"\u0061ud":"{{OtherApp}}",{{claims[1..]}}"""),
        Raw("claim with half a letter", "malformed-token", claims => claims.Replace(IdentityProvider.Issuer, """\ud800""", StringComparison.Ordinal)),
        Spoilt("header field twice", "malformed-token", token => token.RawHeader = $$"""{"alg":"none",{{token.Header.ToJsonString()[1..]}}"""),
        Spoilt("nested token", "malformed-token", token =>
        {
            token.Header["cty"] = "JWT";
            token.RawClaims = token.ToString();
        }),

        // Its signature.
        Text("claims changed after signing", token => Swap(token, 1, Part("""{"iss":"https://api.botframework.com"}"""))),
        Tampered("claims of another token", (mine, other) => Swap(mine, 1, other.Split('.')[1])),
        Tampered("signature of another token", (mine, other) => Swap(mine, 2, other.Split('.')[2])),
        Tampered("signature with its last byte changed", (mine, _) => mine[..^4] + (mine[^4] == 'A' ? 'B' : 'A') + mine[^3..]),
        Tampered("signature cut short", (mine, _) => mine[..^8]),
        Tampered("signature of zeros", (mine, _) => Swap(mine, 2, TestToken.Encode(new byte[256]))),
        Tampered("signature of one byte", (mine, _) => Swap(mine, 2, "AA")),

        // The key does not vouch for the channel.
        Vouched("key without endorsements", stage => stage.Unendorsed, "msteams", "endorsement"),
        Vouched("key endorsed for no channel", stage => stage.EndorsedForNone, "msteams", "endorsement"),
        Vouched("key endorsed for another channel", stage => stage.EndorsedForWebChat, "msteams", "endorsement"),
        Vouched("another channel, endorsed", stage => stage.EndorsedForWebChat, "webchat", "channel"),
        Vouched("another channel, not endorsed", stage => stage.Provider.Key, "emulator", "endorsement"),
        Vouched("channel in capitals", stage => stage.Provider.Key, "MSTeams", "endorsement"),
        Vouched("channel empty", stage => stage.Provider.Key, "", "endorsement"),
        Vouched("channel missing", stage => stage.Provider.Key, null, "endorsement"),

        // The connector's address.
        Url("address of the activity is the attacker's", 401, "service-url-claim", TeamsModeHost.ServiceUrl, "https://evil.example/"),
        Url("address of the token is another's", 401, "service-url-claim", "https://smba.trafficmanager.net/amer/", TeamsModeHost.ServiceUrl),
        Url("address without its slash", 401, "service-url-claim", TeamsModeHost.ServiceUrl, TeamsModeHost.ServiceUrl.TrimEnd('/')),
        Url("address with more path", 401, "service-url-claim", TeamsModeHost.ServiceUrl, TeamsModeHost.ServiceUrl + "x/"),
        Url("address missing in the activity", 401, "service-url-claim", TeamsModeHost.ServiceUrl, null),
        Without("address missing in the token", "serviceurl"),
        Claim("address in the token empty", "malformed-token", "serviceurl", ""),
        Spoilt("address in the token under another name", "malformed-token", token =>
        {
            token.Claims["serviceUrl"] = TeamsModeHost.ServiceUrl;
            token.Claims.Remove("serviceurl");
        }),
        Both("address without TLS", "http://smba.trafficmanager.net/emea/"),
        Both("address that looks alike", "https://smba.trafficmanager.net.evil.example/emea/"),
        Both("address in the shared name space", "https://evil.trafficmanager.net/emea/"),
        Both("address below the host", "https://evil.smba.trafficmanager.net/emea/"),
        Both("address of another cloud", "https://smba.infra.gov.teams.microsoft.us/teams/"),
        Both("address with the host as user", "https://smba.trafficmanager.net@evil.example/emea/"),
        Both("address with a user", "https://user:secret@smba.trafficmanager.net/emea/"),
        Both("address with a port", "https://smba.trafficmanager.net:8443/emea/"),
        Both("address with a backslash", @"https://evil.example\@smba.trafficmanager.net/emea/"),
        Both("address with a dot behind the host", "https://smba.trafficmanager.net./emea/"),
        Both("address in another script", "https://smbа.trafficmanager.net/emea/"),
        Both("address on this machine", "http://127.0.0.1:5178/_connector/"),
        Both("address of the machine's metadata", "http://169.254.169.254/metadata/"),
        Both("address relative", "/emea/"),

        // The tenant.
        Tenants("tenant of somebody else", OtherTenant, OtherTenant),
        Tenants("tenant of the conversation is another's", OtherTenant, TeamsModeHost.Tenant),
        Tenants("tenant of the channel is another's", TeamsModeHost.Tenant, OtherTenant),
        Tenants("tenant missing", null, null),
        Tenants("tenant empty", "", ""),
        Tenants("tenant empty beside ours", "", TeamsModeHost.Tenant),
        Tenants("tenant only of the channel, another's", null, OtherTenant),
        Tenants("tenant as a domain", "tomelilla.example", "tomelilla.example"),
    ];

    private static Attack Head(string name, string? authorization) => Made(name, "no-token", _ => TeamsModeHost.Request(authorization));

    private static Attack Made(string name, string code, Func<Stage, HttpRequestMessage> make) => new(name, 401, code, make);

    private static Attack Spoilt(string name, string code, Action<TestToken> spoil) =>
        Made(name, code, stage => TeamsModeHost.Request($"Bearer {stage.Token().With(spoil)}"));

    private static Attack Claim(string name, string code, string claim, JsonNode? value) =>
        Spoilt(name, code, token => token.Claims[claim] = value?.DeepClone());

    private static Attack Without(string name, string claim) => Spoilt(name, "malformed-token", token => token.Claims.Remove(claim));

    private static Attack Raw(string name, string code, Func<string, string> change) =>
        Spoilt(name, code, token => token.RawClaims = change(token.Claims.ToJsonString()));

    private static Attack Text(string name, Func<string, string> change) =>
        Made(name, "malformed-token", stage => TeamsModeHost.Request($"Bearer {change(stage.Token().ToString())}"));

    private static Attack Alg(string name, string code, string algorithm, Func<Stage, byte[], byte[]>? sign = null) => Made(name, code, stage =>
    {
        TestToken token = stage.Token();
        token.Header["alg"] = algorithm;
        if (sign is not null)
        {
            token.Sign = bytes => sign(stage, bytes);
        }

        return TeamsModeHost.Request($"Bearer {token}");
    });

    private static Attack Times(string name, Func<Stage, (DateTimeOffset NotBefore, DateTimeOffset Expires)> times) => Made(name, "lifetime", stage =>
    {
        TestToken token = stage.Token();
        (DateTimeOffset notBefore, DateTimeOffset expires) = times(stage);
        token.Claims["nbf"] = notBefore.ToUnixTimeSeconds();
        token.Claims["exp"] = expires.ToUnixTimeSeconds();
        return TeamsModeHost.Request($"Bearer {token}");
    });

    private static Attack Signed(string name, string code, Func<Stage, ProviderKey> with, Func<Stage, string> under) => Made(name, code, stage =>
    {
        var token = TestToken.Of(with(stage), TeamsModeHost.AppId, TeamsModeHost.ServiceUrl, stage.Now);
        token.Header["kid"] = under(stage);
        return TeamsModeHost.Request($"Bearer {token}");
    });

    private static Attack Luring(string name, string code, Func<Stage, string> under, Action<TestToken, Trap> lure) => Made(name, code, stage =>
    {
        var token = TestToken.Of(stage.Trap.Key, TeamsModeHost.AppId, TeamsModeHost.ServiceUrl, stage.Now);
        token.Header["kid"] = under(stage);
        lure(token, stage.Trap);
        return TeamsModeHost.Request($"Bearer {token}");
    });

    private static Attack Tampered(string name, Func<string, string, string> tamper) => Made(name, "signature", stage =>
    {
        TestToken other = stage.Token();
        other.Claims["exp"] = stage.Now.AddMinutes(30).ToUnixTimeSeconds();
        return TeamsModeHost.Request($"Bearer {tamper(stage.Token().ToString(), other.ToString())}");
    });

    private static Attack Vouched(string name, Func<Stage, ProviderKey> key, string? channel, string code) => new(name, 403, code, stage =>
    {
        JsonObject activity = TeamsModeHost.Activity();
        activity["channelId"] = channel;
        return TeamsModeHost.Request($"Bearer {TestToken.Of(key(stage), TeamsModeHost.AppId, TeamsModeHost.ServiceUrl, stage.Now)}", activity);
    });

    private static Attack Url(string name, int status, string code, string claimed, string? sent) => new(name, status, code, stage =>
    {
        JsonObject activity = TeamsModeHost.Activity();
        activity["serviceUrl"] = sent;
        return TeamsModeHost.Request($"Bearer {stage.Token().With(token => token.Claims["serviceurl"] = claimed)}", activity);
    });

    // Even the issuer's own word does not send the bot's token to a host that is not on the list.
    private static Attack Both(string name, string url) => Url(name, 403, "service-url", url, url);

    private static Attack Tenants(string name, string? ofConversation, string? ofChannel) => new(name, 403, "tenant", stage =>
    {
        JsonObject activity = TeamsModeHost.Activity();
        activity["conversation"]!["tenantId"] = ofConversation;
        activity["channelData"]!["tenant"]!["id"] = ofChannel;
        return TeamsModeHost.Request($"Bearer {stage.Token()}", activity);
    });

    private static HttpRequestMessage Twice(TestToken token)
    {
        HttpRequestMessage request = TeamsModeHost.Request($"Bearer {token}");
        Assert.True(request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}"));
        return request;
    }

    private static HttpRequestMessage InQuery(TestToken token)
    {
        HttpRequestMessage request = TeamsModeHost.Request(null);
        request.RequestUri = new Uri($"/api/messages?access_token={token}&authorization=Bearer%20{token}", UriKind.Relative);
        return request;
    }

    private static HttpRequestMessage InBody(TestToken token)
    {
        JsonObject activity = TeamsModeHost.Activity();
        activity["access_token"] = token.ToString();
        activity["authorization"] = $"Bearer {token}";
        return TeamsModeHost.Request(null, activity);
    }

    private static HttpRequestMessage InHeader(string name, string value)
    {
        HttpRequestMessage request = TeamsModeHost.Request(null);
        Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return request;
    }

    private static HttpRequestMessage InForm(TestToken token)
    {
        HttpRequestMessage request = TeamsModeHost.Request(null);
        request.Content = new FormUrlEncodedContent([new KeyValuePair<string, string>("access_token", token.ToString())]);
        return request;
    }

    private static string Part(string json) => TestToken.Encode(Encoding.UTF8.GetBytes(json));

    private static string Swap(string token, int part, string other)
    {
        string[] parts = token.Split('.');
        parts[part] = other;
        return string.Join('.', parts);
    }

    private static string CertificateOf(ProviderKey key)
    {
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=attacker", key.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return Convert.ToBase64String(certificate.RawData);
    }
}

/// <summary>Something that may not come in.</summary>
/// <param name="Name">Its name in the list of tests.</param>
/// <param name="Status">What it is answered with.</param>
/// <param name="Code">Why, in the log.</param>
/// <param name="Make">Makes it.</param>
internal sealed record Attack(string Name, int Status, string Code, Func<Stage, HttpRequestMessage> Make);
