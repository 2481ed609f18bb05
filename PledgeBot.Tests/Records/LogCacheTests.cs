using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Storage.Records;
using static PledgeBot.Tests.Records.RecordedThings;

namespace PledgeBot.Tests.Records;

public sealed class LogCacheTests : IAsyncLifetime
{
    private readonly PartnershipId _partnership = NewPartnership();
    private TemporaryRecords _records = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _records = await TemporaryRecords.CreateAsync();

    public ValueTask DisposeAsync() => _records.DisposeAsync();

    [Fact]
    public async Task Read_NothingNew_IsTheSameStateAgain()
    {
        await _records.Partnerships.AppendAsync(_partnership, Formed);

        Partnership first = await _records.Partnerships.ReadAsync(_partnership, Cancel);
        Partnership second = await _records.Partnerships.ReadAsync(_partnership, Cancel);

        Assert.Same(first, second);
    }

    [Fact]
    public async Task Read_AnotherProcessHasAppended_HasItsEvents()
    {
        await using TemporaryRecords other = _records.OpenAgain();
        await _records.Partnerships.AppendAsync(_partnership, Formed);
        await other.Partnerships.AppendAsync(_partnership, Listed("a"), Listed("b"));

        Partnership read = await _records.Partnerships.ReadAsync(_partnership, Cancel);
        await _records.Partnerships.AppendAsync(_partnership, Listed("c"));
        Partnership readByOther = await other.Partnerships.ReadAsync(_partnership, Cancel);

        Assert.Equal(["a", "b"], read.Members.Select(member => member.Title));
        Assert.Equal(["a", "b", "c"], readByOther.Members.Select(member => member.Title));
        Assert.Equal(4, readByOther.Version);
    }

    [Fact]
    public async Task BeginTurn_AnotherProcessHasAppended_GoesOnFromThere()
    {
        await using TemporaryRecords other = _records.OpenAgain();
        await _records.Partnerships.AppendAsync(_partnership, Formed);
        await other.Partnerships.AppendAsync(_partnership, Listed("a"));

        await _records.Partnerships.AppendAsync(_partnership, Listed("b"));

        Partnership read = await other.Partnerships.ReadAsync(_partnership, Cancel);
        Assert.Equal(["a", "b"], read.Members.Select(member => member.Title));
    }

    [Theory]
    [InlineData("DELETE FROM events WHERE version = 3", 2)]
    [InlineData("DELETE FROM events", 0)]
    [InlineData("DELETE FROM events WHERE version = 3; UPDATE events SET at = '2020-09-07 12:00:01' WHERE version = 2", 2)]
    public async Task Read_BackupWasPutBack_IsWhatTheBackupHolds(string change, int version)
    {
        await _records.Partnerships.AppendAsync(_partnership, Formed, Listed("a"), Listed("b"));
        _ = await _records.Partnerships.ReadAsync(_partnership, Cancel);
        await _records.TamperAsync(change);

        Partnership read = await _records.Partnerships.ReadAsync(_partnership, Cancel);

        Assert.Equal(version, read.Version);
        await _records.Partnerships.AppendAsync(_partnership, Listed("c"));
        Assert.Equal(version + 1, await _records.CountAsync("SELECT COUNT(*) FROM events"));
    }

    [Fact]
    public async Task Read_SameVersionWithOtherContent_IsReadAnew()
    {
        await _records.Partnerships.AppendAsync(_partnership, Formed, Listed("before"));
        await _records.TamperAsync("UPDATE events SET data = replace(data, 'before', 'after') WHERE version = 2");

        Partnership read = await _records.Partnerships.ReadAsync(_partnership, Cancel);

        Assert.Equal("after", read.Members.Single().Title);
    }

    [Fact]
    public async Task Read_AfterATurnThatWasGivenUp_HasNothingOfIt()
    {
        await _records.Partnerships.AppendAsync(_partnership, Formed);
        await using (ITurn turn = await _records.Partnerships.BeginTurnAsync(_partnership, Cancel))
        {
            turn.Append([Listed("given up")], new Moment(null, Noon));
        }

        await _records.Partnerships.AppendAsync(_partnership, Listed("kept"));

        Partnership read = await _records.Partnerships.ReadAsync(_partnership, Cancel);
        Assert.Equal("kept", read.Members.Single().Title);
    }

    [Fact]
    public async Task Read_DuringATurn_HasNothingOfIt()
    {
        await _records.Partnerships.AppendAsync(_partnership, Formed);
        await using ITurn turn = await _records.Partnerships.BeginTurnAsync(_partnership, Cancel);
        turn.Append([Listed("not yet")], new Moment(null, Noon));

        Partnership read = await _records.Partnerships.ReadAsync(_partnership, Cancel);

        Assert.Equal(1, read.Version);
    }

    [Fact]
    public void Keep_MoreThanTheMost_LetsTheOneUsedLongestAgoGo()
    {
        var cache = new LogCache();
        KnownLog[] logs = [.. Enumerable.Range(0, LogCache.Most + 1).Select(_ => Known(NewPartnership()))];
        foreach (KnownLog log in logs[..LogCache.Most])
        {
            cache.Keep(log);
        }

        _ = cache.Find(logs[0].State.Id);
        cache.Keep(logs[^1]);

        Assert.Equal(LogCache.Most, cache.Count);
        Assert.Same(logs[0], cache.Find(logs[0].State.Id));
        Assert.Null(cache.Find(logs[1].State.Id));
        Assert.Same(logs[^1], cache.Find(logs[^1].State.Id));
    }

    private static KnownLog Known(PartnershipId partnership) =>
        new(Partnership.Empty(partnership), new EventRow(partnership, 1, Noon, null, "partnership-formed", "{}"));
}
