using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Storage;
using static PledgeBot.Tests.Records.RecordedThings;

namespace PledgeBot.Tests.Records;

/// <summary>Ballots that a coordinator recorded, on disk.</summary>
public sealed class RecordedBallotTests : IAsyncLifetime
{
    private readonly PartnershipId _partnership = NewPartnership();
    private readonly PollId _poll = PollId.New(Noon);
    private readonly MemberId _member = NewMember();
    private TemporaryRecords _records = null!;

    public static TheoryData<Manner> Manners => [.. Enum.GetValues<Manner>()];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _records = await TemporaryRecords.CreateAsync();

    public ValueTask DisposeAsync() => _records.DisposeAsync();

    [Theory]
    [MemberData(nameof(Manners))]
    public async Task Cast_Recorded_IsReadWithWhoRecordedItAndHow(Manner manner)
    {
        var recording = new BallotRecording(NewMember(), manner);

        await CastAsync(BallotOf(_member, 1, 2) with { Recording = recording });

        Assert.Equal(recording, (await ReadAsync())!.Recording);
    }

    [Fact]
    public async Task Cast_ByTheMemberAfterwards_LeavesNothingOfTheRecording()
    {
        await CastAsync(BallotOf(_member, 1, 2) with { Recording = new BallotRecording(NewMember(), Manner.ByPhone) });

        await CastAsync(BallotOf(_member, 3));

        Assert.Null((await ReadAsync())!.Recording);
        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM ballots WHERE picks = 'V1-03' AND recorded_by IS NULL AND manner IS NULL"));
    }

    [Fact]
    public async Task Cast_WithAReceipt_IsReadWithTheLastOne()
    {
        await CastAsync(BallotOf(_member, 1, 2) with { Receipt = Receipt.Numbered(0) });
        Assert.Equal(Receipt.Numbered(0), (await ReadAsync())!.Receipt);

        await CastAsync(BallotOf(_member, 3) with { Receipt = Receipt.Numbered(Receipt.Count - 1) });

        Assert.Equal(Receipt.Numbered(Receipt.Count - 1), (await ReadAsync())!.Receipt);
    }

    [Fact]
    public async Task Prepare_RecordsOfTheReleaseBefore_KeepsTheirBallotsAsTheMembersOwn()
    {
        await CastAsync(BallotOf(_member, 1));
        await using (PledgeBotDbContext context = await _records.Database.OpenAsync(Cancel))
        {
            await context.GetService<IMigrator>().MigrateAsync("Create", Cancel);
        }

        Assert.Equal(0, await _records.CountAsync("SELECT COUNT(*) FROM pragma_table_info('ballots') WHERE name IN ('recorded_by', 'manner')"));
        await _records.Database.PrepareAsync(Cancel);

        Ballot ballot = (await ReadAsync())!;
        Assert.Equal(Picks(1), ballot.Picks);
        Assert.Null(ballot.Recording);
    }

    private Task CastAsync(Ballot ballot) => _records.Partnerships.TurnAsync(_partnership, turn => turn.Cast(_poll, ballot));

    private async Task<Ballot?> ReadAsync() => (await _records.Partnerships.ReadBallotsAsync(_partnership, _poll, Cancel)).BallotOf(_member);
}
