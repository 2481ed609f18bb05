using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(PledgeBot.Tests.Browser.ChromiumFixture))]

namespace PledgeBot.Tests.Browser;

/// <summary>
/// One headless Chromium for all browser tests, started by the first that asks. A test class takes it as a constructor argument.
/// Where Chromium is not installed the tests are skipped.
/// </summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    /// <summary>Names another Chromium than Debian's.</summary>
    private const string PathVariable = "CHROMIUM_PATH";

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly SemaphoreSlim _starting = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Gives the browser; skips the calling test when there is none.</summary>
    public async Task<IBrowser> StartAsync()
    {
        string path = Environment.GetEnvironmentVariable(PathVariable) ?? "/usr/bin/chromium";
        if (!File.Exists(path))
        {
            Assert.Skip($"Chromium is not at {path}; install it, or name it in {PathVariable}.");
        }

        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _starting.Dispose();
    }
}
