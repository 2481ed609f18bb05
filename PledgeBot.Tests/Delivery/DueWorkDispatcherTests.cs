using System.Net;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Members;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Teams.Connector;
using PledgeBot.Tests.Records;

namespace PledgeBot.Tests.Delivery;

/// <summary>What becomes of work when the channel says no, or nothing.</summary>
public sealed class DueWorkDispatcherTests : IAsyncLifetime
{
    private static readonly PartnershipId Partnership = PartnershipId.New(A.Noon);
    private static readonly ConversationReference Channel = new("http://127.0.0.1:5178/connector/", "19:channel", "28:bot", "tenant");
    private static readonly CardSubject Answered = new("answer", "1");
    private static readonly CardSubject Question = new("question", "1");

    private readonly FakeTimeProvider _time = new(A.Noon);
    private readonly AnsweringConnector _channel = new();
    private TemporaryRecords _records = null!;
    private HttpClient _http = null!;
    private DueWorkDispatcher _dispatcher = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _records = await TemporaryRecords.CreateAsync(_time);
        await _records.Directory.EnterAsync(ChannelPlace.Of(Partnership, "tenant", "team", Channel), Cancellation);
        _http = new HttpClient(_channel);
        var connector = new ConnectorClient(_http, ServiceUrlPolicy.LocalOnly, new NoCredentials(), _time);
        _dispatcher = new DueWorkDispatcher(
            _records.Partnerships,
            _records.DueWork,
            _records.Directory,
            new SubjectCards([new TwoCards()]),
            new TeamReading(_records.Partnerships, _records.Directory, connector, _time, NullLogger<TeamReading>.Instance),
            connector,
            new DueWorkSignal(),
            _time,
            NullLogger<DueWorkDispatcher>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _records.DisposeAsync();
    }

    [Fact]
    public async Task Send_TheChannelIsDownForAWhile_IsSentOnceItIsUp()
    {
        _channel.Refuse(HttpStatusCode.ServiceUnavailable, times: 2);
        await ScheduleAsync(SendWork.To(Channel, Activity.Message("Hej"), A.Noon));

        Assert.Equal(1, await DoDueAsync());
        Assert.Equal(0, await DoDueAsync());
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await DoDueAsync());
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(1, await DoDueAsync());

        Assert.Equal(3, _channel.Calls);
        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM due_work WHERE state = 'done' AND payload = ''"));
        Assert.Null(await _records.DueWork.FindNextDueAsync(Cancellation));
    }

    [Fact]
    public async Task Send_TheChannelAsksToWait_WaitsThatLong()
    {
        _channel.Refuse(HttpStatusCode.TooManyRequests, times: 1, retryAfterSeconds: 30);
        await ScheduleAsync(SendWork.To(Channel, Activity.Message("Hej"), A.Noon));

        await DoDueAsync();

        Assert.Equal(A.Noon.AddSeconds(30), await _records.DueWork.FindNextDueAsync(Cancellation));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge)]
    public async Task Send_TheChannelWillNeverTakeIt_IsSetAsideAndHoldsNothingUp(HttpStatusCode status)
    {
        _channel.Refuse(status, times: 1);
        await ScheduleAsync(SendWork.To(Channel, Activity.Message("Hej"), A.Noon));
        await ScheduleAsync(SendWork.To(Channel, Activity.Message("Hej igen"), A.Noon));

        Assert.Equal(2, await DoDueAsync());

        Assert.Equal(2, _channel.Calls);
        Assert.Equal(1, await _records.CountAsync("SELECT COUNT(*) FROM due_work WHERE state = 'done'"));
        Assert.Null(await _records.DueWork.FindNextDueAsync(Cancellation));
    }

    [Fact]
    public async Task ShowCard_ItsThreadNeverComes_IsSetAsideInTheEnd()
    {
        await ScheduleAsync(new DueWork(WorkKinds.ShowCard, Answered.ToString(), A.Noon, ""));

        for (int round = 0; round < 20; round++)
        {
            await DoDueAsync();
            _time.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.Equal(0, _channel.Calls);
        Assert.Null(await _records.DueWork.FindNextDueAsync(Cancellation));
    }

    [Fact]
    public async Task ShowCard_Again_ChangesTheSameMessage()
    {
        await ScheduleAsync(new DueWork(WorkKinds.ShowCard, Question.ToString(), A.Noon, ""));
        await DoDueAsync();
        await ScheduleAsync(new DueWork(WorkKinds.ShowCard, Answered.ToString(), A.Noon, ""));
        await DoDueAsync();
        await ScheduleAsync(new DueWork(WorkKinds.ShowCard, Question.ToString(), A.Noon, ""));
        await DoDueAsync();

        Assert.Equal(
            [
                "POST /connector/v3/conversations",
                "POST /connector/v3/conversations/19%3Achannel%3Bmessageid%3D1/activities",
                "PUT /connector/v3/conversations/19%3Achannel%3Bmessageid%3D1/activities/1",
            ],
            _channel.Requests);
    }

    private async Task ScheduleAsync(DueWork work)
    {
        await using ITurn turn = await _records.Partnerships.BeginTurnAsync(Partnership, Cancellation);
        turn.Schedule(work);
        await turn.CommitAsync(Cancellation);
    }

    private async Task<int> DoDueAsync()
    {
        IReadOnlyList<TakenWork> taken = await _records.DueWork.TakeDueAsync(_time.GetUtcNow(), TimeSpan.FromMinutes(3), 10, Cancellation);
        foreach (TakenWork work in taken)
        {
            await _dispatcher.HandleAsync(work, Cancellation);
        }

        return taken.Count;
    }

    private sealed class TwoCards : Feature
    {
        private static readonly AdaptiveCard Card = new() { Body = [new TextBlock { Text = "Kort" }] };

        public override IEnumerable<SubjectCard> Cards =>
        [
            new(Question.Kind, (_, _) => new DrawnCard(Card, "Kort")),
            new(Answered.Kind, (_, _) => new DrawnCard(Card, "Kort", Question)),
        ];
    }

    private sealed class AnsweringConnector : HttpMessageHandler
    {
        private readonly Queue<HttpResponseMessage> _refusals = new();

        public List<string> Requests { get; } = [];

        public int Calls => Requests.Count;

        public void Refuse(HttpStatusCode status, int times, int? retryAfterSeconds = null)
        {
            for (int time = 0; time < times; time++)
            {
                var refusal = new HttpResponseMessage(status);
                if (retryAfterSeconds is { } seconds)
                {
                    refusal.Headers.Add("Retry-After", seconds.ToString());
                }

                _refusals.Enqueue(refusal);
            }
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add($"{request.Method} {request.RequestUri!.AbsolutePath}");
            return Task.FromResult(_refusals.TryDequeue(out HttpResponseMessage? refusal) ? refusal : new HttpResponseMessage(HttpStatusCode.Created)
            {
                Content = new StringContent("""{"id":"19:channel;messageid=1","activityId":"1"}""", Encoding.UTF8, "application/json"),
            });
        }
    }
}
