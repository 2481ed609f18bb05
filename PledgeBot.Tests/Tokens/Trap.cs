using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace PledgeBot.Tests.Tokens;

/// <summary>A server that nobody should ask for anything. It would answer with an attacker's key.</summary>
internal sealed class Trap : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _visits;

    private Trap(WebApplication app) => _app = app;

    public ProviderKey Key { get; } = new("attacker", "msteams");

    public Uri Address => new(_app.Urls.First());

    public int Visits => Volatile.Read(ref _visits);

    public static async Task<Trap> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        var trap = new Trap(app);
        app.Map("/{**path}", trap.Catch);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return trap;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private ContentHttpResult Catch()
    {
        Interlocked.Increment(ref _visits);
        return TypedResults.Text($$"""{ "keys": [ {{Key.ToJson().ToJsonString()}} ], "issuer": "{{IdentityProvider.Issuer}}", "jwks_uri": "{{Address}}keys" }""", "application/json");
    }
}
