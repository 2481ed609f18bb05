using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;
using static PledgeBot.Tests.Records.RecordedThings;

namespace PledgeBot.Tests.Records;

public sealed class TurnTests : IAsyncLifetime
{
    private readonly PartnershipId _partnership = NewPartnership();
    private readonly PollId _poll = PollId.New(Noon);
    private TemporaryRecords _records = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _records = await TemporaryRecords.CreateAsync();

    public ValueTask DisposeAsync() => _records.DisposeAsync();

    [Fact]
    public async Task BeginTurn_NothingKept_IsTheEmptyPartnership()
    {
        await using ITurn turn = await BeginAsync();

        Assert.Equal(_partnership, turn.Partnership.Id);
        Assert.Equal(0, turn.Partnership.Version);
    }

    [Fact]
    public async Task Append_IsFoldedInAtOnce_AndReadByTheNextTurn()
    {
        MemberId by = NewMember();
        await using (ITurn turn = await BeginAsync())
        {
            turn.Append([Formed], new Moment(by, Noon));
            turn.Append([Listed("Kommunpolis"), Listed("Fritidsledare")], new Moment(null, Noon.AddMinutes(1)));

            Assert.Equal(3, turn.Partnership.Version);
            await turn.CommitAsync(Cancel);
        }

        await using TemporaryRecords again = _records.OpenAgain();
        await using ITurn next = await again.Partnerships.BeginTurnAsync(_partnership, Cancel);
        Assert.Equal(3, next.Partnership.Version);
        Assert.Equal(Formed, next.Partnership.Formed);
        Assert.Equal(["Kommunpolis", "Fritidsledare"], next.Partnership.Members.Select(member => member.Title));
        Assert.Equal(3, await _records.CountAsync("SELECT COUNT(*) FROM events WHERE version IN (1, 2, 3)"));
        Assert.Equal(1, await _records.CountAsync(
            $"SELECT COUNT(*) FROM events WHERE at = '2020-09-07 12:00:00' AND by_member = '{by.Value.ToString().ToUpperInvariant()}'"));
    }

    [Fact]
    public async Task Append_ManyEvents_KeepsThemAllInOrder()
    {
        ImmutableArray<PartnershipEvent> events = [.. Enumerable.Range(1, 100).Select(n => Listed(n.ToString()))];

        await _records.Partnerships.AppendAsync(_partnership, events);

        await using TemporaryRecords again = _records.OpenAgain();
        Partnership read = await again.Partnerships.ReadAsync(_partnership, Cancel);
        Assert.Equal(Enumerable.Range(1, 100).Select(n => n.ToString()), read.Members.Select(member => member.Title));
    }

    [Fact]
    public async Task Append_InstantFinerThanIsStored_IsTheSameInTheFoldAndInTheLog()
    {
        await using ITurn turn = await BeginAsync();
        turn.Append([Opened()], new Moment(null, Noon.AddTicks(12345)));
        await turn.CommitAsync(Cancel);

        await using TemporaryRecords again = _records.OpenAgain();
        Partnership read = await again.Partnerships.ReadAsync(_partnership, Cancel);
        Assert.Equal(Noon.AddTicks(12340), turn.Partnership.Polls.Single().OpenedAt);
        Assert.Equal(Noon.AddTicks(12340), read.Polls.Single().OpenedAt);
    }

    [Fact]
    public async Task Dispose_WithoutCommit_LeavesNoTrace()
    {
        await using (ITurn turn = await BeginAsync())
        {
            DoEverything(turn);
        }

        Assert.Equal(0, await _records.CountAllAsync());
        Assert.Equal(0, (await _records.Partnerships.ReadAsync(_partnership, Cancel)).Version);
        await using ITurn next = await BeginAsync();
        Assert.Equal(0, next.Partnership.Version);
    }

    [Fact]
    public async Task Commit_KeepsEverything_Together()
    {
        await _records.Partnerships.TurnAsync(_partnership, DoEverything);

        Assert.Equal(10, await _records.CountAllAsync());
    }

    [Fact]
    public async Task Commit_ThatFails_LeavesNoTrace()
    {
        await _records.Partnerships.TurnAsync(_partnership, turn => turn.MarkReceived("activity", new ReceivedActivity(Noon, null)));

        await Assert.ThrowsAsync<SqliteException>(() => _records.Partnerships.TurnAsync(_partnership, DoEverything));

        Assert.Equal(1, await _records.CountAllAsync());
        Assert.Equal(0, (await _records.Partnerships.ReadAsync(_partnership, Cancel)).Version);
        await _records.Partnerships.AppendAsync(_partnership, Formed);
        Assert.Equal(1, (await _records.Partnerships.ReadAsync(_partnership, Cancel)).Version);
    }

