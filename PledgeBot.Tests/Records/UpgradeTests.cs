using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;
using PledgeBot.Storage;
using PledgeBot.Tests.Partnerships;
using static PledgeBot.Tests.Records.RecordedThings;

namespace PledgeBot.Tests.Records;

/// <summary>A file that an earlier release left, in the middle of a poll.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    /// <summary>The last change of the schema in the release that knew neither secret polls nor receipts.</summary>
    private const string ReleaseBefore = "RecordVotes";

    private static readonly PollId Poll = A.Poll(1);

    private readonly Story _story = A.Story();
    private TemporaryRecords _records = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PartnershipId Id => _story.Partnership.Id;

    public async ValueTask InitializeAsync() => _records = await TemporaryRecords.CreateAsync();

    public ValueTask DisposeAsync() => _records.DisposeAsync();

    [Fact]
    public async Task Prepare_AnOpenPollWithBallots_KeepsThemAndClosesIt()
    {
        await LeaveOpenPollAsync();

        await _records.Database.PrepareAsync(Cancel);

        Poll poll = (await _records.Partnerships.ReadAsync(Id, Cancel)).FindPoll(Poll)!;
        BallotBox box = await _records.Partnerships.ReadBallotsAsync(Id, Poll, Cancel);
        Assert.False(poll.Rules.IsSecret);
        Assert.Equal(A.Voters, poll.Roll.Select(entry => entry.Member));
        Assert.All(A.Voters[..^1], member => Assert.True(box.HasAnswered(member)));
        Assert.All(A.Voters[..^1], member => Assert.Null(box.BallotOf(member)!.Receipt));
        Assert.Equal(Picks(1, 2), box.BallotOf(A.Streets)!.Picks);
        Assert.Equal(new BallotRecording(A.Coordinator, Manner.ByPhone), box.BallotOf(A.Officer)!.Recording);

        PollResult result = await CloseAfterAsync(A.Voters[^1]);

        Assert.Equal(PollOutcome.Clear, result.Outcome);
        Assert.Equal(A.Voters.Length, result.Ballots.Select(ballot => ballot.Receipt).Distinct().Count());
        Assert.Contains(result.Ballots, ballot => ballot.Voter == A.Streets && ballot.Picks.SequenceEqual(Picks(1, 2)));
        Assert.Equal(0, await _records.CountAsync("SELECT COUNT(*) FROM ballots"));
        await using TemporaryRecords again = _records.OpenAgain();
        Assert.Equal(result.Ballots.Length, (await again.Partnerships.ReadAsync(Id, Cancel)).FindPoll(Poll)!.Result!.Ballots.Length);
    }

    [Fact]
    public async Task Prepare_AnOpenPollWithBallots_LetsAMemberChangeTheirVoteAndGetAReceipt()
    {
        await LeaveOpenPollAsync();
        await _records.Database.PrepareAsync(Cancel);

        var receipt = Receipt.Numbered(5);
        await _records.Partnerships.TurnAsync(Id, turn => turn.Cast(Poll, BallotOf(A.Streets, 3) with { Receipt = receipt }));

        BallotBox box = await _records.Partnerships.ReadBallotsAsync(Id, Poll, Cancel);
        Assert.Equal(Picks(3), box.BallotOf(A.Streets)!.Picks);
        Assert.Equal(receipt, box.BallotOf(A.Streets)!.Receipt);
        Assert.Null(box.BallotOf(A.School)!.Receipt);
    }

    /// <summary>Makes the tables and rows as the release before wrote them: everybody but the last voter has voted.</summary>
    private async Task LeaveOpenPollAsync()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        await _records.Partnerships.TurnAsync(Id, turn =>
        {
            foreach (RecordedEvent recorded in _story.Log)
            {
                turn.Append([recorded.Event], new Moment(recorded.By, recorded.At));
            }
        });
        await using (PledgeBotDbContext context = await _records.Database.OpenAsync(Cancel))
        {
            await context.GetService<IMigrator>().MigrateAsync(ReleaseBefore, Cancel);
        }

        Assert.Equal(0, await _records.CountAsync("SELECT COUNT(*) FROM pragma_table_info('ballots') WHERE name = 'receipt'"));
        string roll = string.Join(',', _story.Partnership.Members.Where(member => member.Has(Duties.Vote)).Select(member =>
            $$"""{"member":"{{member.Id}}","party":"{{member.Party.ToString().ToLowerInvariant()}}","title":"{{member.Title}}"}"""));
        string opened = $$"""
            {"poll":"{{Poll}}","walk":"{{walk}}","runOffOf":null,"options":["V1-01","V1-02","V1-03"],"roll":[{{roll}}],"rules":{"picks":2,"exactly":false},"closesAt":"2020-09-10T13:00:00Z"}
            """;
        await _records.TamperAsync(
            $"""
            INSERT INTO events (partnership_id, version, at, by_member, type, data)
            VALUES ('{Text(Id.Value)}', {_story.Partnership.Version + 1}, '2020-09-07 10:00:00', '{Text(A.Coordinator.Value)}', 'poll-opened', '{opened}')
            """);
        foreach (MemberId member in A.Voters[..^1])
        {
            string recording = member == A.Officer ? $"'{Text(A.Coordinator.Value)}', 'ByPhone'" : "NULL, NULL";
            await _records.TamperAsync(
                $"""
                INSERT INTO ballots (partnership_id, poll_id, member_id, picks, cast_at, recorded_by, manner)
                VALUES ('{Text(Id.Value)}', '{Text(Poll.Value)}', '{Text(member.Value)}', 'V1-01 V1-02', '2020-09-07 11:00:00', {recording})
                """);
        }
    }

    private async Task<PollResult> CloseAfterAsync(MemberId last)
    {
        var moment = new Moment(null, A.Noon.AddDays(5));
        await using ITurn turn = await _records.Partnerships.BeginTurnAsync(Id, Cancel);
        turn.Cast(Poll, BallotOf(last, 1, 2) with { Receipt = Receipt.Numbered(0) });
        BallotBox box = await turn.ReadBallotsAsync(Poll, Cancel);
        turn.Append(Assert.IsType<Decision.Accepted>(turn.Partnership.Decide(new ClosePoll(Poll, box, A.Poll(2)), moment)).Events, moment);
        turn.DestroyBallots(Poll);
        await turn.CommitAsync(Cancel);
        return turn.Partnership.FindPoll(Poll)!.Result!;
    }

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();
}
