using System.Collections.Frozen;
using System.Text;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace PledgeBot.Teams.Tokens;

/// <summary>Reads the metadata and the keys of the tokens' issuer, from the address in the settings and nowhere that a token names.</summary>
/// <remarks>Both documents together take at most <see cref="LongestRead"/>. Redirects are not followed.</remarks>
public sealed class ChannelMetadataReader(HttpClient http, TimeProvider time)
{
    /// <summary>The largest document that is read, in bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>Gets how long reading may take.</summary>
    public static TimeSpan LongestRead { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Reads them.</summary>
    /// <param name="address">Where the metadata is. The keys are where it says, in the same scheme: over <c>https</c>, unless this is not.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ChannelMetadataException">They cannot be read, or hold no key.</exception>
    public async Task<ChannelMetadata> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(LongestRead, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var documents = new Documents(http, address.Scheme);
        try
        {
            OpenIdConnectConfiguration read = await OpenIdConnectConfigurationRetriever.GetAsync(address.AbsoluteUri, documents, either.Token);
            FrozenDictionary<string, SigningKey> keys = KeysOf(read);
            return keys.Count > 0
                ? new ChannelMetadata(read.Issuer, keys, documents.AnsweredAt)
                : throw new ChannelMetadataException($"{address} names no keys that tokens are signed with.");
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChannelMetadataException($"{address} did not answer within {LongestRead.TotalSeconds:0} seconds.", exception);
        }
        catch (HttpRequestException exception)
        {
            throw new ChannelMetadataException($"{address} {Unreachable.Why(exception)}.", exception);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ChannelMetadataException))
        {
            throw new ChannelMetadataException($"{address} does not answer with OpenID metadata and keys.", exception);
        }
    }

    private static FrozenDictionary<string, SigningKey> KeysOf(OpenIdConnectConfiguration read) =>
        (read.JsonWebKeySet?.Keys ?? [])
            .Where(key => key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.Use is null or "" or JsonWebKeyUseNames.Sig && !string.IsNullOrEmpty(key.Kid))
            .GroupBy(key => key.Kid, StringComparer.Ordinal)
            .ToFrozenDictionary(same => same.Key, same => SigningKey.From(same.First()), StringComparer.Ordinal);

    private sealed class Documents(HttpClient http, string scheme) : IDocumentRetriever
    {
        public DateTimeOffset? AnsweredAt { get; private set; }

        public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || (uri.Scheme != scheme && uri.Scheme != Uri.UriSchemeHttps))
            {
                throw new ChannelMetadataException("The keys' address in the metadata is not an https address.");
            }

            using HttpResponseMessage answer = await http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!answer.IsSuccessStatusCode)
            {
                throw new ChannelMetadataException($"{uri} answered with {(int)answer.StatusCode}.");
            }

            AnsweredAt ??= answer.Headers.Date;
            await using Stream body = await answer.Content.ReadAsStreamAsync(cancel);
            return await BoundedRead.ToEndAsync(body, MostBytes, cancel) is { } bytes
                ? Encoding.UTF8.GetString(bytes)
                : throw new ChannelMetadataException($"{uri} answered with more than {MostBytes} bytes.");
        }
    }
}
