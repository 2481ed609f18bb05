using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PledgeBot.Tests.Running;

/// <summary>The program itself, started as a user starts it, on a free port and with a data directory of its own.</summary>
internal sealed class StartedProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly string Assembly = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "PledgeBot", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "PledgeBot.dll"));

    private readonly DirectoryInfo _directory;
    private readonly List<string> _output;
    private Process _process;

    private StartedProgram(DirectoryInfo directory, List<string> output, Process process, Uri address)
    {
        _directory = directory;
        _output = output;
        _process = process;
        Address = address;
        Http = new HttpClient { BaseAddress = address, Timeout = Patience };
    }

    /// <summary>Gets where it listens.</summary>
    public Uri Address { get; private set; }

    /// <summary>Gets a client of it.</summary>
    public HttpClient Http { get; private set; }

    /// <summary>Gets the directory of its data.</summary>
    public string DataDirectory => _directory.FullName;

    /// <summary>Gets what it has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    /// <summary>Starts it in local mode, and waits until it says that it is ready.</summary>
    /// <param name="demo">Another demo than Tomelilla's: the path of its file.</param>
    public static async Task<StartedProgram> StartAsync(string? demo = null)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("pledgebot-test-");
        var output = new List<string>();
        (Process process, Uri address) = await LaunchAsync(directory, LocalMode(demo), output);
        return new StartedProgram(directory, output, process, address);
    }

    /// <summary>Starts it in Teams mode, and waits until it says that it is ready.</summary>
    /// <param name="variables">Variables of its environment.</param>
    public static async Task<StartedProgram> StartInTeamsModeAsync(params (string Name, string Value)[] variables)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("pledgebot-test-");
        var output = new List<string>();
        (Process process, Uri address) = await LaunchAsync(directory, variables, output);
        return new StartedProgram(directory, output, process, address);
    }

    /// <summary>Runs it until it ends by itself, and gives its exit code and all that it printed.</summary>
    /// <param name="variables">Variables of its environment.</param>
    public static Task<(int ExitCode, string Output)> RunAsync(params (string Name, string Value)[] variables) => RunAsync([], variables);

    /// <summary>Runs it with words on its command line until it ends by itself, and gives its exit code and all that it printed.</summary>
    /// <param name="arguments">The words.</param>
    /// <param name="variables">Variables of its environment.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(string[] arguments, params (string Name, string Value)[] variables)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("pledgebot-test-");
        try
        {
            using Process process = Start(directory, variables, arguments);
            using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
            Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                throw;
            }

            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>Ends it as the power failing would: at once, without a word.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Starts it again on the same data.</summary>
    public async Task StartAgainAsync(string? demo = null)
    {
        (_process, Address) = await LaunchAsync(_directory, LocalMode(demo), _output);
        Http.Dispose();
        Http = new HttpClient { BaseAddress = Address, Timeout = Patience };
    }

    /// <summary>Posts an activity to the bot as the channel does.</summary>
    public Task<HttpResponseMessage> PostActivityAsync(string json) =>
        Http.PostAsync(new Uri("api/messages", UriKind.Relative), new StringContent(json, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    /// <summary>Moves the demo's clock forward.</summary>
    public async Task AdvanceAsync(int hours)
    {
        using var body = new StringContent(
            string.Create(CultureInfo.InvariantCulture, $$"""{"hours":{{hours}}}"""), System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await Http.PostAsync(new Uri("local-teams/api/clock", UriKind.Relative), body, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Gets the members of the stand-in's team, as identifier and label.</summary>
    public async Task<IReadOnlyList<(string Id, string Label)>> ReadMembersAsync()
    {
        Uri page = new("/", UriKind.Relative);
        using HttpResponseMessage first = await Http.GetAsync(page, TestContext.Current.CancellationToken);
        string me = Uri.UnescapeDataString(first.RequestMessage!.RequestUri!.Query.Replace("?member=", "", StringComparison.Ordinal));
        using var state = JsonDocument.Parse(
            await Http.GetStringAsync(new Uri($"local-teams/api/state?member={Uri.EscapeDataString(me)}", UriKind.Relative), TestContext.Current.CancellationToken));
        return [.. state.RootElement.GetProperty("members").EnumerateArray()
            .Select(member => (member.GetProperty("id").GetString()!, member.GetProperty("label").GetString()!))];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _directory.Delete(recursive: true);
    }

    private static (string, string)[] LocalMode(string? demo) =>
        [("ASPNETCORE_ENVIRONMENT", "Development"), .. demo is null ? [] : new[] { ("LocalMode__Demo", demo) }];

    private static async Task<(Process Process, Uri Address)> LaunchAsync(
        DirectoryInfo directory, IEnumerable<(string, string)> variables, List<string> output)
    {
        Process process = Start(directory, variables, []);
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The program ended before it was ready:\n" + string.Join('\n', output)));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return (process, await ready.Task.WaitAsync(Patience, TimeProvider.System));

        void Heard(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (output)
            {
                output.Add(line);
            }

            int address = line.IndexOf("http://", StringComparison.Ordinal);
            if (address >= 0 && line.Contains("PledgeBot runs in", StringComparison.Ordinal))
            {
                ready.TrySetResult(new Uri(line[address..].Split(' ')[0].TrimEnd('.')));
            }
        }
    }

    private static Process Start(DirectoryInfo directory, IEnumerable<(string Name, string Value)> variables, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Assembly, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(Assembly),
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Storage__DataDirectory"] = directory.FullName;
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }
}
