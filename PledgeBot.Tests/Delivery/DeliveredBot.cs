using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.DecisionRecords;
using PledgeBot.Dialogs;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Invokes;
using PledgeBot.Teams.Messages;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Records;

namespace PledgeBot.Tests.Delivery;

/// <summary>The whole bot over records on disk: activities come in as the channel sends them, and due work goes out to a channel in memory.</summary>
internal sealed class DeliveredBot : IAsyncDisposable
{
    private const string Service = "http://127.0.0.1:5178/connector/";

    private readonly Channel _channel = new();
    private readonly HttpClient _http;
    private readonly ServiceProvider _services;
    private int _presses;

    private DeliveredBot(Story story, TemporaryRecords records)
    {
        Id = story.Partnership.Id;
        Records = records;
        Time = new FakeTimeProvider(story.Now);
        _http = new HttpClient(_channel);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(records.Partnerships)
            .AddSingleton(records.Directory)
            .AddSingleton(records.DueWork)
            .AddSingleton(new ConnectorClient(_http, ServiceUrlPolicy.LocalOnly, new NoCredentials(), Time))
            .AddPledgeBotDialogs()
            .AddDecisionRecordPages()
            .BuildServiceProvider();
    }

    public PartnershipId Id { get; }

    public TemporaryRecords Records { get; }

    public FakeTimeProvider Time { get; }

    /// <summary>Gets what the channel was asked, oldest first.</summary>
    public IReadOnlyList<Call> Calls => _channel.Calls;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the bot with what has happened in a story; every member but those without an account can be written to.</summary>
    public static async Task<DeliveredBot> StartAsync(Story story, params MemberId[] withoutAccount)
    {
        var bot = new DeliveredBot(story, await TemporaryRecords.CreateAsync());
        var channel = new ConversationReference(Service, "19:channel", "28:bot", "tenant", ConversationTypes.Channel);
        await bot.Records.Directory.EnterAsync(ChannelPlace.Of(bot.Id, "tenant", "team", channel), Cancellation);
        await bot.TurnAsync(turn =>
        {
            foreach (RecordedEvent recorded in story.Log)
            {
                turn.Append([recorded.Event], new Moment(recorded.By, recorded.At));
            }

            foreach (Member member in story.Partnership.Members.Where(member => !withoutAccount.Contains(member.Id)))
            {
                turn.Enter(new Contact(member.Id, member.Title, member.Id.ToString(), AccountOf(member.Id)));
            }
        });
        return bot;
    }

    /// <summary>Gets a member's account in the channel.</summary>
    public static string AccountOf(MemberId member) => "29:" + member;

    /// <summary>Runs a turn to its end.</summary>
    public Task TurnAsync(Action<ITurn> act) => Records.Partnerships.TurnAsync(Id, act);

    /// <summary>Lets the channel refuse every call whose address has a text.</summary>
    public void Refuse(string address, HttpStatusCode status) => _channel.Refused = (address, status);

    /// <summary>Lets the channel take everything again.</summary>
    public void RefuseNothing() => _channel.Refused = null;

    /// <summary>Does everything that is due now, and what becomes due at once by that.</summary>
    public async Task DoDueAsync()
    {
        IDueWorkDispatcher dispatcher = _services.GetRequiredService<IDueWorkDispatcher>();
        while (await Records.DueWork.TakeDueAsync(Time.GetUtcNow(), TimeSpan.FromMinutes(3), 10, Cancellation) is { Count: > 0 } taken)
        {
            foreach (TakenWork work in taken)
            {
                await dispatcher.HandleAsync(work, Cancellation);
            }
        }
    }

    /// <summary>Presses a button of a card in the channel, and gives what the presser gets back.</summary>
    public async Task<JsonNode> PressAsync(MemberId member, string verb, JsonObject data)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Invoke,
            Name = InvokeNames.AdaptiveCardAction,
            Id = $"f:{++_presses}",
            ServiceUrl = Service,
            ChannelId = "msteams",
            Locale = "sv-SE",
            From = new ChannelAccount { Id = AccountOf(member), AadObjectId = member.ToString() },
            Recipient = new ChannelAccount { Id = "28:bot" },
            Conversation = new ConversationAccount { Id = "19:channel;messageid=1", ConversationType = ConversationTypes.Channel, TenantId = "tenant" },
            ChannelData = new TeamsChannelData { Team = new TeamInfo { Id = "team" }, Tenant = new TenantInfo { Id = "tenant" } },
            Value = JsonElement.Parse(new JsonObject { ["action"] = new JsonObject { ["verb"] = verb, ["data"] = data } }.ToJsonString()),
        };
        InvokeResponse? answer = await _services.GetRequiredService<IActivityHandler>().HandleAsync(activity, Cancellation);
        return JsonNode.Parse(answer!.Body!.Value.GetRawText())!["value"]!;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _http.Dispose();
        _channel.Dispose();
        await Records.DisposeAsync();
    }

    /// <summary>What the channel was asked.</summary>
    /// <param name="Address">The method and the path.</param>
    /// <param name="Body">The body.</param>
    internal sealed record Call(string Address, JsonNode? Body)
    {
        /// <summary>Gets the card of the message; of a new thread that of its first message.</summary>
        public JsonNode? Card => (Body?["activity"] ?? Body)?["attachments"]?[0]?["content"];
    }

    private sealed class Channel : HttpMessageHandler
    {
        private int _messages;

        public List<Call> Calls { get; } = [];

        public (string Address, HttpStatusCode Status)? Refused { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var call = new Call(
                $"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.AbsolutePath)}",
                request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken)));
            Calls.Add(call);
            if (Refused is var (address, status) && call.Address.Contains(address, StringComparison.Ordinal))
            {
                return new HttpResponseMessage(status);
            }

            string id = call.Body?["members"]?[0]?["id"] is { } member ? $"a:{member}" : $"19:channel;messageid={++_messages}";
            return new HttpResponseMessage(HttpStatusCode.Created)
            {
                Content = new StringContent($$"""{"id":"{{id}}","activityId":"{{_messages}}"}""", Encoding.UTF8, "application/json"),
            };
        }
    }
}
