using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PledgeBot.Benchmarks.Kills;
using PledgeBot.Benchmarks.Votes;

namespace PledgeBot.Benchmarks;

/// <summary>
/// Measures what <c>docs/performance.md</c> says. <c>votes [count] [connections]</c> measures the whole program,
/// <c>kills [rounds] [seed]</c> kills it again and again and looks for lost votes; everything else goes to BenchmarkDotNet, where <c>--list flat</c> names the measurements.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["votes", .. string[] numbers])
        {
            if (VoteOptions.TryParse(numbers, out VoteOptions options))
            {
                (await VoteRun.MeasureAsync(options)).WriteTo(Console.Out);
                return 0;
            }

            await Console.Error.WriteLineAsync(VoteOptions.Usage);
            return 2;
        }

        if (args is ["kills", .. string[] rounds])
        {
            if (KillOptions.TryParse(rounds, out KillOptions options))
            {
                KillFigures figures = await KillRun.RunAsync(options);
                figures.WriteTo(Console.Out);
                return figures.Wrongs.Count == 0 ? 0 : 1;
            }

            await Console.Error.WriteLineAsync(KillOptions.Usage);
            return 2;
        }

        // In this process: a build of its own for every measurement takes longer than the measurements.
        ManualConfig config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithOptions(ConfigOptions.JoinSummary)
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
        return 0;
    }
}
