using BenchmarkDotNet.Attributes;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Benchmarks.Partnerships;

/// <summary>What a partnership costs the first time after a start: its log is folded from the first event.</summary>
public class FoldBenchmarks
{
    private readonly PlayedPartnership _played = new();
    private RecordedEvent[] _log = [];

    /// <summary>Gets or sets the length of the log.</summary>
    [Params(1_000, 20_000)]
    public int Events { get; set; }

    /// <summary>Plays until the log is long enough.</summary>
    [GlobalSetup]
    public void Play()
    {
        _played.PlayUntil(Events);
        _log = [.. _played.Log.Take(Events)];
    }

    /// <summary>Folds the log.</summary>
    [Benchmark]
    public Partnership Fold() => _log.Aggregate(Partnership.Empty(_played.Partnership.Id), (state, recorded) => state.Evolve(recorded));
}
