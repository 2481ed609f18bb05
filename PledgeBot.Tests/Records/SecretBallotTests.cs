using System.Text;
using Microsoft.Data.Sqlite;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;
using PledgeBot.Storage;
using PledgeBot.Storage.Records;
using static PledgeBot.Tests.Records.RecordedThings;

namespace PledgeBot.Tests.Records;

/// <summary>Ballots of secret polls on disk: who has answered apart from what, and nothing of either after the closing.</summary>
public sealed class SecretBallotTests : IAsyncLifetime
{
    private static readonly string[] Tables = ["secret_answers", "secret_ballots", "poll_keys", "ballots"];

    private readonly PartnershipId _partnership = NewPartnership();
    private readonly PollId _poll = PollId.New(Noon);
    private readonly MemberId _member = NewMember();
    private TemporaryRecords _records = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _records = await TemporaryRecords.CreateAsync();
        await OpenAsync(_poll);
    }

    public ValueTask DisposeAsync() => _records.DisposeAsync();

    [Fact]
    public async Task Cast_KeepsWhoHasAnsweredApartFromWhat_AndNoTime()
    {
        await CastAsync(BallotOf(_member, 1, 2) with { CastAt = Noon.AddHours(5) });

        await HasRowsAsync(_poll, 1, 1, 1, 0);
        await HasColumnsAsync("secret_answers", "partnership_id", "poll_id", "member_id", "recorded_by", "manner");
        await HasColumnsAsync("secret_ballots", "partnership_id", "poll_id", "tag", "picks", "receipt");
        await HasColumnsAsync("poll_keys", "partnership_id", "poll_id", "key");
        byte[] key = await KeyAsync();
        Assert.Equal(32, key.Length);
        Assert.Equal(SecretBallots.TagOf(key, _member), Assert.Single(await BytesAsync("SELECT tag FROM secret_ballots")));
    }

    [Fact]
    public async Task Read_JoinsThemAsIfCastWhenThePollOpened()
    {
        MemberId other = NewMember();
        var receipt = Receipt.Numbered(7);
        var recording = new BallotRecording(NewMember(), Manner.ByPhone);
        await CastAsync(BallotOf(_member, 1, 2) with { CastAt = Noon.AddHours(5), Receipt = receipt });
        await CastAsync(BallotOf(other) with { Recording = recording, Receipt = Receipt.Numbered(8) });

        BallotBox box = await ReadAsync();

        Ballot own = box.BallotOf(_member)!;
        Assert.Equal(Picks(1, 2), own.Picks);
        Assert.Equal(Noon, own.CastAt);
        Assert.Equal(receipt, own.Receipt);
        Assert.Null(own.Recording);
        Assert.True(box.BallotOf(other)!.IsAbstention);
        Assert.Equal(recording, box.BallotOf(other)!.Recording);
        Assert.Equal(Receipt.Numbered(8), box.BallotOf(other)!.Receipt);
        Assert.False(box.HasAnswered(NewMember()));
    }

    [Fact]
    public async Task Cast_Again_LeavesOneBallotAndNothingOfTheEarlierPicks()
    {
        await CastAsync(BallotOf(NewMember(), 1));
        await CastAsync(BallotOf(_member, 7341) with { Recording = new BallotRecording(NewMember(), Manner.AtMeeting) });
        byte[] key = await KeyAsync();

        await CastAsync(BallotOf(_member, 2, 3));

        await HasRowsAsync(_poll, 2, 2, 1, 0);
        Assert.Equal(key, await KeyAsync());
        Assert.Equal(Picks(2, 3), (await ReadAsync()).BallotOf(_member)!.Picks);
        Assert.Null((await ReadAsync()).BallotOf(_member)!.Recording);
        await _records.TamperAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.False(await FilesHoldAsync("V1-7341"u8.ToArray()));
    }

    [Fact]
    public async Task Keys_OfTwoPolls_AreTheirOwn()
    {
        var other = PollId.New(Noon);
        await OpenAsync(other);
        await CastAsync(BallotOf(_member, 1));
        await _records.Partnerships.TurnAsync(_partnership, turn => turn.Cast(other, BallotOf(_member, 1)));

        Assert.Equal(2, (await BytesAsync("SELECT key FROM poll_keys")).Select(Convert.ToHexString).Distinct().Count());
        Assert.Equal(2, (await BytesAsync("SELECT tag FROM secret_ballots")).Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public async Task Discard_RemovesBothHalves_AndOnlyThatMembers()
    {
        MemberId other = NewMember();
        await CastAsync(BallotOf(_member, 1));
        await CastAsync(BallotOf(other, 2));

        await _records.Partnerships.TurnAsync(_partnership, turn => turn.Discard(_poll, _member));
        await _records.Partnerships.TurnAsync(_partnership, turn => turn.Discard(_poll, _member));

        await HasRowsAsync(_poll, 1, 1, 1, 0);
        Assert.Equal(Picks(2), (await ReadAsync()).BallotOf(other)!.Picks);
    }

    [Fact]
    public async Task Discard_NobodyHasAnswered_ChangesNothing()
    {
        await _records.Partnerships.TurnAsync(_partnership, turn => turn.Discard(_poll, _member));

        await HasRowsAsync(_poll, 0, 0, 0, 0);
    }

    [Fact]
    public async Task DestroyBallots_RemovesEverythingOfThatPollOnly()
    {
        var other = PollId.New(Noon);
        await OpenAsync(other);
        await CastAsync(BallotOf(_member, 1));
        await _records.Partnerships.TurnAsync(_partnership, turn => turn.Cast(other, BallotOf(_member, 2)));

        await DestroyAsync();
        await DestroyAsync();

        await HasRowsAsync(_poll, 0, 0, 0, 0);
        await HasRowsAsync(other, 1, 1, 1, 0);
        Assert.False((await ReadAsync()).HasAnswered(_member));
        Assert.True((await _records.Partnerships.ReadBallotsAsync(_partnership, other, Cancel)).HasAnswered(_member));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReadBallots_InATurn_HasWhatTheTurnHasDone(bool isSecret)
    {
        var poll = PollId.New(Noon);
        await OpenAsync(poll, isSecret);
        MemberId conflicted = NewMember();
        await _records.Partnerships.TurnAsync(_partnership, before =>
        {
            before.Cast(poll, BallotOf(_member, 1));
            before.Cast(poll, BallotOf(conflicted, 2));
        });
        await using ITurn turn = await _records.Partnerships.BeginTurnAsync(_partnership, Cancel);

        turn.Cast(poll, BallotOf(_member, 3) with { CastAt = Noon.AddHours(1) });
        turn.Discard(poll, conflicted);
        BallotBox box = await turn.ReadBallotsAsync(poll, Cancel);
        turn.DestroyBallots(poll);
        BallotBox destroyed = await turn.ReadBallotsAsync(poll, Cancel);
        await turn.CommitAsync(Cancel);

        Assert.Equal(Picks(3), box.BallotOf(_member)!.Picks);
        Assert.Equal(isSecret ? Noon : Noon.AddHours(1), box.BallotOf(_member)!.CastAt);
        Assert.False(box.HasAnswered(conflicted));
        Assert.False(destroyed.HasAnswered(_member));
        await HasRowsAsync(poll, 0, 0, 0, 0);
    }

    [Fact]
    public async Task Read_WhileOthersVote_SeesWholeBallots()
    {
        MemberId[] members = [.. Enumerable.Range(0, 40).Select(_ => NewMember())];
        var voting = Task.Run(() => Task.WhenAll(members.Select(member => CastAsync(BallotOf(member, 1)))), Cancel);

        int reads = 0;
        while (!voting.IsCompleted || reads == 0)
        {
            _ = await ReadAsync();
            reads++;
        }

        await voting;
        BallotBox box = await ReadAsync();
        Assert.All(members, member => Assert.True(box.HasAnswered(member)));
        await HasRowsAsync(_poll, 40, 40, 1, 0);
    }

    [Theory]
    [InlineData("DELETE FROM secret_ballots")]
    [InlineData("DELETE FROM poll_keys")]
    public async Task Read_AnAnswerWithoutItsBallot_IsNotTakenForNobodysAnswer(string damage)
    {
        await CastAsync(BallotOf(_member, 1));
        await _records.TamperAsync(damage);

        await Assert.ThrowsAsync<InvalidDataException>(ReadAsync);
    }

    [Fact]
    public async Task DestroyBallots_LeavesNeitherKeyNorTagsInTheFiles()
    {
        foreach (int _ in Enumerable.Range(0, 60))
        {
            MemberId member = NewMember();
            await CastAsync(BallotOf(member, 1, 2));
            await CastAsync(BallotOf(member, 3));
        }

        byte[] key = await KeyAsync();
        byte[][] tags = await BytesAsync("SELECT tag FROM secret_ballots");
        Assert.Equal(60, tags.Length);
        Assert.True(await FilesHoldAsync(key));

        await DestroyAsync();

        Assert.False(await FilesHoldAsync(key));
        Assert.False(await FilesHoldAsync(tags));
    }

    [Fact]
    public async Task DestroyBallots_OneOfManyPolls_LeavesNothingOfThoseThatClosed()
    {
        PollId[] polls = [.. Enumerable.Range(0, 80).Select(_ => PollId.New(Noon))];
        await _records.Partnerships.TurnAsync(_partnership, turn =>
        {
            foreach (PollId poll in polls)
            {
                turn.Append([Opened(poll)], new Moment(null, Noon));
                turn.Cast(poll, BallotOf(_member, 1));
            }
        });
        byte[][] keys = await BytesAsync("SELECT key FROM poll_keys");
        Assert.Equal(80, keys.Length);

        // In no order, so that pages are merged and split as they come.
        foreach (PollId poll in polls.OrderBy(poll => Convert.ToHexString(SecretBallots.TagOf([1], new MemberId(poll.Value)))).Take(70))
        {
            await _records.Partnerships.TurnAsync(_partnership, turn => turn.DestroyBallots(poll));
        }

        byte[][] left = await BytesAsync("SELECT key FROM poll_keys");
        Assert.Equal(10, left.Length);
        Assert.False(await FilesHoldAsync([.. keys.Where(key => !left.Any(key.SequenceEqual))]));
    }

    [Fact]
    public async Task DestroyBallots_WhileSomebodyReads_IsForgottenWithTheNextWrite()
    {
        await CastAsync(BallotOf(_member, 1));
        byte[] key = await KeyAsync();
        await using (SqliteConnection reader = await BeginReadAsync())
        {
            await DestroyAsync();
            Assert.True(await FilesHoldAsync(key));
        }

        await _records.Partnerships.TurnAsync(_partnership, turn => turn.Remember(new MemoryKey("any", "thing"), "1"));

        Assert.False(await FilesHoldAsync(key));
    }

    [Fact]
    public async Task DestroyBallots_TheProcessEndsBeforeItHasForgotten_IsForgottenAtTheNextStart()
    {
        await CastAsync(BallotOf(_member, 1));
        byte[] key = await KeyAsync();
        await using (SqliteConnection reader = await BeginReadAsync())
        {
            await DestroyAsync();
        }

        Assert.True(await FilesHoldAsync(key));
        await using TemporaryRecords again = _records.OpenAgain();
        await again.Database.PrepareAsync(Cancel);

        Assert.False(await FilesHoldAsync(key));
    }

    private static PollOpened Opened(PollId poll, bool isSecret = true) => new(
        poll,
        new WalkNumber(1),
        null,
        Picks(1, 2, 3),
        [new RollEntry(NewMember(), Party.Municipality, "Skola")],
        PollRules.Usual with { IsSecret = isSecret },
        Noon.AddDays(1));

    private Task OpenAsync(PollId poll, bool isSecret = true) => _records.Partnerships.AppendAsync(_partnership, Opened(poll, isSecret));

    private Task CastAsync(Ballot ballot) => _records.Partnerships.TurnAsync(_partnership, turn => turn.Cast(_poll, ballot));

    private Task DestroyAsync() => _records.Partnerships.TurnAsync(_partnership, turn => turn.DestroyBallots(_poll));

    private Task<BallotBox> ReadAsync() => _records.Partnerships.ReadBallotsAsync(_partnership, _poll, Cancel);

    private async Task<byte[]> KeyAsync() => Assert.Single(await BytesAsync("SELECT key FROM poll_keys"));

    private async Task HasRowsAsync(PollId poll, params long[] rows)
    {
        var counts = new List<long>();
        foreach (string table in Tables)
        {
            counts.Add(await _records.CountAsync($"SELECT COUNT(*) FROM {table} WHERE poll_id = '{poll.Value.ToString().ToUpperInvariant()}'"));
        }

        Assert.Equal(rows, counts);
    }

    private async Task HasColumnsAsync(string table, params string[] columns)
    {
        await using PledgeBotDbContext context = await _records.Database.OpenAsync(Cancel);
        Assert.Equal(
            columns,
            await new SqlBatch(context).Add($"SELECT name FROM pragma_table_info({table}) ORDER BY cid").ReadAsync(row => row.GetString(0), Cancel));
    }

    private async Task<byte[][]> BytesAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_records.File};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(Cancel);
        var values = new List<byte[]>();
        while (await reader.ReadAsync(Cancel))
        {
            values.Add(reader.GetFieldValue<byte[]>(0));
        }

        return [.. values];
    }

    /// <summary>Begins to read, as a backup does, and keeps the log from being emptied until it is disposed.</summary>
    private async Task<SqliteConnection> BeginReadAsync()
    {
        var connection = new SqliteConnection($"Data Source={_records.File};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "BEGIN; SELECT COUNT(*) FROM events;";
        await command.ExecuteNonQueryAsync(Cancel);
        return connection;
    }

    private async Task<bool> FilesHoldAsync(params byte[][] sought)
    {
        string[] files = [.. new[] { _records.File, _records.File + "-wal", _records.File + "-journal" }.Where(File.Exists)];
        var contents = new StringBuilder();
        foreach (string file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, Cancel);
            contents.Append(Encoding.Latin1.GetString(bytes)).Append('\n');
        }

        string all = contents.ToString();
        return sought.Any(bytes => all.Contains(Encoding.Latin1.GetString(bytes), StringComparison.Ordinal));
    }
}
