using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace PledgeBot.Tests.Tokens;

/// <summary>An issuer of tokens on a port of its own: metadata, keys with endorsements, and tokens as the channel signs them.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";

    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private List<ProviderKey> _keys = [new("key-1", "msteams", "skype")];
    private int _reads;
    private Func<HttpContext, Task<bool>> _before = _ => Task.FromResult(false);

    private IdentityProvider(WebApplication app) => _app = app;

    /// <summary>Gets where its metadata is.</summary>
    public Uri Metadata => new(new Uri(_app.Urls.First()), "/v1/.well-known/openidconfiguration");

    /// <summary>Gets the key that it signs with.</summary>
    public ProviderKey Key => _keys[0];

    /// <summary>Gets how often its metadata was asked for.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Gets or sets the clock in its answers; nothing to leave it out.</summary>
    public DateTimeOffset? Now { get; set; }

    /// <summary>Gets or sets who its metadata says that it is.</summary>
    public string Name { get; set; } = Issuer;

    public static async Task<IdentityProvider> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        var provider = new IdentityProvider(app);
        app.MapGet("/v1/.well-known/openidconfiguration", provider.SayMetadataAsync);
        app.MapGet("/v1/.well-known/keys", provider.SayKeys);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>Publishes these keys in place of those before, the one to sign with first.</summary>
    public void Publish(params ProviderKey[] keys)
    {
        lock (_gate)
        {
            _keys = [.. keys];
        }
    }

    /// <summary>Has every request for the metadata answered by this, until it is called again. It tells whether it answered.</summary>
    public void AnswerWith(Func<HttpContext, Task<bool>> before) => _before = before;

    /// <summary>Answers with a status and nothing else.</summary>
    public void AnswerWith(int status) => AnswerWith(context =>
    {
        context.Response.StatusCode = status;
        return Task.FromResult(true);
    });

    /// <summary>Answers as it should again.</summary>
    public void Recover() => AnswerWith(_ => Task.FromResult(false));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task SayMetadataAsync(HttpContext context)
    {
        Interlocked.Increment(ref _reads);
        if (Now is { } now)
        {
            context.Response.Headers.Date = now.ToString("R");
        }

        if (!await _before(context))
        {
            await context.Response.WriteAsJsonAsync(new JsonObject
            {
                ["issuer"] = Name,
                ["jwks_uri"] = new Uri(Metadata, "keys").AbsoluteUri,
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            });
        }
    }

    private ContentHttpResult SayKeys()
    {
        lock (_gate)
        {
            return TypedResults.Text(
                new JsonObject { ["keys"] = new JsonArray([.. _keys.Select(key => key.ToJson())]) }.ToJsonString(), "application/json");
        }
    }
}
