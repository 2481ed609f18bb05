using System.Text;
using BenchmarkDotNet.Attributes;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Benchmarks.Activities;

/// <summary>What comes in.</summary>
public class ActivityBenchmarks
{
    private readonly byte[] _vote = Encoding.UTF8.GetBytes(VoteActivity.Vote(
        new Uri("http://127.0.0.1:5178/local-teams/connector/"),
        Guid.NewGuid(),
        "1599458400123",
        Guid.NewGuid().ToString("N"),
        "V1-01,V1-02").ToJsonString());

    /// <summary>Reads a vote as it came over the wire.</summary>
    [Benchmark]
    public Activity ParseVote() => TeamsJson.Parse(_vote);
}
