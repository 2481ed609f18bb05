using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using static PledgeBot.Tests.Records.RecordedThings;

namespace PledgeBot.Tests.Records;

public sealed class DueWorkListTests : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly PartnershipId _partnership = NewPartnership();
    private TemporaryRecords _records = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _records = await TemporaryRecords.CreateAsync();

    public ValueTask DisposeAsync() => _records.DisposeAsync();

    /// <summary>Minutes of the two due times, and of the one that is kept.</summary>
    [Theory]
    [InlineData(0, 5, 0)]
    [InlineData(5, 0, 0)]
    [InlineData(5, 5, 5)]
    public async Task Schedule_SameKindAndKey_KeepsOneWithTheEarlierTimeAndTheNewerPayload(int first, int second, int kept)
    {
        await ScheduleAsync(Work("a", Noon.AddMinutes(first), "old"), Work("a", Noon.AddMinutes(second), "new"));

        Assert.Equal(Noon.AddMinutes(kept), await _records.DueWork.FindNextDueAsync(Cancel));
        TakenWork taken = Assert.Single(await TakeAsync(Noon.AddMinutes(10)));
        Assert.Equal("new", taken.Work.Payload);
    }

    [Fact]
    public async Task Schedule_OtherKindKeyOrPartnership_IsOtherWork()
    {
        await ScheduleAsync(Work("a"), Work("b"), Work("a", kind: "remind"));
        await _records.Partnerships.TurnAsync(NewPartnership(), turn => turn.Schedule(Work("a")));

        Assert.Equal(4, (await TakeAsync(Noon)).Count);
    }

    [Fact]
    public async Task TakeDue_ReturnsWhatWasScheduled()
    {
        DueWork work = Work("a", Noon, """{"text":"Påminnelse"}""");
        await ScheduleAsync(work);

        TakenWork taken = Assert.Single(await TakeAsync(Noon));

        Assert.Equal(work, taken.Work);
        Assert.Equal(_partnership, taken.Partnership);
        Assert.Equal(1, taken.Attempt);
    }

    [Fact]
    public async Task TakeDue_BeforeItIsDue_TakesNothing()
    {
        await ScheduleAsync(Work(dueAt: Noon));

        Assert.Empty(await TakeAsync(Noon.AddMicroseconds(-1)));
        Assert.Single(await TakeAsync(Noon));
    }

    [Fact]
    public async Task TakeDue_MoreThanTheMost_TakesTheLongestDueFirst()
    {
        await ScheduleAsync(Work("late", Noon.AddMinutes(2)), Work("early", Noon), Work("middle", Noon.AddMinutes(1)), Work("middle, asked for after", Noon.AddMinutes(1)));

        IReadOnlyList<TakenWork> first = await TakeAsync(Noon.AddMinutes(5), most: 3);
        IReadOnlyList<TakenWork> second = await TakeAsync(Noon.AddMinutes(5), most: 3);

        Assert.Equal(["early", "middle", "middle, asked for after"], first.Select(work => work.Work.Key));
        Assert.Equal(["late"], second.Select(work => work.Work.Key));
    }

    [Fact]
    public async Task TakeDue_WhileTheLeaseLasts_TakesItOnce()
    {
        await ScheduleAsync(Work());
        _ = await TakeAsync(Noon);

        Assert.Empty(await TakeAsync(Noon + Lease - TimeSpan.FromMicroseconds(1)));
        Assert.Equal(Noon + Lease, await _records.DueWork.FindNextDueAsync(Cancel));
    }

    [Fact]
    public async Task TakeDue_LeaseHasRunOut_TakesItAgain()
    {
        await ScheduleAsync(Work());
        _ = await TakeAsync(Noon);

        TakenWork again = Assert.Single(await TakeAsync(Noon + Lease));

        Assert.Equal(2, again.Attempt);
        Assert.Equal(Noon + Lease + Lease, await _records.DueWork.FindNextDueAsync(Cancel));
    }

    [Fact]
    public async Task TakeDue_BySeveralWorkersAtOnce_GivesEachWorkToOne()
    {
        await ScheduleAsync([.. Enumerable.Range(0, 40).Select(n => Work($"{n}"))]);
        await using TemporaryRecords other = _records.OpenAgain();
        IDueWorkList[] lists = [_records.DueWork, other.DueWork, _records.DueWork, other.DueWork];

        IReadOnlyList<TakenWork>[] taken = await Task.WhenAll(
            lists.Select(list => Task.Run(() => list.TakeDueAsync(Noon, Lease, 10, Cancel), Cancel)));

        Assert.Equal(40, taken.SelectMany(works => works).Select(work => work.Work.Key).Distinct().Count());
    }

    [Fact]
    public async Task Schedule_WhileTaken_IsKeptBesideIt()
    {
        await ScheduleAsync(Work(payload: "first"));
        TakenWork first = Assert.Single(await TakeAsync(Noon));
        await ScheduleAsync(Work(payload: "second"));

        await CompleteAsync(first);

        TakenWork second = Assert.Single(await TakeAsync(Noon));
        Assert.Equal("second", second.Work.Payload);
        Assert.Equal(1, second.Attempt);
    }

    [Fact]
    public async Task Unschedule_TakesOffWhatWaitsOnly()
    {
        await ScheduleAsync(Work("a"), Work("b"));
        TakenWork taken = Assert.Single(await TakeAsync(Noon, most: 1));

        await _records.Partnerships.TurnAsync(_partnership, turn =>
        {
            turn.Unschedule("post", "a");
            turn.Unschedule("post", "b");
            turn.Unschedule("post", "never there");
        });

        Assert.Equal("a", taken.Work.Key);
        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM due_work WHERE key = 'a' AND state = 'taken'"));
        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM due_work"));
    }

    [Fact]
    public async Task Complete_IsKeptWithItsOutcome_AndNotTakenAgain()
    {
        await ScheduleAsync(Work());
        TakenWork taken = Assert.Single(await TakeAsync(Noon));

        await CompleteAsync(taken, "message 17");

        Assert.Empty(await TakeAsync(Noon.AddDays(1)));
        Assert.Null(await _records.DueWork.FindNextDueAsync(Cancel));
        Assert.Equal(1, await _records.CountAsync(
            "SELECT COUNT(*) FROM due_work WHERE state = 'done' AND outcome = 'message 17' AND ended_at = '2020-09-07 12:00:00'"));
    }

    [Fact]
    public async Task Complete_LeaseHasRunOutAndAnotherHasIt_IsDoneAllTheSame()
    {
        await ScheduleAsync(Work());
        TakenWork slow = Assert.Single(await TakeAsync(Noon));
        TakenWork quick = Assert.Single(await TakeAsync(Noon + Lease));

        await CompleteAsync(slow, "slow");
        await CompleteAsync(quick, "quick");

        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM due_work WHERE state = 'done' AND outcome = 'slow'"));
    }

    [Fact]
    public async Task Complete_InATurnThatIsGivenUp_LeavesItTaken()
    {
        await ScheduleAsync(Work());
        TakenWork taken = Assert.Single(await TakeAsync(Noon));
        await using (ITurn turn = await _records.Partnerships.BeginTurnAsync(_partnership, Cancel))
        {
            turn.Complete(taken, "done", Noon);
        }

        Assert.Single(await TakeAsync(Noon + Lease));
    }

    [Fact]
    public async Task Complete_OtherPartnershipsWork_IsTheCallersBug()
    {
        await ScheduleAsync(Work());
        TakenWork taken = Assert.Single(await TakeAsync(Noon));

        await using ITurn other = await _records.Partnerships.BeginTurnAsync(NewPartnership(), Cancel);

        Assert.Throws<ArgumentException>(() => other.Complete(taken, "done", Noon));
    }

    [Fact]
    public async Task Complete_ClearsWhatEndedMoreThanNinetyDaysAgo()
    {
        await ScheduleAsync(Work("old"), Work("set aside"), Work("ninety days old"), Work("new"));
        IReadOnlyList<TakenWork> taken = await TakeAsync(Noon);
        await CompleteAsync(taken[0], at: Noon);
        await _records.DueWork.SetAsideAsync(taken[1], "no", Noon, Cancel);
        await CompleteAsync(taken[2], at: Noon.AddDays(1));

        await CompleteAsync(taken[3], at: Noon.AddDays(91));

        Assert.Equal(0, await _records.CountAsync("SELECT COUNT(*) FROM due_work WHERE key IN ('old', 'set aside')"));
        Assert.Equal(2, await _records.CountAsync("SELECT COUNT(*) FROM due_work"));
    }

    [Fact]
    public async Task Retry_IsTakenAgainWhenItIsDue()
    {
        await ScheduleAsync(Work());
        TakenWork taken = Assert.Single(await TakeAsync(Noon));

        await _records.DueWork.RetryAsync(taken, Noon.AddMinutes(1), "429", Cancel);

        Assert.Equal(Noon.AddMinutes(1), await _records.DueWork.FindNextDueAsync(Cancel));
        Assert.Empty(await TakeAsync(Noon));
        TakenWork again = Assert.Single(await TakeAsync(Noon.AddMinutes(1)));
        Assert.Equal(2, again.Attempt);
        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM due_work WHERE problem = '429'"));
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(2, 1, 1)]
    public async Task Retry_AskedForAnewMeanwhile_IsOneWithTheNewerPayloadThatKeepsCount(int newerDue, int retryDue, int kept)
    {
        await ScheduleAsync(Work(payload: "old"));
        TakenWork taken = Assert.Single(await TakeAsync(Noon));
        await ScheduleAsync(Work(dueAt: Noon.AddMinutes(newerDue), payload: "new"));

        await _records.DueWork.RetryAsync(taken, Noon.AddMinutes(retryDue), "429", Cancel);

        Assert.Equal(Noon.AddMinutes(kept), await _records.DueWork.FindNextDueAsync(Cancel));
        TakenWork again = Assert.Single(await TakeAsync(Noon.AddMinutes(10)));
        Assert.Equal("new", again.Work.Payload);
        Assert.Equal(2, again.Attempt);
        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM due_work"));
    }

    [Fact]
    public async Task Postpone_IsTakenAgainWhenItIsDueAndDoesNotCount()
    {
        await ScheduleAsync(Work());

        for (int minute = 0; minute < 30; minute++)
        {
            TakenWork taken = Assert.Single(await TakeAsync(Noon.AddMinutes(minute)));
            Assert.Equal(1, taken.Attempt);
            await _records.DueWork.PostponeAsync(taken, Noon.AddMinutes(minute + 1), "429", Cancel);
            Assert.Empty(await TakeAsync(Noon.AddMinutes(minute)));
        }

        TakenWork failed = Assert.Single(await TakeAsync(Noon.AddHours(1)));
        await _records.DueWork.RetryAsync(failed, Noon.AddHours(2), "503", Cancel);
        Assert.Equal(2, Assert.Single(await TakeAsync(Noon.AddHours(2))).Attempt);
    }

    [Fact]
    public async Task Postpone_AskedForAnewMeanwhile_IsOneWithTheNewerPayload()
    {
        await ScheduleAsync(Work(payload: "old"));
        TakenWork taken = Assert.Single(await TakeAsync(Noon));
        await ScheduleAsync(Work(payload: "new"));

        await _records.DueWork.PostponeAsync(taken, Noon.AddMinutes(1), "429", Cancel);

        TakenWork again = Assert.Single(await TakeAsync(Noon));
        Assert.Equal(("new", 1), (again.Work.Payload, again.Attempt));
        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM due_work"));
    }

    [Fact]
    public async Task RetryOrSetAside_AnotherHasItByNow_ChangesNothing()
    {
        await ScheduleAsync(Work());
        TakenWork slow = Assert.Single(await TakeAsync(Noon));
        _ = Assert.Single(await TakeAsync(Noon + Lease));
        await ScheduleAsync(Work(dueAt: Noon.AddDays(1), payload: "newer"));

        await _records.DueWork.RetryAsync(slow, Noon, "slow", Cancel);
        await _records.DueWork.SetAsideAsync(slow, "slow", Noon, Cancel);

        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM due_work WHERE state = 'taken' AND attempts = 2 AND problem IS NULL"));
        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM due_work WHERE state = 'waiting' AND attempts = 0 AND problem IS NULL"));
    }

    [Fact]
    public async Task SetAside_HoldsNothingElseUp()
    {
        await ScheduleAsync(Work());
        TakenWork taken = Assert.Single(await TakeAsync(Noon));

        await _records.DueWork.SetAsideAsync(taken, "403", Noon, Cancel);

        Assert.Empty(await TakeAsync(Noon.AddDays(1)));
        Assert.Null(await _records.DueWork.FindNextDueAsync(Cancel));
        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM due_work WHERE state = 'set-aside' AND problem = '403' AND payload = ''"));
        await ScheduleAsync(Work());
        Assert.Single(await TakeAsync(Noon));
    }

    [Fact]
    public async Task SetAside_LongProblem_IsCutBetweenCharacters()
    {
        await ScheduleAsync(Work());
        TakenWork taken = Assert.Single(await TakeAsync(Noon));

        await _records.DueWork.SetAsideAsync(taken, new string('x', 399) + "😀", Noon, Cancel);

        Assert.Equal(399, await _records.CountAsync("SELECT LENGTH(problem) FROM due_work"));
    }

    [Fact]
    public async Task FindNextDue_NothingOnTheList_IsNothing() => Assert.Null(await _records.DueWork.FindNextDueAsync(Cancel));

    [Fact]
    public async Task FindNextDue_IsTheSoonestOfAllPartnerships()
    {
        await ScheduleAsync(Work("a", Noon.AddHours(2)));
        await _records.Partnerships.TurnAsync(NewPartnership(), turn => turn.Schedule(Work("a", Noon.AddHours(1))));

        Assert.Equal(Noon.AddHours(1), await _records.DueWork.FindNextDueAsync(Cancel));
    }

    private Task ScheduleAsync(params DueWork[] works) => _records.Partnerships.TurnAsync(_partnership, turn =>
    {
        foreach (DueWork work in works)
        {
            turn.Schedule(work);
        }
    });

    private Task<IReadOnlyList<TakenWork>> TakeAsync(DateTimeOffset now, int most = 50) =>
        _records.DueWork.TakeDueAsync(now, Lease, most, Cancel);

    private Task CompleteAsync(TakenWork work, string outcome = "done", DateTimeOffset? at = null) =>
        _records.Partnerships.TurnAsync(_partnership, turn => turn.Complete(work, outcome, at ?? Noon));
}