    [Fact]
    public async Task Turn_ThatIsOver_RefusesToGoOn()
    {
        await using ITurn turn = await BeginAsync();
        await turn.CommitAsync(Cancel);

        Assert.Throws<InvalidOperationException>(() => turn.Remember(new MemoryKey("a", "b"), "1"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => turn.CommitAsync(Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => turn.FindReceivedAsync("activity", Cancel));
    }

    [Fact]
    public async Task Commit_LetsTheNextTurnIn_BeforeItIsDisposed()
    {
        await using ITurn first = await BeginAsync();
        await first.CommitAsync(Cancel);

        await using ITurn second = await BeginAsync();

        Assert.Equal(0, second.Partnership.Version);
    }

    [Fact]
    public async Task MarkReceived_SameActivityAgain_GetsTheFirstAnswer()
    {
        Assert.Equal("1", await AnswerAsync("first delivery"));
        Assert.Equal("1", await AnswerAsync("second delivery"));

        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM events"));

        async Task<string?> AnswerAsync(string title)
        {
            await using ITurn turn = await BeginAsync();
            if (await turn.FindReceivedAsync("activity", Cancel) is { } before)
            {
                return before.Answer;
            }

            turn.Append([Listed(title)], new Moment(null, Noon));
            turn.MarkReceived("activity", new ReceivedActivity(Noon, turn.Partnership.Version.ToString()));
            await turn.CommitAsync(Cancel);
            return turn.Partnership.Version.ToString();
        }
    }

    [Fact]
    public async Task FindReceived_OtherPartnershipsActivity_IsNotFound()
    {
        await _records.Partnerships.TurnAsync(_partnership, turn => turn.MarkReceived("activity", new ReceivedActivity(Noon, "1")));

        await using ITurn other = await _records.Partnerships.BeginTurnAsync(NewPartnership(), Cancel);

        Assert.Null(await other.FindReceivedAsync("activity", Cancel));
    }

    [Fact]
    public async Task FindReceived_MarkedInThisTurn_IsFound()
    {
        await using ITurn turn = await BeginAsync();
        turn.MarkReceived("activity", new ReceivedActivity(Noon, null));

        Assert.Equal(new ReceivedActivity(Noon, null), await turn.FindReceivedAsync("activity", Cancel));
    }

    [Fact]
    public async Task MarkReceived_ClearsOwnNotesOlderThanADay()
    {
        PartnershipId other = NewPartnership();
        await MarkAsync(other, "others", Noon);
        await MarkAsync(_partnership, "old", Noon);
        await MarkAsync(_partnership, "a day old", Noon.AddTicks(10));

        await MarkAsync(_partnership, "new", Noon.AddDays(1).AddTicks(10));

        await using ITurn turn = await BeginAsync();
        Assert.Null(await turn.FindReceivedAsync("old", Cancel));
        Assert.NotNull(await turn.FindReceivedAsync("a day old", Cancel));
        Assert.Equal(3, await _records.CountAsync("SELECT COUNT(*) FROM received_activities"));

        Task MarkAsync(PartnershipId partnership, string key, DateTimeOffset at) =>
            _records.Partnerships.TurnAsync(partnership, turn => turn.MarkReceived(key, new ReceivedActivity(at, null)));
    }

    [Fact]
    public async Task MarkReceived_MuchToClear_ClearsItBitByBit()
    {
        await _records.Partnerships.TurnAsync(_partnership, turn =>
        {
            for (int n = 0; n < 150; n++)
            {
                turn.MarkReceived(n.ToString(), new ReceivedActivity(Noon, null));
            }
        });

        await MarkLaterAsync("a");
        Assert.Equal(51, await _records.CountAsync("SELECT COUNT(*) FROM received_activities"));
        await MarkLaterAsync("b");
        Assert.Equal(2, await _records.CountAsync("SELECT COUNT(*) FROM received_activities"));

        Task MarkLaterAsync(string key) =>
            _records.Partnerships.TurnAsync(_partnership, turn => turn.MarkReceived(key, new ReceivedActivity(Noon.AddDays(2), null)));
    }

    [Fact]
    public async Task MarkReceived_KeyLongerThanAllowed_IsTheCallersBug()
    {
        await using ITurn turn = await BeginAsync();

        turn.MarkReceived(new string('k', 400), new ReceivedActivity(Noon, null));
        Assert.Throws<ArgumentException>(() => turn.MarkReceived(new string('k', 401), new ReceivedActivity(Noon, null)));
    }

    [Fact]
    public async Task Cast_Again_LeavesOneBallotAndNothingOfTheEarlierPicks()
    {
        MemberId member = NewMember();
        await _records.Partnerships.TurnAsync(_partnership, turn =>
        {
            turn.Cast(_poll, BallotOf(NewMember(), 1));
            turn.Cast(_poll, BallotOf(member, 7341));
            turn.Cast(_poll, BallotOf(NewMember(), 2));
        });
        await _records.Partnerships.TurnAsync(_partnership, turn => turn.Cast(_poll, BallotOf(member, 5, 6)));

        Ballot? ballot = (await _records.Partnerships.ReadBallotsAsync(_partnership, _poll, Cancel)).BallotOf(member);
        Assert.Equal(Picks(5, 6), ballot!.Picks);
        Assert.Equal(Noon, ballot.CastAt);
        Assert.Equal(3, await _records.CountAsync("SELECT COUNT(*) FROM ballots"));
        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM ballots WHERE picks = 'V1-05 V1-06'"));

        await _records.TamperAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        string file = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_records.File, Cancel));
        Assert.Contains("V1-05 V1-06", file, StringComparison.Ordinal);
        Assert.DoesNotContain("V1-7341", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cast_Abstention_IsReadAsAnAbstention()
    {
        MemberId member = NewMember();
        await _records.Partnerships.TurnAsync(_partnership, turn => turn.Cast(_poll, BallotOf(member)));

        BallotBox box = await _records.Partnerships.ReadBallotsAsync(_partnership, _poll, Cancel);

        Assert.True(box.BallotOf(member)!.IsAbstention);
    }

    [Fact]
    public async Task ReadBallots_InATurn_HasWhatTheTurnHasCast()
    {
        MemberId changing = NewMember();
        MemberId standing = NewMember();
        await _records.Partnerships.TurnAsync(_partnership, turn =>
        {
            turn.Cast(_poll, BallotOf(changing, 1));
            turn.Cast(_poll, BallotOf(standing, 2));
        });

        await using ITurn turn = await BeginAsync();
        turn.Cast(_poll, BallotOf(changing, 3));
        turn.Cast(PollId.New(Noon), BallotOf(standing, 4));
        BallotBox box = await turn.ReadBallotsAsync(_poll, Cancel);

        Assert.Equal(Picks(3), box.BallotOf(changing)!.Picks);
        Assert.Equal(Picks(2), box.BallotOf(standing)!.Picks);
    }

    [Fact]
    public async Task ReadBallots_OutsideTheTurn_DoesNotHaveWhatIsNotCommitted()
    {
        MemberId member = NewMember();
        await using ITurn turn = await BeginAsync();
        turn.Cast(_poll, BallotOf(member, 1));

        BallotBox box = await _records.Partnerships.ReadBallotsAsync(_partnership, _poll, Cancel);

        Assert.False(box.HasAnswered(member));
    }

    [Fact]
    public async Task Cast_BySixtyMembersAtOnce_KeepsSixtyBallots()
    {
        MemberId[] members = [.. Enumerable.Range(0, 60).Select(_ => NewMember())];

        await Task.WhenAll(members.Select((member, n) => Task.Run(() => VoteAsync(member, n), Cancel)));

        BallotBox box = await _records.Partnerships.ReadBallotsAsync(_partnership, _poll, Cancel);
        Assert.All(members, member => Assert.True(box.HasAnswered(member)));
        Assert.Equal(60, await _records.CountAsync("SELECT COUNT(*) FROM ballots"));
        Assert.Equal(60, await _records.CountAsync("SELECT COUNT(*) FROM received_activities"));
        Assert.Equal(60, (await _records.Partnerships.ReadAsync(_partnership, Cancel)).Version);

        async Task VoteAsync(MemberId member, int n)
        {
            await using ITurn turn = await BeginAsync();
            Assert.Null(await turn.FindReceivedAsync($"{n}", Cancel));
            _ = await turn.ReadBallotsAsync(_poll, Cancel);
            turn.Append([Listed()], new Moment(member, Noon));
            turn.Cast(_poll, BallotOf(member, n + 1));
            turn.MarkReceived($"{n}", new ReceivedActivity(Noon, null));
            turn.Schedule(Work("refresh"));
            await turn.CommitAsync(Cancel);
        }
    }

    [Fact]
    public async Task Remember_ReplacesAndForgets()
    {
        var key = new MemoryKey("dialog", "member");
        var other = new MemoryKey("card", "member");
        await _records.Partnerships.TurnAsync(_partnership, turn =>
        {
            turn.Remember(key, "1");
            turn.Remember(key, "2");
            turn.Remember(other, "3");
        });

        await using (ITurn turn = await BeginAsync())
        {
            Assert.Equal("2", await turn.RecallAsync(key, Cancel));
            turn.Remember(key, null);
            Assert.Null(await turn.RecallAsync(key, Cancel));
            turn.Remember(new MemoryKey("dialog", "nobody"), null);
            await turn.CommitAsync(Cancel);
        }

        await using ITurn next = await BeginAsync();
        Assert.Null(await next.RecallAsync(key, Cancel));
        Assert.Equal("3", await next.RecallAsync(other, Cancel));
        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM memories"));
    }

    [Fact]
    public async Task Add_Photo_IsFoundInItsPartnershipOnly()
    {
        var photo = new Photo(PhotoId.New(Noon), new byte[] { 1, 2, 3 }, new byte[] { 4 });
        await _records.Partnerships.TurnAsync(_partnership, turn => turn.Add(photo));

        Photo? found = await _records.Partnerships.FindPhotoAsync(_partnership, photo.Id, Cancel);

        Assert.Equal(photo.Picture.ToArray(), found!.Picture.ToArray());
        Assert.Equal(photo.Thumbnail.ToArray(), found.Thumbnail.ToArray());
        Assert.Null(await _records.Partnerships.FindPhotoAsync(NewPartnership(), photo.Id, Cancel));
        Assert.Null(await _records.Partnerships.FindPhotoAsync(_partnership, PhotoId.New(Noon), Cancel));
    }

    [Fact]
    public async Task BeginTurn_AnotherNeverEnds_GivesUpAfterThirtySeconds()
    {
        var time = new FakeTimeProvider(Noon);
        await using TemporaryRecords records = await TemporaryRecords.CreateAsync(time);
        await using ITurn endless = await records.Partnerships.BeginTurnAsync(_partnership, Cancel);

        Task<ITurn> waiting = records.Partnerships.BeginTurnAsync(_partnership, Cancel);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
    }

    [Fact]
    public async Task BeginTurn_CalledOffWhileItWaits_LetsTheOthersGoOn()
    {
        using var off = new CancellationTokenSource();
        ITurn first = await BeginAsync();
        Task<ITurn> calledOff = _records.Partnerships.BeginTurnAsync(_partnership, off.Token);
        Task<ITurn> patient = BeginAsync();

        await off.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calledOff);
        await first.DisposeAsync();

        await using ITurn second = await patient;
        Assert.Equal(0, second.Partnership.Version);
    }

    [Fact]
    public async Task BeginTurn_WhileOthersWait_ComesInTheOrderAskedFor()
    {
        var order = new List<int>();
        ITurn first = await BeginAsync();
        Task[] waiting = [.. Enumerable.Range(0, 5).Select(NoteAsync)];
        await first.DisposeAsync();
        await Task.WhenAll(waiting);

        Assert.Equal([0, 1, 2, 3, 4], order);

        async Task NoteAsync(int number)
        {
            await using ITurn turn = await BeginAsync();
            order.Add(number);
        }
    }

    private Task<ITurn> BeginAsync() => _records.Partnerships.BeginTurnAsync(_partnership, Cancel);

    private PollOpened Opened() => new(_poll, new WalkNumber(1), null, Picks(1, 2, 3), [], new PollRules(2, false), Noon.AddDays(1));

    private void DoEverything(ITurn turn)
    {
        turn.Append([Formed], new Moment(null, Noon));
        turn.Cast(_poll, BallotOf(NewMember(), 1));
        turn.MarkReceived("activity", new ReceivedActivity(Noon, "1"));
        turn.Remember(new MemoryKey("dialog", "member"), "1");
        turn.Schedule(Work());
        turn.Enter(new Contact(NewMember(), "Anna Å", "directory", "channel"));
        turn.Enter(new MeetingPlace(_partnership, "tenant", "team", "1"));
        turn.Replace(new Roster(Noon, [new RosterPerson("directory", "channel", "Anna Å", IsGuest: false)]));
        turn.Add(new Photo(PhotoId.New(Noon), new byte[] { 1 }, new byte[] { 2 }));
        turn.Keep(new DecisionDocument(new RecordNumber(2020, 1), new WalkNumber(1), Noon, [1], "page"));
    }
}
