using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;
using PledgeBot.Tests.Connector;
using PledgeBot.Tests.Records;

namespace PledgeBot.Tests.Members;

/// <summary>The team as the channel tells it, read by work that comes back every day.</summary>
public sealed class TeamReadingTests : IAsyncLifetime
{
    private const string Everybody = """
        {"members":[
          {"id":"29:eva","objectId":"eva","name":" Eva Ek ","userRole":"user"},
          {"id":"29:bo","objectId":"bo","name":"Bo Al","userRole":"guest"},
          {"id":"29:eva","objectId":"eva","name":"Eva Ek","userRole":"user"},
          {"id":"29:noname","objectId":"noname","givenName":"Nils","surname":"Berg"},
          {"id":"28:another-bot","objectId":"bot","name":"En bot"},
          {"id":"29:visitor","name":"Utan konto","userRole":"anonymous"}
        ]}
        """;

    private const string Team = """{"id":"19:team","name":"Trygghet"}""";

    private const string Channels = """
        {"conversations":[
          {"id":"19:team","name":null},
          {"id":"19:promise","name":"Medborgarlöftet","type":"standard"},
          {"id":"19:secret","name":"Bara några","type":"private"}
        ]}
        """;

    private static readonly PartnershipId Partnership = PartnershipId.New(A.Noon);
    private static readonly ConversationReference Channel = new("http://127.0.0.1:5178/connector/", "19:promise", "28:bot", "tenant");

    private readonly FakeTimeProvider _time = new(A.Noon);
    private readonly RecordingConnector _connector = new();
    private TemporaryRecords _records = null!;
    private HttpClient _http = null!;
    private TeamReading _reading = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _records = await TemporaryRecords.CreateAsync(_time);
        await _records.Directory.EnterAsync(ChannelPlace.Of(Partnership, "tenant", "19:team", Channel), Cancel);
        _http = new HttpClient(_connector);
        _reading = new TeamReading(
            _records.Partnerships,
            _records.Directory,
            new ConnectorClient(_http, ServiceUrlPolicy.LocalOnly, new NoCredentials(), _time),
            _time,
            NullLogger<TeamReading>.Instance);
        await _records.Partnerships.TurnAsync(Partnership, turn => turn.Schedule(TeamReading.Due(A.Noon)));
        await _records.Partnerships.AppendAsync(Partnership, RecordedThings.Formed);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _connector.Dispose();
        await _records.DisposeAsync();
    }

    [Fact]
    public async Task Run_Team_KeepsItsPeopleOnceAndItsOpenChannels()
    {
        await ReadAsync();

        Team team = await TeamAsync();
        Assert.Equal("Trygghet", team.Name);
        Assert.Equal([new TeamChannel("19:team", null), new TeamChannel("19:promise", "Medborgarlöftet")], team.Channels);
        Assert.Equal(A.Noon, team.Roster!.ReadAt);
        Assert.Equal(
            [
                new RosterPerson("bo", "29:bo", "Bo Al", IsGuest: true),
                new RosterPerson("eva", "29:eva", "Eva Ek", IsGuest: false),
                new RosterPerson("noname", "29:noname", "Nils Berg", IsGuest: false),
            ],
            team.Roster.People);
        Assert.EndsWith("/v3/conversations/19%3Ateam/pagedmembers?pageSize=200", _connector.Requests[0].Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Team_IsReadAgainTheNextDay()
    {
        await ReadAsync();

        Assert.Equal(A.Noon.AddDays(1), await _records.DueWork.FindNextDueAsync(Cancel));
    }

    [Fact]
    public async Task Run_LaterPageFails_LeavesWhatIsKnownAndIsTriedAgain()
    {
        await ReadAsync();
        _connector.Answers(HttpStatusCode.OK, """{"members":[{"id":"29:eva","objectId":"eva","name":"Eva"}],"continuationToken":"2"}""");
        _connector.Answers(HttpStatusCode.BadGateway);
        _time.Advance(TimeSpan.FromDays(1));

        await Assert.ThrowsAsync<ConnectorException>(RunAsync);

        Assert.Equal(3, (await TeamAsync()).Roster!.People.Length);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, 1)]
    [InlineData(HttpStatusCode.Forbidden, 1)]
    [InlineData(HttpStatusCode.BadGateway, 4)]
    public async Task Run_ChannelWillNotGiveIt_LeavesWhatIsKnownAndComesBackInADay(HttpStatusCode status, int attempt)
    {
        await ReadAsync();
        _time.Advance(TimeSpan.FromDays(1));
        _connector.Answers(status);

        await RunAsync(attempt);

        Assert.Equal(3, (await TeamAsync()).Roster!.People.Length);
        Assert.Equal(A.Noon.AddDays(2), await _records.DueWork.FindNextDueAsync(Cancel));
    }

    [Fact]
    public async Task Run_ChannelNamesNobody_LocksNobodyOut()
    {
        await ReadAsync();
        _time.Advance(TimeSpan.FromDays(1));

        await ReadAsync("""{"members":[]}""");

        Assert.Equal(3, (await TeamAsync()).Roster!.People.Length);
    }

    [Fact]
    public async Task Run_PartnershipIsNotFormed_ReadsTheChannelsAndNobody()
    {
        var unformed = PartnershipId.New(A.Noon.AddSeconds(1));
        await _records.Directory.EnterAsync(ChannelPlace.Of(unformed, "tenant", "19:another team", Channel), Cancel);
        await _records.Partnerships.TurnAsync(unformed, turn => turn.Schedule(TeamReading.Due(A.Noon.AddHours(-1))));
        _connector.Answers(HttpStatusCode.OK, Team);
        _connector.Answers(HttpStatusCode.OK, Channels);

        await RunAsync();

        Assert.DoesNotContain(_connector.Requests, request => request.Address.Contains("members", StringComparison.Ordinal));
        Team team = await TeamAsync(unformed);
        Assert.Equal(2, team.Channels.Length);
        Assert.Null(team.Roster);
        Assert.Equal(A.Noon, await _records.DueWork.FindNextDueAsync(Cancel));
        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM due_work WHERE state = 'waiting'"));
    }

    [Fact]
    public async Task Run_NoMeetingPlace_IsDone()
    {
        var nowhere = PartnershipId.New(A.Noon);
        await _records.Partnerships.TurnAsync(nowhere, turn => turn.Schedule(TeamReading.Due(A.Noon.AddHours(-1))));

        await RunAsync();

        Assert.Empty(_connector.Requests);
    }

    private Task ReadAsync(string members = Everybody)
    {
        _connector.Answers(HttpStatusCode.OK, members);
        _connector.Answers(HttpStatusCode.OK, Team);
        _connector.Answers(HttpStatusCode.OK, Channels);
        return RunAsync();
    }

    private Task RunAsync() => RunAsync(attempt: 1);

    private async Task RunAsync(int attempt)
    {
        TakenWork taken = (await _records.DueWork.TakeDueAsync(_time.GetUtcNow(), TimeSpan.FromMinutes(1), 1, Cancel))[0];
        await _reading.RunAsync(taken with { Attempt = attempt }, Cancel);
    }

    private Task<Team> TeamAsync() => TeamAsync(Partnership);

    private async Task<Team> TeamAsync(PartnershipId partnership)
    {
        await using ITurn turn = await _records.Partnerships.BeginTurnAsync(partnership, Cancel);
        return await Dialogs.Members.Team.ReadAsync(turn, Cancel);
    }
}
