using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PledgeBot.Benchmarks.Partnerships;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Storage;

namespace PledgeBot.Benchmarks.Records;

/// <summary>What a vote costs in the records alone, in a SQLite file in the system's temporary directory, with every commit on the disk.</summary>
public class VoteTurnBenchmarks
{
    // About as long as the answer to a vote about seven candidates.
    private static readonly string Answer = new('x', 6_000);

    private readonly PlayedPartnership _played = new();
    private DirectoryInfo _directory = null!;
    private ServiceProvider _services = null!;
    private IPartnershipRecords _records = null!;
    private Poll _poll = null!;
    private Ballot[] _ballots = [];
    private int _votes;

    /// <summary>Gets or sets whether the poll is secret.</summary>
    [Params(false, true)]
    public bool IsSecret { get; set; }

    /// <summary>Makes a file with a partnership in it, whose poll is open.</summary>
    [GlobalSetup]
    public async Task PrepareAsync()
    {
        _directory = Directory.CreateTempSubdirectory("pledgebot-benchmark-");
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new("Storage:DataDirectory", _directory.FullName)])
                .Build())
            .AddSingleton(TimeProvider.System)
            .AddLogging()
            .AddPledgeBotStorage()
            .BuildServiceProvider();
        await _services.GetRequiredService<RecordsDatabase>().PrepareAsync(CancellationToken.None);
        _records = _services.GetRequiredService<IPartnershipRecords>();
        _poll = _played.OpenPoll();
        _ballots = [.. _played.Partnership.Members.SelectMany(member => (Ballot[])[BallotOf(member.Id, 2), BallotOf(member.Id, 3)])];
        await using ITurn turn = await BeginAsync();
        foreach (RecordedEvent recorded in _played.Log)
        {
            PartnershipEvent happened = recorded.Event is PollOpened opened
                ? opened with { Rules = opened.Rules with { IsSecret = IsSecret } }
                : recorded.Event;
            turn.Append([happened], new Moment(recorded.By, recorded.At));
        }

        await turn.CommitAsync(CancellationToken.None);
    }

    /// <summary>Deletes the file.</summary>
    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await _services.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    /// <summary>Keeps a vote: looks for an earlier delivery, reads the box, casts, notes the answer, schedules the card, commits.</summary>
    [Benchmark]
    public async Task<BallotBox> VoteAsync()
    {
        Ballot ballot = _ballots[_votes++ % _ballots.Length];
        string key = $"msteams|19:local-channel@thread.tacv2|f:{Guid.NewGuid()}";
        await using ITurn turn = await BeginAsync();
        if (await turn.FindReceivedAsync(key, CancellationToken.None) is not null)
        {
            throw new InvalidOperationException("The activity has come before.");
        }

        turn.Cast(_poll.Id, ballot);
        BallotBox box = await turn.ReadBallotsAsync(_poll.Id, CancellationToken.None);
        Consequences.ScheduleTurnout(turn, _poll.Id, _played.Now);
        turn.MarkReceived(key, new ReceivedActivity(_played.Now, Answer));
        await turn.CommitAsync(CancellationToken.None);
        return box;
    }

    private Task<ITurn> BeginAsync() => _records.BeginTurnAsync(_played.Partnership.Id, CancellationToken.None);

    private Ballot BallotOf(MemberId member, int second)
    {
        ImmutableArray<ProposalReference> picks = [_poll.Options[0], _poll.Options[second]];
        return _poll.Vote(member, picks, _played.Now) is VoteAnswer.Counted counted
            ? counted.Ballot
            : throw new InvalidOperationException("The vote was refused.");
    }
}
