using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using PledgeBot.LegalPages;

namespace PledgeBot.Tests.LegalPages;

/// <summary>The legal pages on a free port, for whatever is set about who stands behind the bot.</summary>
internal sealed class LegalPagesHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LegalPagesHost(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.First());
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public static async Task<LegalPagesHost> StartAsync(params (string Name, string Value)[] settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create($"PublicPages:{setting.Name}", (string?)setting.Value)));
        builder.Services.AddLegalPages();
        WebApplication app = builder.Build();
        app.MapLegalPages();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new LegalPagesHost(app);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<string> ReadAsync(string path) => Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
