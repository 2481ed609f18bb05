using System.Text;
using Microsoft.Data.Sqlite;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;
using static PledgeBot.Tests.Records.RecordedThings;

namespace PledgeBot.Tests.Records;

/// <summary>Records of decision on disk: kept as they were made, for good.</summary>
public sealed class DecisionDocumentTests : IAsyncLifetime
{
    private static readonly RecordNumber First = new(2026, 1);

    private readonly PartnershipId _partnership = NewPartnership();
    private TemporaryRecords _records = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _records = await TemporaryRecords.CreateAsync();

    public ValueTask DisposeAsync() => _records.DisposeAsync();

    [Fact]
    public async Task Keep_IsFoundAsItWasMade_InItsPartnershipOnly()
    {
        DecisionDocument document = Document("""{"beslut":"Måla tunneln"}""", "<p>Måla tunneln</p>");
        await KeepAsync(document);

        DecisionDocument found = (await FindAsync(_partnership, First))!;

        Assert.Equal(document.Data.ToArray(), found.Data.ToArray());
        Assert.Equal(document with { Data = found.Data }, found);
        Assert.Null(await FindAsync(NewPartnership(), First));
        Assert.Null(await FindAsync(_partnership, new RecordNumber(2026, 2)));
        Assert.Null(await FindAsync(_partnership, new RecordNumber(2025, 1)));
    }

    [Fact]
    public async Task Keep_SameNumberAgain_FailsTheCommitAndLeavesTheFirst()
    {
        await KeepAsync(Document("1"));

        await Assert.ThrowsAsync<SqliteException>(() => _records.Partnerships.TurnAsync(_partnership, turn =>
        {
            turn.Append([Formed], new Moment(null, Noon));
            turn.Keep(Document("2"));
        }));

        Assert.Equal("1", Encoding.UTF8.GetString((await FindAsync(_partnership, First))!.Data.AsSpan()));
        Assert.Equal(0, (await _records.Partnerships.ReadAsync(_partnership, Cancel)).Version);
    }

    [Fact]
    public async Task Keep_SameNumberInAnotherPartnership_IsItsOwn()
    {
        PartnershipId other = NewPartnership();
        await KeepAsync(Document("1"));

        await _records.Partnerships.TurnAsync(other, turn => turn.Keep(Document("2")));

        Assert.Equal("2", Encoding.UTF8.GetString((await FindAsync(other, First))!.Data.AsSpan()));
    }

    [Theory]
    [InlineData("UPDATE decision_documents SET page = ''")]
    [InlineData("DELETE FROM decision_documents")]
    public async Task Document_WhoeverTriesToChangeIt_StaysAsItIs(string sql)
    {
        await KeepAsync(Document("1", "<p>1</p>"));

        await Assert.ThrowsAsync<SqliteException>(() => _records.TamperAsync(sql));

        Assert.Equal("<p>1</p>", (await FindAsync(_partnership, First))!.Page);
    }

    [Theory]
    [InlineData(DecisionDocument.MostBytes, 0, true)]
    [InlineData(DecisionDocument.MostBytes + 1, 0, false)]
    [InlineData(0, DecisionDocument.MostBytes / 2, true)]
    [InlineData(0, (DecisionDocument.MostBytes / 2) + 1, false)]
    public async Task Keep_AsLargeAsAllowed_IsKept_AndNoLarger(int bytesOfData, int lettersOfTwoBytesOnThePage, bool isKept)
    {
        DecisionDocument document = Document(new string('1', bytesOfData), new string('å', lettersOfTwoBytesOnThePage));
        await using ITurn turn = await _records.Partnerships.BeginTurnAsync(_partnership, Cancel);

        Exception? refusal = Record.Exception(() => turn.Keep(document));
        await turn.CommitAsync(Cancel);

        Assert.Equal(isKept, refusal is null);
        Assert.True(refusal is null or ArgumentException);
        Assert.Equal(isKept, await FindAsync(_partnership, First) is not null);
    }

    private static DecisionDocument Document(string data, string page = "") =>
        new(First, new WalkNumber(3), Noon, [.. Encoding.UTF8.GetBytes(data)], page);

    private Task KeepAsync(DecisionDocument document) => _records.Partnerships.TurnAsync(_partnership, turn => turn.Keep(document));

    private Task<DecisionDocument?> FindAsync(PartnershipId partnership, RecordNumber number) =>
        _records.Partnerships.FindDocumentAsync(partnership, number, Cancel);
}
