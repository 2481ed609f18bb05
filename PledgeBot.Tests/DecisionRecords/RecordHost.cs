using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.DecisionRecords;
using PledgeBot.Dialogs.DecisionRecords;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Records;

namespace PledgeBot.Tests.DecisionRecords;

/// <summary>A played decision on disk with its record made, and the pages of records on a free port. Everything that is logged is kept.</summary>
internal sealed class RecordHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryRecords _records;

    private RecordHost(WebApplication app, TemporaryRecords records, FakeTimeProvider time, PartnershipId partnership, TellingLog log)
    {
        _app = app;
        _records = records;
        Time = time;
        Partnership = partnership;
        Log = log;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeTimeProvider Time { get; }

    public PartnershipId Partnership { get; }

    public TellingLog Log { get; }

    public HttpClient Http { get; }

    public RecordNumber Number { get; } = new(2020, 1);

    /// <summary>Starts it.</summary>
    /// <param name="story">The decision.</param>
    /// <param name="withLeft">Who has left the team since.</param>
    public static async Task<RecordHost> StartAsync(Story story, MemberId? withLeft = null)
    {
        var time = new FakeTimeProvider(story.Now);
        TemporaryRecords records = await TemporaryRecords.CreateAsync(time);
        DecisionRecordDraft draft = PlayedDecisions.DraftOf(story);
        var file = DecisionRecordFile.Of(draft);
        var document = new DecisionDocument(new RecordNumber(2020, 1), new WalkNumber(1), story.Now, file.Data, await Printed.PageOfAsync(draft));
        PlayedDecisions.Record(story);
        await records.Partnerships.TurnAsync(story.Partnership.Id, turn =>
        {
            foreach (RecordedEvent recorded in story.Log)
            {
                turn.Append([recorded.Event], new Moment(recorded.By, recorded.At));
            }

            foreach (Contact contact in PlayedDecisions.Contacts(story))
            {
                turn.Enter(contact with { HasLeft = contact.Member == withLeft });
            }

            turn.Keep(document);
        });

        var log = new TellingLog();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
        [
            KeyValuePair.Create("Logging:LogLevel:Default", (string?)"Trace"),
            KeyValuePair.Create("Logging:LogLevel:Microsoft", (string?)"Trace"),
            KeyValuePair.Create("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", (string?)"Trace"),
            KeyValuePair.Create("Logging:TellingLog:LogLevel:Microsoft.AspNetCore.Routing.Matching", (string?)"Trace"),
            KeyValuePair.Create("Logging:TellingLog:LogLevel:Default", (string?)"Trace"),
        ]);
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(records.Partnerships)
            .AddSingleton(records.Directory)
            .AddSingleton<DecisionRecordLinks>()
            .AddDecisionRecordPages();
        WebApplication app = builder.Build();
        app.MapDecisionRecordPages();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RecordHost(app, records, time, story.Partnership.Id, log);
    }

    /// <summary>Gives a member a link of their own.</summary>
    public async Task<Uri> LinkAsync(MemberId member)
    {
        string token = "";
        await _records.Partnerships.TurnAsync(Partnership, turn => token = RecordLink.Make(turn, Number, member, Time.GetUtcNow()));
        return new Uri(Http.BaseAddress!, DecisionRecordLinks.PathOf(Partnership, Number, token));
    }

    public Task<HttpResponseMessage> GetAsync(Uri address) => Http.GetAsync(address, TestContext.Current.CancellationToken);

    /// <summary>Runs a turn to its end.</summary>
    public Task TurnAsync(Action<ITurn> act) => _records.Partnerships.TurnAsync(Partnership, act);

    /// <summary>Reads all that the database holds, as text.</summary>
    public Task<long> CountAsync(string sql) => _records.CountAsync(sql);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await _records.DisposeAsync();
    }
}
