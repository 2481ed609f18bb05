using System.Diagnostics;

namespace PledgeBot.Benchmarks.Votes;

/// <summary>The program as a user starts it, in a process of its own: in local mode, on a free port, with data of its own.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // Built beside this one, in the same configuration.
    private static readonly string Assembly = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "PledgeBot", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "PledgeBot.dll"));

    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private RunningBot(BotHome home)
    {
        _process = Launch(home);
        _process.EnableRaisingEvents = true;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException("The program ended before it was ready."));
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Gets the processor time that it has used since it started.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Gets the most memory that it has held since it started, in bytes.</summary>
    public long PeakWorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts it.</summary>
    public static RunningBot Start(BotHome home) => new(home);

    /// <summary>Ends it as the power failing would: at once, without a word.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits until it says that it is ready, and gets its address.</summary>
    public Task<Uri> WaitUntilReadyAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(Patience, TimeProvider.System, cancellationToken);

    /// <summary>Ends it. Its data stays.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Launch(BotHome home)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Assembly])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(Assembly),
        };
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Storage__DataDirectory"] = home.Data;
        start.Environment["LocalMode__Demo"] = home.Demo;
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    private void Hear(string? line)
    {
        const string Ready = "Open http://";
        if (line?.IndexOf(Ready, StringComparison.Ordinal) is { } at and >= 0)
        {
            _ready.TrySetResult(new Uri(line[(at + "Open ".Length)..].Split(' ')[0]));
        }

        if (line?.StartsWith("fail:", StringComparison.Ordinal) == true)
        {
            Console.Error.WriteLine(line);
        }
    }
}
