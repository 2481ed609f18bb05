using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.Teams;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Teams.Connector;
using PledgeBot.Tests.Activities;

namespace PledgeBot.Tests.Connector;

public sealed class ConnectorClientTests : IDisposable
{
    private const string Base = Wire.ServiceUrl;

    private static readonly ConversationReference InThread = new(Base, Wire.Thread, Wire.BotId, "t1", "channel");

    private readonly RecordingConnector _connector = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 9, 14, 6, 0, 0, TimeSpan.Zero));
    private readonly HttpClient _http;

    public ConnectorClientTests() => _http = new HttpClient(_connector) { Timeout = Timeout.InfiniteTimeSpan };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task SendAsync_ToAThread_PostsTheActivityThere()
    {
        _connector.Answers(HttpStatusCode.Created, """{"id":"1700000000555"}""");

        string? id = await Client().SendAsync(InThread, Activity.Message("hej på dig"), Cancellation);

        Assert.Equal("1700000000555", id);
        RecordingConnector.Request request = Assert.Single(_connector.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal(Base + "v3/conversations/19%3Alofte0000%40thread.tacv2%3Bmessageid%3D1700000000001/activities", request.Address);
        Assert.Equal("application/json; charset=utf-8", request.ContentType);
        Assert.Equal("Bearer the-token", request.Authorization);
        Assert.Equal("""{"type":"message","text":"hej på dig"}""", request.Body);
    }

    [Theory]
    [InlineData(HttpStatusCode.Accepted, "")]
    [InlineData(HttpStatusCode.OK, "{}")]
    public async Task SendAsync_NoIdInTheAnswer_IsNull(HttpStatusCode status, string body)
    {
        _connector.Answers(status, body);

        Assert.Null(await Client().SendAsync(InThread, Activity.Message("hej"), Cancellation));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea")]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net/emea/?x=1#y")]
    public async Task SendAsync_ServiceAddressInAnyForm_HasOneSlash(string serviceUrl)
    {
        _connector.Answers(HttpStatusCode.Accepted);

        await Client().SendAsync(InThread with { ServiceUrl = serviceUrl, ConversationId = "a:1" }, Activity.Message("hej"), Cancellation);

        Assert.Equal("https://smba.trafficmanager.net/emea/v3/conversations/a%3A1/activities", _connector.Requests[0].Address);
    }

    [Theory]
    [InlineData("../../other", "..%2F..%2Fother")]
    [InlineData("a?b#c%2F", "a%3Fb%23c%252F")]
    public async Task SendAsync_IdWithSignsOfAnAddress_StaysOneSegment(string id, string segment)
    {
        _connector.Answers(HttpStatusCode.Accepted);

        await Client().SendAsync(InThread with { ConversationId = id }, Activity.Message("hej"), Cancellation);

        Assert.Equal($"{Base}v3/conversations/{segment}/activities", _connector.Requests[0].Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task SendAsync_IdThatNamesNothing_Throws(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Client().SendAsync(InThread with { ConversationId = id }, Activity.Message("hej"), Cancellation));

        Assert.Empty(_connector.Requests);
    }

    [Fact]
    public async Task UpdateAsync_Message_PutsIt()
    {
        _connector.Answers(HttpStatusCode.OK, """{"id":"17"}""");

        await Client().UpdateAsync(InThread, "17:x", Activity.WithCard(new AdaptiveCard(), "s"), Cancellation);

        Assert.Equal("PUT", _connector.Requests[0].Method);
        Assert.EndsWith("%3D1700000000001/activities/17%3Ax", _connector.Requests[0].Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeleteAsync_Message_DeletesIt()
    {
        _connector.Answers(HttpStatusCode.OK);

        await Client().DeleteAsync(InThread, "17", Cancellation);

        Assert.Equal(("DELETE", null), (_connector.Requests[0].Method, _connector.Requests[0].Body));
    }

    [Fact]
    public async Task CreateChannelThreadAsync_FromAnyThread_StartsOneInTheChannel()
    {
        _connector.Answers(HttpStatusCode.Created, """{"id":"19:lofte0000@thread.tacv2;messageid=9","activityId":"9"}""");

        (string conversation, string? activity) = await Client().CreateChannelThreadAsync(InThread, Activity.Message("Veckostatus"), Cancellation);

        Assert.Equal((Wire.Channel + ";messageid=9", "9"), (conversation, activity));
        Assert.Equal(Base + "v3/conversations", _connector.Requests[0].Address);
        Wire.AssertSame(
            $$"""
            { "isGroup": true, "bot": { "id": "{{Wire.BotId}}" }, "tenantId": "t1", "channelData": { "channel": { "id": "{{Wire.Channel}}" } },
              "activity": { "type": "message", "text": "Veckostatus" } }
            """,
            _connector.Requests[0].Body!);
    }

    [Fact]
    public async Task CreatePersonalConversationAsync_Member_IsTheirConversation()
    {
        _connector.Answers(HttpStatusCode.Created, """{"id":"a:1karin"}""");

        ConversationReference personal = await Client().CreatePersonalConversationAsync(Base, "t1", Wire.BotId, "29:karin", Cancellation);

        Assert.Equal(new ConversationReference(Base, "a:1karin", Wire.BotId, "t1", "personal", "29:karin"), personal);
        Wire.AssertSame(
            $$"""
            { "isGroup": false, "bot": { "id": "{{Wire.BotId}}" }, "members": [ { "id": "29:karin" } ], "tenantId": "t1",
              "channelData": { "tenant": { "id": "t1" } } }
            """,
            _connector.Requests[0].Body!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html>")]
    public async Task CreatePersonalConversationAsync_AnswerWithoutId_IsNotUnderstood(string body)
    {
        _connector.Answers(HttpStatusCode.Created, body);

        ConnectorException exception = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client().CreatePersonalConversationAsync(Base, "t1", Wire.BotId, "29:karin", Cancellation));

        Assert.Equal((ConnectorErrorCodes.AnswerNotUnderstood, false), (exception.Code, exception.OutcomeUnknown));
    }

    [Fact]
    public async Task CreateChannelThreadAsync_AnswerWithoutId_MayHaveStartedIt()
    {
        _connector.Answers(HttpStatusCode.Created, "{}");

        ConnectorException exception = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client().CreateChannelThreadAsync(InThread, Activity.Message("Veckostatus"), Cancellation));

        Assert.Equal((ConnectorErrorCodes.AnswerNotUnderstood, true), (exception.Code, exception.OutcomeUnknown));
    }

    [Fact]
    public async Task GetPagedMembersAsync_SeveralPages_ReadsThemAll()
    {
        _connector.Answers(HttpStatusCode.OK, """{"members":[{"id":"29:a","objectId":"o1"}],"continuationToken":"next&page"}""");
        _connector.Answers(HttpStatusCode.OK, """{"members":[{"id":"29:b"}]}""");

        IReadOnlyList<ChannelAccount> members = await Client().GetPagedMembersAsync(InThread, Cancellation);

        Assert.Equal("29:a 29:b", string.Join(' ', members.Select(m => m.Id)));
        Assert.Equal(Base + "v3/conversations/19%3Alofte0000%40thread.tacv2/pagedmembers?pageSize=200", _connector.Requests[0].Address);
        Assert.EndsWith("&continuationToken=next%26page", _connector.Requests[1].Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetPagedMembersAsync_PagesWithoutEnd_StopsAndSaysSo()
    {
        for (int page = 0; page < 200; page++)
        {
            _connector.Answers(HttpStatusCode.OK, """{"members":[{"id":"29:a"}],"continuationToken":"again"}""");
        }

        ConnectorException exception = await Assert.ThrowsAsync<ConnectorException>(() => Client().GetPagedMembersAsync(InThread, Cancellation));

        Assert.Equal(ConnectorErrorCodes.AnswerTooLarge, exception.Code);
        Assert.InRange(_connector.Requests.Count, 2, 100);
    }

    [Fact]
    public async Task GetPagedMembersAsync_AllAtOnceWithACount_ReadsThemAll()
    {
        _connector.Answers(
            HttpStatusCode.OK,
            """{"totalCount":3,"members":[{"id":"29:a","objectId":"not-a-guid"},{"id":"29:b","aadObjectId":"o2","userRole":"guest"}],"continuationToken":null}""");

        IReadOnlyList<ChannelAccount> members = await Client().GetPagedMembersAsync(InThread, Cancellation);

        Assert.Equal(["not-a-guid", "o2"], members.Select(m => m.EntraObjectId()));
        Assert.Equal([null, RosterRole.Guest], members.Select(m => m.RoleInRoster()));
    }

    [Theory]
    [InlineData("user", RosterRole.User)]
    [InlineData("Guest", RosterRole.Guest)]
    [InlineData("anonymous", RosterRole.Anonymous)]
    [InlineData("owner", null)]
    public async Task GetMemberAsync_InTheChannel_IsRead(string role, RosterRole? expected)
    {
        _connector.Answers(HttpStatusCode.OK, $$"""{"id":"29:a","aadObjectId":"o1","name":"Anna","userRole":"{{role}}"}""");

        ChannelAccount? member = await Client().GetMemberAsync(InThread, "29:a/b", Cancellation);

        Assert.Equal(("29:a", "o1", expected), (member?.Id, member?.EntraObjectId(), member?.RoleInRoster()));
        Assert.Equal(Base + "v3/conversations/19%3Alofte0000%40thread.tacv2/members/29%3Aa%2Fb", _connector.Requests[0].Address);
    }

    [Fact]
    public async Task GetMemberAsync_NotInTheConversation_IsNobody()
    {
        _connector.Answers(HttpStatusCode.NotFound, """{"error":{"code":"MemberNotFoundInConversation"}}""");

        Assert.Null(await Client().GetMemberAsync(InThread, "29:a", Cancellation));
    }

    [Fact]
    public async Task GetMemberAsync_NoSuchConversation_IsAFailure()
    {
        _connector.Answers(HttpStatusCode.NotFound, """{"error":{"code":"ConversationNotFound"}}""");

        await Assert.ThrowsAsync<ConnectorException>(() => Client().GetMemberAsync(InThread, "29:a", Cancellation));
    }

    [Fact]
    public async Task GetTeamAsync_Team_IsRead()
    {
        _connector.Answers(HttpStatusCode.OK, """{"id":"19:t","name":"Trygghet","aadGroupId":"g1","tenantId":"t1","channelCount":2}""");

        Assert.Equal(new TeamDetails("19:t", "Trygghet", "g1", "t1"), await Client().GetTeamAsync(Base, "19:t", Cancellation));
        Assert.Equal(Base + "v3/teams/19%3At", _connector.Requests[0].Address);
    }

    [Fact]
    public async Task GetChannelsAsync_Team_GivesThemWithGeneralUnnamed()
    {
        _connector.Answers(HttpStatusCode.OK, """{"conversations":[{"id":"19:t","name":null},{"id":"19:c","name":"Löftet","type":"standard"},{"name":"x"}]}""");

        IReadOnlyList<ChannelInfo> channels = await Client().GetChannelsAsync(Base, "19:t", Cancellation);

        Assert.Equal([("19:t", null), ("19:c", "Löftet")], channels.Select(c => (c.Id, c.Name)));
        Assert.Equal(Base + "v3/teams/19%3At/conversations", _connector.Requests[0].Address);
    }

    [Fact]
    public async Task GetChannelsAsync_EndlessList_IsCut()
    {
        string all = string.Join(',', Enumerable.Range(0, ConnectorClient.MostChannels + 1).Select(n => $$"""{"id":"19:{{n}}"}"""));
        _connector.Answers(HttpStatusCode.OK, $$"""{"conversations":[{{all}}]}""");

        Assert.Equal(ConnectorClient.MostChannels, (await Client().GetChannelsAsync(Base, "19:t", Cancellation)).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>")]
    public async Task GetTeamAsync_NoTeamInTheAnswer_IsNotUnderstood(string body)
    {
        _connector.Answers(HttpStatusCode.OK, body);

        ConnectorException exception = await Assert.ThrowsAsync<ConnectorException>(() => Client().GetTeamAsync(Base, "19:t", Cancellation));

        Assert.Equal(ConnectorErrorCodes.AnswerNotUnderstood, exception.Code);
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster","message":"Karin Åberg skrev ..."}}""", "BotNotInConversationRoster", false)]
    [InlineData(403, """{"errorCode":209,"message":"{ \"subCode\": \"MessageWritesBlocked\", \"details\": null }"}""", "MessageWritesBlocked", false)]
    [InlineData(404, """{"error":{"code":"ConversationNotFound"}}""", "ConversationNotFound", false)]
    [InlineData(412, """{"error":{"code":"PreconditionFailed"}}""", "PreconditionFailed", false)]
    [InlineData(413, """{"error":{"code":"MessageSizeTooBig"}}""", "MessageSizeTooBig", false)]
    [InlineData(400, """{"error":{"code":"Bad Argument"}}""", "Bad Argument", false)]
    [InlineData(400, """{"error":{"code":"<script>Karin</script>"}}""", null, false)]
    [InlineData(400, """{"message":"Karin Åberg skrev ..."}""", null, false)]
    [InlineData(408, "", null, true)]
    [InlineData(500, """{"error":{"code":"ServiceError"}}""", "ServiceError", true)]
    [InlineData(502, "<html>Bad gateway</html>", null, true)]
    [InlineData(302, "", null, false)]
    public async Task SendAsync_Refused_SaysWhyAndNothingOfTheBody(int status, string body, string? code, bool outcomeUnknown)
    {
        _connector.Answers((HttpStatusCode)status, body, response => response.Headers.TryAddWithoutValidation("MS-CV", "cv.1"));

        ConnectorException exception = await FailedSendAsync();

        Assert.Equal(((HttpStatusCode?)status, code, outcomeUnknown), (exception.Status, exception.Code, exception.OutcomeUnknown));
        Assert.Equal("cv.1", exception.CorrelationId);
        Assert.DoesNotContain("Karin", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("the-token", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(504)]
    public async Task UpdateAsync_Refused_CanBeDoneAgainWithoutHarm(int status)
    {
        _connector.Answers((HttpStatusCode)status);

        ConnectorException exception = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client().UpdateAsync(InThread, "17", Activity.Message("hej"), Cancellation));

        Assert.Equal(((HttpStatusCode)status, false), (exception.Status, exception.OutcomeUnknown));
    }

    [Fact]
    public async Task SendAsync_TokenRefused_IsSentOnceMoreWithANewOne()
    {
        _connector.Answers(HttpStatusCode.Unauthorized);
        _connector.Answers(HttpStatusCode.Created, """{"id":"17"}""");
        var credentials = new FixedToken("the-token", renewed: "the-next");

        Assert.Equal("17", await Client(credentials).SendAsync(InThread, Activity.Message("hej"), Cancellation));

        Assert.Equal(["Bearer the-token", "Bearer the-next"], _connector.Requests.Select(request => request.Authorization));
        Assert.Equal(_connector.Requests[0].Body, _connector.Requests[1].Body);
        Assert.Equal(["the-token"], credentials.Refused);
    }

    [Fact]
    public async Task SendAsync_NewTokenRefusedToo_IsAFailureAndNoLoop()
    {
        _connector.Answers(HttpStatusCode.Unauthorized);
        _connector.Answers(HttpStatusCode.Unauthorized, """{"error":{"code":"BotNotRegistered"}}""");

        ConnectorException exception = await FailedSendAsync();

        Assert.Equal((HttpStatusCode.Unauthorized, "BotNotRegistered", false), (exception.Status, exception.Code, exception.OutcomeUnknown));
        Assert.Equal(2, _connector.Requests.Count);
    }

    [Fact]
    public async Task SendAsync_UnauthorizedWithoutCredentials_IsAFailureAtOnce()
    {
        _connector.Answers(HttpStatusCode.Unauthorized);

        await Assert.ThrowsAsync<ConnectorException>(() => Client(new FixedToken(null)).SendAsync(InThread, Activity.Message("hej"), Cancellation));

        Assert.Single(_connector.Requests);
    }

    [Fact]
    public async Task SendAsync_NoTokenInTime_SentNothing()
    {
        ConnectorException exception = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client(new SilentPlatform(() => _time.Advance(ConnectorClient.CallTimeout))).SendAsync(InThread, Activity.Message("hej"), Cancellation));

        Assert.False(exception.OutcomeUnknown);
        Assert.Empty(_connector.Requests);
    }

    [Fact]
    public async Task EveryMessage_LargerThanTheChannelTakes_IsNotSent()
    {
        var large = Activity.WithCard(new AdaptiveCard { Body = [new TextBlock { Text = new string('å', 20_000) }] }, "Kort");
        Func<Task>[] calls =
        [
            () => Client().SendAsync(InThread, large, Cancellation),
            () => Client().UpdateAsync(InThread, "17", large, Cancellation),
            () => Client().CreateChannelThreadAsync(InThread, large, Cancellation),
        ];

        foreach (Func<Task> call in calls)
        {
            ConnectorException exception = await Assert.ThrowsAsync<ConnectorException>(call);
            Assert.Equal((ConnectorErrorCodes.MessageSizeTooBig, false), (exception.Code, exception.OutcomeUnknown));
        }

        Assert.Empty(_connector.Requests);
    }

    [Fact]
    public async Task SendAsync_LargeOnlyByItsPictures_IsSent()
    {
        _connector.Answers(HttpStatusCode.Created, """{"id":"17"}""");
        var card = new AdaptiveCard { Body = [new Image { Url = "data:image/jpeg;base64," + new string('A', 200_000), AltText = "Tunneln" }] };

        Assert.Equal("17", await Client().SendAsync(InThread, Activity.WithCard(card, "Kort"), Cancellation));
    }

    [Fact]
    public async Task SendAsync_ThrottledForSeconds_SaysHowLong()
    {
        _connector.Answers(
            HttpStatusCode.TooManyRequests,
            more: response => response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)));

        ConnectorException exception = await FailedSendAsync();

        Assert.Equal((TimeSpan.FromSeconds(7), false), (exception.RetryAfter, exception.OutcomeUnknown));
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(-90, 0)]
    public async Task SendAsync_ThrottledUntilAnInstant_SaysHowLong(int secondsAhead, int expected)
    {
        _connector.Answers(
            HttpStatusCode.TooManyRequests,
            more: response => response.Headers.RetryAfter = new RetryConditionHeaderValue(_time.GetUtcNow().AddSeconds(secondsAhead)));

        Assert.Equal(TimeSpan.FromSeconds(expected), (await FailedSendAsync()).RetryAfter);
    }

    [Fact]
    public async Task SendAsync_NoAnswerInTenSeconds_IsGivenUpWithUnknownOutcome()
    {
        _connector.StaysSilent(whenAsked: () => _time.Advance(ConnectorClient.CallTimeout));

        ConnectorException exception = await FailedSendAsync();

        Assert.Equal((null, true), (exception.Status, exception.OutcomeUnknown));
    }

    [Fact]
    public async Task SendAsync_CallerGivesUp_IsCancelledAndNoFailure()
    {
        using var caller = new CancellationTokenSource();
        _connector.StaysSilent(whenAsked: caller.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client().SendAsync(InThread, Activity.Message("hej"), caller.Token));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.SecureConnectionError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    [InlineData(HttpRequestError.Unknown, true)]
    public async Task SendAsync_ConnectionFails_KnowsWhetherAnythingWasSent(HttpRequestError error, bool outcomeUnknown)
    {
        _connector.Throws(new HttpRequestException(error, "failed"));

        Assert.Equal(outcomeUnknown, (await FailedSendAsync()).OutcomeUnknown);
    }

    [Theory]
    [InlineData("https://evil.trafficmanager.net/emea/")]
    [InlineData("https://smba-trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/emea/")]
    [InlineData("https://smba.trafficmanager.nеt/emea/")]
    [InlineData("https://smba.trafficmanager.net%2eevil.example/emea/")]
    [InlineData("https://evil.example/smba.trafficmanager.net/")]
    [InlineData("https://evil.example#smba.trafficmanager.net/")]
    [InlineData("https://evil.example\\@smba.trafficmanager.net/")]
    [InlineData("//smba.trafficmanager.net/emea/")]
    [InlineData("https://teams.microsoft.com/")]
    [InlineData("https://graph.microsoft.com/v1.0/")]
    [InlineData("https://tomelilla.sharepoint.com/")]
    [InlineData("https://13.107.42.14/emea/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("http://localhost:5000/")]
    [InlineData("not an address")]
    [InlineData("")]
    public async Task EveryCall_ForeignAddress_IsRefusedBeforeAnythingIsSent(string serviceUrl)
    {
        ConnectorClient client = Client();
        ConversationReference foreign = InThread with { ServiceUrl = serviceUrl };
        Func<Task>[] calls =
        [
            () => client.SendAsync(foreign, Activity.Message("hej"), Cancellation),
            () => client.UpdateAsync(foreign, "17", Activity.Message("hej"), Cancellation),
            () => client.DeleteAsync(foreign, "17", Cancellation),
            () => client.CreateChannelThreadAsync(foreign, Activity.Message("hej"), Cancellation),
            () => client.CreatePersonalConversationAsync(serviceUrl, "t1", Wire.BotId, "29:karin", Cancellation),
            () => client.GetPagedMembersAsync(foreign, Cancellation),
            () => client.GetMemberAsync(foreign, "29:karin", Cancellation),
            () => client.GetTeamAsync(serviceUrl, "19:t", Cancellation),
            () => client.GetChannelsAsync(serviceUrl, "19:t", Cancellation),
            () => client.DownloadAttachmentAsync(serviceUrl, new Uri(Base + "v3/attachments/1/views/original"), 10, Cancellation),
        ];

        foreach (Func<Task> call in calls)
        {
            ConnectorException exception = await Assert.ThrowsAsync<ConnectorException>(call);
            Assert.Equal((ConnectorErrorCodes.AddressRefused, false), (exception.Code, exception.OutcomeUnknown));
        }

        Assert.Empty(_connector.Requests);
    }

    [Fact]
    public async Task SendAsync_LocalModeWithoutCredentials_SendsNoToken()
    {
        _connector.Answers(HttpStatusCode.Created, """{"id":"1"}""");
        var client = new ConnectorClient(_http, ServiceUrlPolicy.LocalOnly, new NoCredentials(), _time);

        await client.SendAsync(InThread with { ServiceUrl = "http://127.0.0.1:5000/connector/" }, Activity.Message("hej"), Cancellation);

        Assert.Null(_connector.Requests[0].Authorization);
        Assert.StartsWith("http://127.0.0.1:5000/connector/v3/", _connector.Requests[0].Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DownloadAttachmentAsync_OnTheConnector_GivesTheBytes()
    {
        _connector.Answers(new ByteArrayContent([1, 2, 3]));

        byte[] bytes = await Client().DownloadAttachmentAsync(Base, new Uri(Base + "v3/attachments/1/views/original"), 3, Cancellation);

        Assert.Equal([1, 2, 3], bytes);
        Assert.Equal("Bearer the-token", _connector.Requests[0].Authorization);
    }

    [Theory]
    [InlineData("https://tomelilla-my.sharepoint.com/a.png")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/a.png")]
    [InlineData("http://smba.trafficmanager.net/a.png")]
    public async Task DownloadAttachmentAsync_OnAnotherHost_IsRefused(string contentUrl)
    {
        ConnectorException exception = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client().DownloadAttachmentAsync(Base, new Uri(contentUrl), 10, Cancellation));

        Assert.Equal(ConnectorErrorCodes.AddressRefused, exception.Code);
        Assert.Empty(_connector.Requests);
    }

    [Theory]
    [InlineData("https://tomelilla-my.sharepoint.com/personal/karin/_layouts/15/download.aspx?UniqueId=1&tempauth=x", true)]
    [InlineData("https://TOMELILLA.SharePoint.com/a.png", true)]
    [InlineData("https://northeurope1-mediap.svc.ms/transform/a", true)]
    [InlineData("http://tomelilla.sharepoint.com/a.png", false)]
    [InlineData("https://tomelilla.sharepoint.com:8443/a.png", false)]
    [InlineData("https://karin@tomelilla.sharepoint.com/a.png", false)]
    [InlineData("https://sharepoint.com/a.png", false)]
    [InlineData("https://evilsharepoint.com/a.png", false)]
    [InlineData("https://tomelilla.sharepoint.com.evil.example/a.png", false)]
    [InlineData("https://sharepoint.com@evil.example/a.png", false)]
    [InlineData("https://graph.microsoft.com/a.png", false)]
    [InlineData("https://smba.trafficmanager.net/emea/v3/attachments/1/views/original", false)]
    [InlineData("http://localhost:5178/a.png", false)]
    [InlineData("http://169.254.169.254/metadata/identity/oauth2/token", false)]
    [InlineData("file:///etc/passwd", false)]
    public async Task DownloadFileAsync_AnyAddress_OnlyFileHostsAreAskedAndNeverWithTheToken(string downloadUrl, bool isAsked)
    {
        _connector.Answers(new ByteArrayContent([1, 2, 3]));

        if (isAsked)
        {
            Assert.Equal([1, 2, 3], await Client().DownloadFileAsync(new Uri(downloadUrl), 3, Cancellation));
            Assert.Null(Assert.Single(_connector.Requests).Authorization);
        }
        else
        {
            ConnectorException exception = await Assert.ThrowsAsync<ConnectorException>(() =>
                Client().DownloadFileAsync(new Uri(downloadUrl), 3, Cancellation));
            Assert.Equal(ConnectorErrorCodes.AddressRefused, exception.Code);
            Assert.Empty(_connector.Requests);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:5178/files/1", true)]
    [InlineData("https://tomelilla.sharepoint.com/a.png", false)]
    [InlineData("http://192.168.1.10/files/1", false)]
    public async Task DownloadFileAsync_LocalMode_StaysOnTheMachine(string downloadUrl, bool isAsked)
    {
        _connector.Answers(new ByteArrayContent([1]));
        var client = new ConnectorClient(_http, ServiceUrlPolicy.LocalOnly, new NoCredentials(), _time);

        Exception? exception = await Record.ExceptionAsync(() => client.DownloadFileAsync(new Uri(downloadUrl), 1, Cancellation));

        Assert.Equal(isAsked, exception is null);
        Assert.Equal(isAsked ? 1 : 0, _connector.Requests.Count);
    }

    [Fact]
    public async Task DownloadFileAsync_Redirected_IsNotFollowed()
    {
        _connector.Answers(HttpStatusCode.Redirect, more: response => response.Headers.Location = new Uri("https://evil.example/"));

        ConnectorException exception = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client().DownloadFileAsync(new Uri("https://tomelilla.sharepoint.com/a.png?tempauth=secret"), 3, Cancellation));

        Assert.Equal(HttpStatusCode.Redirect, exception.Status);
        Assert.DoesNotContain("tempauth", exception.ToString(), StringComparison.Ordinal);
        Assert.Single(_connector.Requests);
    }

    [Fact]
    public async Task DownloadFileAsync_MoreThanAllowed_StopsReading()
    {
        _connector.Answers(new ByteArrayContent(new byte[4]));

        ConnectorException exception = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client().DownloadFileAsync(new Uri("https://tomelilla.sharepoint.com/a.png"), 3, Cancellation));

        Assert.Equal(ConnectorErrorCodes.AnswerTooLarge, exception.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DownloadAttachmentAsync_MoreThanAllowed_StopsReading(bool lengthIsSaid)
    {
        var content = new StreamContent(new MemoryStream(new byte[4]));
        content.Headers.ContentLength = lengthIsSaid ? 4 : null;
        _connector.Answers(content);

        ConnectorException exception = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client().DownloadAttachmentAsync(Base, new Uri(Base + "v3/attachments/1/views/original"), 3, Cancellation));

        Assert.Equal(ConnectorErrorCodes.AnswerTooLarge, exception.Code);
    }

    private ConnectorClient Client(IConnectorCredentials? credentials = null) =>
        new(_http, ServiceUrlPolicy.For(TeamsCloud.Public), credentials ?? new FixedToken("the-token"), _time);

    private Task<ConnectorException> FailedSendAsync() =>
        Assert.ThrowsAsync<ConnectorException>(() => Client().SendAsync(InThread, Activity.Message("hej"), Cancellation));

    private sealed class SilentPlatform(Action whenAsked) : IConnectorCredentials
    {
        public async ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken)
        {
            var never = new TaskCompletionSource<string?>();
            await using (cancellationToken.Register(() => never.TrySetCanceled(cancellationToken)))
            {
                whenAsked();
                return await never.Task;
            }
        }

        public ValueTask<string?> RenewTokenAsync(string refused, CancellationToken cancellationToken) => GetTokenAsync(cancellationToken);
    }
}
