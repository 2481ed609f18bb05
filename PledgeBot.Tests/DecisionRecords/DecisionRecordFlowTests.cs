using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Hosting;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Records;

namespace PledgeBot.Tests.DecisionRecords;

/// <summary>From the second confirmation to the opened page, through the bot's front door and its due work.</summary>
public sealed partial class DecisionRecordFlowTests : IAsyncLifetime
{
    private static readonly WalkNumber Walk = new(1);

    private readonly Sent _sent = new();
    private TemporaryRecords _records = null!;
    private HostedBot _bot = null!;
    private PartnershipId _partnership;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Story story = A.Story();
        story.Do(new RecommendWithoutPoll(story.WalkWithCandidates(2)), A.Coordinator);
        _partnership = story.Partnership.Id;
        _records = await TemporaryRecords.CreateAsync();
        await _records.Partnerships.TurnAsync(_partnership, turn =>
        {
            turn.Enter(Place.Of(_partnership));
            foreach (RecordedEvent recorded in story.Log)
            {
                turn.Append([recorded.Event], new Moment(recorded.By, recorded.At));
            }

            foreach (ListMember entry in A.Members)
            {
                turn.Enter(ChannelPerson.Of(entry.Member).ToContact(entry.Member));
            }
        });
        _bot = await HostedBot.StartAsync(A.Noon, services => services.Use(_records));
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _records.DisposeAsync();
    }

    [Fact]
    public async Task Confirmations_OfBoth_MakeTheRecordOnce()
    {
        await WriteAsync(A.SafetyManager, "bekräfta V1");
        Assert.Empty((await StateAsync()).DecisionRecords);
        await WriteAsync(A.Chief, "bekräfta V1");

        Partnership state = await StateAsync();
        DecisionRecord record = Assert.Single(state.DecisionRecords);
        DecisionDocument document = (await _records.Partnerships.FindDocumentAsync(_partnership, record.Number, Cancellation))!;
        await ScheduleAgainAsync();
        await _bot.DoDueWorkAsync();

        Assert.Empty(state.DueRecords);
        Assert.Equal(new RecordNumber(2020, 1), record.Number);
        Assert.Equal(record.Checksum, ChecksumIn(document));
        Assert.Contains(record.Checksum, document.Page, StringComparison.Ordinal);
        Assert.Equal(state.Version, (await StateAsync()).Version);
    }

    [Fact]
    public async Task DiaryNumber_AfterTheRecord_MakesANewOneThatIsLinkedToIt()
    {
        await DecideAsync();
        DecisionDocument first = (await _records.Partnerships.FindDocumentAsync(_partnership, new RecordNumber(2020, 1), Cancellation))!;

        await DoAsync(new EnterDiaryNumber(Walk, Party.Police, "A1/2020"), A.Coordinator);

        DecisionRecord second = (await StateAsync()).DecisionRecords[^1];
        DecisionDocument document = (await _records.Partnerships.FindDocumentAsync(_partnership, second.Number, Cancellation))!;
        DecisionDocument unchanged = (await _records.Partnerships.FindDocumentAsync(_partnership, new RecordNumber(2020, 1), Cancellation))!;
        Assert.Equal(new RecordNumber(2020, 1), second.Follows);
        Assert.Contains("A1/2020", document.Page, StringComparison.Ordinal);
        Assert.Contains("följer på protokoll 2020:1", WebUtility.HtmlDecode(document.Page), StringComparison.Ordinal);
        Assert.Equal(first.Page, unchanged.Page);
        Assert.Equal(first.Data.AsSpan(), unchanged.Data.AsSpan());
    }

    [Fact]
    public async Task Command_InTheMembersOwnChat_GivesLinksThatOpenTheRecord()
    {
        await DecideAsync();

        ChannelMessage answer = await WriteAsync(A.Communicator, "protokoll V1");
        JsonElement[] buttons = [.. answer.Card!.Value.GetProperty("actions").EnumerateArray()];
        string page = buttons[0].GetProperty("url").GetString()!;
        string data = buttons[1].GetProperty("url").GetString()!;
        using HttpResponseMessage opened = await _bot.GetAsync(new Uri(page).AbsolutePath);
        using HttpResponseMessage json = await _bot.GetAsync(new Uri(data).AbsolutePath);

        Assert.Equal(["Öppna protokollet", "Hämta data (JSON)"], buttons.Select(button => button.GetProperty("title").GetString()));
        Assert.StartsWith($"https://pledgebot.example/protokoll/{_partnership}/2020-1/", page, StringComparison.Ordinal);
        Assert.Equal(page + "/beslut.json", data);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal(HttpStatusCode.OK, json.StatusCode);
        Assert.Contains("7 september 2020", answer.Card.Value.GetRawText().Unescaped(), StringComparison.Ordinal);
        Assert.Empty(await SecretsKeptAsync(new Uri(page).AbsolutePath.Split('/')[^1]));
    }

    [Theory]
    [InlineData("protokoll 2020:1")]
    [InlineData("protokoll 2020-1")]
    [InlineData("protokoll v1")]
    [InlineData("protokollet")]
    [InlineData("minutes V1")]
    public async Task Command_HoweverItIsWritten_FindsTheRecord(string written)
    {
        await DecideAsync();

        Assert.Contains("2020:1", (await WriteAsync(A.Communicator, written)).Card!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_InTheChannel_SaysWhereToAsk()
    {
        await DecideAsync();

        ChannelMessage answer = await WriteAsync(A.Communicator, "protokoll V1", Scope.Channel);

        Assert.Null(answer.Card);
        Assert.Contains("Öppna din egen chatt med mig och skriv **protokoll 2020:1**", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("https", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_BeforeBothHaveConfirmed_SaysWhenTheRecordIsMade()
    {
        await WriteAsync(A.SafetyManager, "bekräfta V1");

        Assert.Contains("görs när både kommunen och polisen har bekräftat", (await WriteAsync(A.Streets, "protokoll V1")).Text, StringComparison.Ordinal);
        Assert.Contains("Det finns inget protokoll än.", (await WriteAsync(A.Streets, "protokoll")).Text, StringComparison.Ordinal);
        Assert.Contains("Det finns inget protokoll än.", (await WriteAsync(A.Streets, "protokoll V99")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_WhenThereAreSeveralAndNoneIsNamed_AsksWhich()
    {
        await DecideAsync();
        await DoAsync(A.PlanWalk(), A.Coordinator);
        await DoAsync(A.CarryOutWalk(new WalkNumber(2)), A.Coordinator);
        await DoAsync(A.RegisterProposal(new WalkNumber(2), suggestion: "Sätt upp en bänk"), A.Coordinator);
        await DoAsync(new Domain.Triage.TriageProposal(A.Proposal(1, walk: 2), A.Candidate()), A.Coordinator);
        await DoAsync(new RecommendWithoutPoll(new WalkNumber(2)), A.Coordinator);
        await WriteAsync(A.SafetyManager, "bekräfta V2");
        await WriteAsync(A.Chief, "bekräfta V2");

        string? which = (await WriteAsync(A.Communicator, "protokoll")).Text;
        string? unknown = (await WriteAsync(A.Communicator, "protokoll 2020:9")).Text;

        Assert.Equal("Vilket protokoll menar du? Det finns 2020:1 (V1) och 2020:2 (V2). Skriv till exempel **protokoll V2**.", which);
        Assert.Equal(which, unknown);
    }

    [Fact]
    public async Task Record_OfAMeasureWhosePlaceStaysEmpty_SaysWhatIsLeft()
    {
        await DecideAsync();

        await DoAsync(new ReplaceMeasure(A.Proposal(1), "Marken är såld.", ByNewPoll: false, A.Poll(1), A.Noon.AddDays(3)), A.Coordinator);
        await DoAsync(new EnterDiaryNumber(Walk, Party.Municipality, "KS 1"), A.Coordinator);

        // Nothing is left to choose among, so the place stays empty, and what is decided stands.
        DecisionRecord second = (await StateAsync()).DecisionRecords[^1];
        DecisionDocument document = (await _records.Partnerships.FindDocumentAsync(_partnership, second.Number, Cancellation))!;
        Assert.Contains("Ersatta åtgärder", WebUtility.HtmlDecode(document.Page), StringComparison.Ordinal);
        Assert.Equal(["V1-02"], JsonNode.Parse(document.Data.AsSpan())!["record"]!["recommended"]!.AsArray().Select(reference => (string?)reference));
    }

    private async Task DecideAsync()
    {
        await WriteAsync(A.SafetyManager, "bekräfta V1");
        await WriteAsync(A.Chief, "bekräfta V1");
    }

    /// <summary>Writes to the bot, and gets its last answer.</summary>
    private async Task<ChannelMessage> WriteAsync(MemberId member, string text, Scope scope = Scope.Personal)
    {
        int before = _bot.Channel.Messages.Count;
        (int status, _) = await _bot.SendAsync(_sent.Message(ChannelPerson.Of(member), scope, text));
        Assert.InRange(status, 200, 299);
        return _bot.Channel.Messages.Skip(before).First(message => message.IsPersonal == (scope == Scope.Personal) && !message.IsRoot);
    }

    private async Task DoAsync(Command command, MemberId by)
    {
        var moment = new Moment(by, _bot.Time.GetUtcNow());
        await _records.Partnerships.TurnAsync(_partnership, turn =>
        {
            Decision.Accepted accepted = Assert.IsType<Decision.Accepted>(turn.Partnership.Decide(command, moment));
            turn.Append(accepted.Events, moment);
            Dialogs.Delivery.Consequences.Schedule(turn, accepted.Events, moment.Now);
        });
        await _bot.DoDueWorkAsync();
    }

    private Task ScheduleAgainAsync() => _records.Partnerships.TurnAsync(
        _partnership, turn => turn.Schedule(new DueWork(Dialogs.Delivery.WorkKinds.RecordDecision, Walk.ToString(), _bot.Time.GetUtcNow(), "")));

    private Task<Partnership> StateAsync() => _records.Partnerships.ReadAsync(_partnership, Cancellation);

    private async Task<string[]> SecretsKeptAsync(string token)
    {
        (string Table, string Column)[] places = [("memories", "value"), ("memories", "key"), ("due_work", "payload"), ("received_activities", "answer"), ("events", "data")];
        List<string> found = [];
        foreach ((string table, string column) in places)
        {
            if (await _records.CountAsync($"SELECT COUNT(*) FROM {table} WHERE {column} LIKE '%{token[^42..]}%'") > 0)
            {
                found.Add($"{table}.{column}");
            }
        }

        return [.. found];
    }

    private static string ChecksumIn(DecisionDocument document) =>
        Checksum().Match(Encoding.UTF8.GetString(document.Data.AsSpan())).Groups["digits"].Value;

    [GeneratedRegex("^\\{\"checksum\":\"sha256:(?<digits>[0-9a-f]{64})\",", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Checksum();
}

/// <summary>Reads JSON's escapes as the letters they stand for.</summary>
file static class Escapes
{
    public static string Unescaped(this string json) => Regex.Unescape(json.Replace("\\\"", "\"", StringComparison.Ordinal));
}
