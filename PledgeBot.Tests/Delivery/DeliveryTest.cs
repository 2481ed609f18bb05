using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.DecisionRecords;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Members;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Teams.Connector;
using PledgeBot.Tests.Connector;
using PledgeBot.Tests.Records;

namespace PledgeBot.Tests.Delivery;

/// <summary>A partnership on disk, work on its list, and a channel that answers what the test says.</summary>
public abstract class DeliveryTest : IAsyncLifetime
{
    private protected const string Service = "http://127.0.0.1:5178/connector/";
    private protected const string ToKarin = "POST /connector/v3/conversations/a%3Akarin/activities";
    private protected const string NewConversation = "POST /connector/v3/conversations";

    private protected static readonly PartnershipId Partnership = PartnershipId.New(A.Noon);
    private protected static readonly ConversationReference InChannel = new(Service, "19:channel", "28:bot", "tenant", "channel");
    private protected static readonly ConversationReference Karin = new(Service, "a:karin", "28:bot", "tenant", "personal", "29:karin");
    private protected static readonly CardSubject Question = new("question", "1");
    private protected static readonly CardSubject Answered = new("answer", "1");
    private protected static readonly CardSubject Large = new("large", "1");

    private LoggerFactory _logging = null!;
    private HttpClient _http = null!;

    private protected FakeTimeProvider Time { get; } = new(A.Noon);

    private protected AnsweringChannel Channel { get; } = new();

    private protected EverythingLogged Log { get; } = new();

    private protected TemporaryRecords Records { get; private set; } = null!;

    private protected DueWorkDispatcher Dispatcher { get; private set; } = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Records = await TemporaryRecords.CreateAsync(Time);
        await Records.Partnerships.AppendAsync(Partnership, RecordedThings.Formed);
        await Records.Directory.EnterAsync(ChannelPlace.Of(Partnership, "tenant", "team", InChannel), Cancellation);
        _logging = new LoggerFactory([Log]);
        _http = new HttpClient(Channel);
        var connector = new ConnectorClient(_http, ServiceUrlPolicy.LocalOnly, new NoCredentials(), Time);
        Dispatcher = new DueWorkDispatcher(
            Records.Partnerships,
            Records.DueWork,
            Records.Directory,
            new SubjectCards([new ThreeCards()]),
            new TeamReading(Records.Partnerships, Records.Directory, connector, Time, _logging.CreateLogger<TeamReading>()),
            new DecisionRecording(Records.Partnerships, Records.Directory, new NoPages(), new DueWorkSignal(), Time),
            connector,
            new DueWorkSignal(),
            Time,
            _logging.CreateLogger<DueWorkDispatcher>());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _logging.Dispose();
        await Records.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Task ScheduleAsync(params DueWork[] works) => TurnAsync(turn =>
    {
        foreach (DueWork work in works)
        {
            turn.Schedule(work);
        }
    });

    private protected DueWork Show(CardSubject subject) => new(WorkKinds.ShowCard, subject.ToString(), Time.GetUtcNow(), "");

    private protected DueWork WeeklyNow() => new(WorkKinds.WeeklyStatus, "next", Time.GetUtcNow(), "");

    private protected DueWork Say(string text, ConversationReference? to = null) =>
        SendWork.To(to ?? Karin, Activity.Message(text), Time.GetUtcNow());

    /// <summary>Schedules work and does what is due.</summary>
    private protected async Task DoAsync(params DueWork[] works)
    {
        await ScheduleAsync(works);
        await DoDueAsync();
    }

    /// <summary>Does what is due, and gets how much it was.</summary>
    private protected async Task<int> DoDueAsync()
    {
        IReadOnlyList<TakenWork> taken = await Records.DueWork.TakeDueAsync(Time.GetUtcNow(), TimeSpan.FromMinutes(3), 10, Cancellation);
        foreach (TakenWork work in taken)
        {
            await Dispatcher.HandleAsync(work, Cancellation);
        }

        return taken.Count;
    }

    private protected Task<int> DoDueAfterAsync(TimeSpan pause)
    {
        Time.Advance(pause);
        return DoDueAsync();
    }

    private protected Task TurnAsync(Action<ITurn> act) => Records.Partnerships.TurnAsync(Partnership, act);

    private protected Task<long> CountAsync(string condition) => Records.CountAsync("SELECT COUNT(*) FROM due_work WHERE " + condition);

    private protected Task<DateTimeOffset?> NextDueAsync() => Records.DueWork.FindNextDueAsync(Cancellation);

    private protected string Logged(LogLevel level) => string.Join('\n', Log.Lines.Where(line => line.Level == level).Select(line => line.Text));

    private sealed class NoPages : IDecisionRecordPrinter
    {
        public Task<string> PrintAsync(DecisionRecordDraft draft, string checksum) => Task.FromResult("");
    }

    private sealed class ThreeCards : Feature
    {
        public override IEnumerable<SubjectCard> Cards =>
        [
            new(Question.Kind, (_, _) => Draw("Fråga")),
            new(Answered.Kind, (_, _) => Draw("Svar", Question)),
            new(Large.Kind, (_, _) => Draw(new string('å', 20_000))),
        ];

        private static DrawnCard Draw(string text, CardSubject? thread = null) =>
            new(new AdaptiveCard { Body = [new TextBlock { Text = text }] }, "Kort i ord", thread);
    }
}
