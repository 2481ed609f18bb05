using System.Globalization;

namespace PledgeBot.Benchmarks.Votes;

/// <summary>What a run came to.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Elapsed">From the first vote to the last answer.</param>
/// <param name="Cpu">The processor time that the bot's process, all of its threads, used meanwhile.</param>
/// <param name="PeakWorkingSet">The most memory that the bot's process has held since it started, in bytes.</param>
/// <param name="Latencies">How long each vote took at the one who voted, shortest first.</param>
internal sealed record VoteFigures(VoteOptions Options, TimeSpan Elapsed, TimeSpan Cpu, long PeakWorkingSet, TimeSpan[] Latencies)
{
    /// <summary>Writes the figures, a line for each.</summary>
    public void WriteTo(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"votes                    {Options.Count} from {Options.Connections} connections"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"votes per second         {Options.Count / Elapsed.TotalSeconds:0}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CPU per vote (µs)        {Cpu.TotalMicroseconds / Options.Count:0}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"latency p50 (ms)         {Percentile(50).TotalMilliseconds:0.0}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"latency p99 (ms)         {Percentile(99).TotalMilliseconds:0.0}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak working set (MiB)   {PeakWorkingSet / (1024.0 * 1024):0}"));
    }

    // The nearest rank: the shortest latency that so many per cent of the votes did not exceed.
    private TimeSpan Percentile(int percent) => Latencies[((Latencies.Length * percent) + 99) / 100 - 1];
}
