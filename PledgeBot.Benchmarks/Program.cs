using BenchmarkDotNet.Running;

namespace PledgeBot.Benchmarks;

/// <summary>Measures what the documents claim; <c>--list flat</c> names the measurements.</summary>
internal static class Program
{
    private static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
