using System.Globalization;
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
using PledgeBot.Teams.Cards;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Invokes;
using PledgeBot.Teams.Messages;
using PledgeBot.Tests.Records;

namespace PledgeBot.Tests.Turns;

/// <summary>
/// The bot as the channel meets it: activities come in at the front, and what the bot sends by and by is seen by a connector. Records,
/// directory and due work are the real ones, in a file of their own.
/// </summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    public const string Service = "http://127.0.0.1:6500/connector/";
    public const string Bot = "28:bot";
    public const string Tenant = "tenant-one";

    private readonly TemporaryRecords _records;
    private readonly ServiceProvider _services;
    private readonly HttpClient _http;
    private int _activities;

    private FrontDoor(TemporaryRecords records, FakeTimeProvider time)
    {
        _records = records;
        Time = time;
        _http = new HttpClient(Connector);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(records.Partnerships)
            .AddSingleton(records.Directory)
            .AddSingleton(records.DueWork)
            .AddSingleton(new ConnectorClient(_http, ServiceUrlPolicy.LocalOnly, new NoCredentials(), time))
            .AddPledgeBotDialogs()
            .AddDecisionRecordPages()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    public FakeTimeProvider Time { get; }

    public SeeingConnector Connector { get; } = new();

    public TemporaryRecords Records => _records;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<FrontDoor> OpenAsync()
    {
        var time = new FakeTimeProvider(A.Noon);
        return new FrontDoor(await TemporaryRecords.CreateAsync(time), time);
    }

    /// <summary>Forms a partnership that meets in a team, with the usual members, whose accounts are named after the municipality unless given.</summary>
    public async Task<PartnershipId> FormAsync(
        string team, string municipality, Func<MemberId, string>? accountOf = null, string tenant = Tenant, string? channel = null)
    {
        var id = PartnershipId.New(Time.GetUtcNow());
        var channelReference = new ConversationReference(Service, channel ?? ChannelOf(team), Bot, tenant, ConversationTypes.Channel);
        await _records.Directory.EnterAsync(ChannelPlace.Of(id, tenant, team, channelReference), Cancellation);
        await using ITurn turn = await _records.Partnerships.BeginTurnAsync(id, Cancellation);
        Do(turn, A.FormPartnership() with { Municipality = municipality });
        Do(turn, A.GivePromise());
        foreach (ListMember entry in A.Members)
        {
            Do(turn, entry);
            string account = accountOf?.Invoke(entry.Member) ?? $"{municipality}/{entry.Title}";
            turn.Enter(new Contact(entry.Member, $"{entry.Title} i {municipality}", account, "29:" + account));
        }

        await turn.CommitAsync(Cancellation);
        return id;
    }

    /// <summary>Lets somebody do something without the conversation.</summary>
    public async Task DoAsync(PartnershipId partnership, MemberId by, params Command[] commands)
    {
        await using ITurn turn = await _records.Partnerships.BeginTurnAsync(partnership, Cancellation);
        foreach (Command command in commands)
        {
            Do(turn, command, by);
        }

        await turn.CommitAsync(Cancellation);
    }

    public Task<Partnership> ReadAsync(PartnershipId partnership) => _records.Partnerships.ReadAsync(partnership, Cancellation);

    public static string ChannelOf(string team) => $"19:channel-of-{team}@thread.tacv2";

    /// <summary>An activity of a person, in the chat with the bot alone.</summary>
    public Activity Personal(string account, string type = ActivityTypes.Message) => Make(account, type, new ConversationAccount
    {
        Id = "a:" + account,
        ConversationType = ConversationTypes.Personal,
        TenantId = Tenant,
    });

    /// <summary>An activity of a person, in a chat of several people.</summary>
    public Activity Group(string account, string type = ActivityTypes.Message) => Make(account, type, new ConversationAccount
    {
        Id = "19:group@thread.v2",
        ConversationType = ConversationTypes.GroupChat,
        IsGroup = true,
        TenantId = Tenant,
    });

    /// <summary>An activity of a person, in a thread of a team's channel.</summary>
    public Activity InTeam(string account, string team, string type = ActivityTypes.Message, string tenant = Tenant)
    {
        Activity activity = Make(account, type, new ConversationAccount
        {
            Id = ChannelOf(team) + (type == ActivityTypes.ConversationUpdate || type == ActivityTypes.InstallationUpdate ? "" : ";messageid=17"),
            ConversationType = ConversationTypes.Channel,
            IsGroup = true,
            TenantId = tenant,
        });
        activity.ChannelData = new TeamsChannelData
        {
            Team = new TeamInfo { Id = team },
            Channel = new ChannelInfo { Id = ChannelOf(team) },
            Tenant = new TenantInfo { Id = tenant },
        };
        return activity;
    }

    /// <summary>Gives a message its text, with a mention of the bot before it where there are others.</summary>
    public static Activity Saying(Activity activity, string text)
    {
        activity.Text = text;
        if (!activity.IsPersonal())
        {
            activity.Text = $"<at>PledgeBot</at> {text}";
            activity.Entities = [new Entity { Type = "mention", Text = "<at>PledgeBot</at>", Mentioned = new ChannelAccount { Id = Bot, Name = "PledgeBot" } }];
        }

        return activity;
    }

    /// <summary>Makes an activity the press of a card's action; as an older client's with <paramref name="asSubmit"/>.</summary>
    public static Activity Pressing(Activity activity, AdaptiveAction action, bool asSubmit = false, params (string Id, string Value)[] inputs)
    {
        AdaptiveAction pressed = asSubmit && action.Fallback is { } fallback ? fallback : action;
        JsonObject data = (pressed switch
        {
            ExecuteAction execute => execute.Data,
            SubmitAction submit => submit.Data,
            _ => null,
        })?.DeepClone().AsObject() ?? [];
        foreach ((string id, string value) in inputs)
        {
            data[id] = value;
        }

        activity.ReplyToId = "pressed-card";
        if (pressed is ExecuteAction { Verb: var verb })
        {
            activity.Type = ActivityTypes.Invoke;
            activity.Name = InvokeNames.AdaptiveCardAction;
            activity.Value = Json(new JsonObject { ["action"] = new JsonObject { ["verb"] = verb, ["data"] = data } });
        }
        else if (data.Remove("msteams"))
        {
            activity.Type = ActivityTypes.Invoke;
            activity.Name = InvokeNames.TaskFetch;
            activity.Value = Json(new JsonObject { ["data"] = data });
        }
        else
        {
            activity.Value = Json(data);
        }

        return activity;
    }

    /// <summary>Posts an activity, and gives the answer to it as a request.</summary>
    public async Task<InvokeResponse?> PostAsync(Activity activity) =>
        await _services.GetRequiredService<IActivityHandler>().HandleAsync(TeamsJson.Parse(TeamsJson.Write(activity)), Cancellation);

    /// <summary>Posts an activity, lets the bot send what it has to, and gives what it sent.</summary>
    public async Task<IReadOnlyList<Sent>> SayAsync(Activity activity)
    {
        await PostAsync(activity);
        return await DeliverAsync();
    }

    /// <summary>Presses a button, and gives what the presser got back.</summary>
    public async Task<Said> PressAsync(Activity activity, AdaptiveAction action, params (string Id, string Value)[] inputs) =>
        Said.Read(await PostAsync(Pressing(activity, action, asSubmit: false, inputs)), []);

    /// <summary>Does the work that has come due within a few seconds, and gives what the bot sent by it.</summary>
    public async Task<IReadOnlyList<Sent>> DeliverAsync()
    {
        int before = Connector.Sent.Count;
        Time.Advance(Consequences.Gathering);
        var dispatcher = _services.GetRequiredService<IDueWorkDispatcher>();
        for (int round = 0; round < 10; round++)
        {
            IReadOnlyList<TakenWork> taken = await _records.DueWork.TakeDueAsync(Time.GetUtcNow(), TimeSpan.FromMinutes(3), 20, Cancellation);
            if (taken.Count == 0)
            {
                break;
            }

            foreach (TakenWork work in taken)
            {
                await dispatcher.HandleAsync(work, Cancellation);
            }
        }

        return Connector.Sent[before..];
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _http.Dispose();
        Connector.Dispose();
        await _records.DisposeAsync();
    }

    private static JsonElement Json(JsonNode node) => JsonElement.Parse(node.ToJsonString());

    private static void Do(ITurn turn, Command command, MemberId? by = null)
    {
        var moment = new Moment(by, A.Noon);
        turn.Append(Assert.IsType<Decision.Accepted>(turn.Partnership.Decide(command, moment)).Events, moment);
    }

    private Activity Make(string account, string type, ConversationAccount conversation) => new()
    {
        Type = type,
        Id = "f:" + (++_activities).ToString(CultureInfo.InvariantCulture),
        Timestamp = Time.GetUtcNow(),
        ServiceUrl = Service,
        ChannelId = "msteams",
        Locale = "sv-SE",
        From = new ChannelAccount { Id = "29:" + account, AadObjectId = account },
        Recipient = new ChannelAccount { Id = Bot, Name = "PledgeBot" },
        Conversation = conversation,
        ChannelData = new TeamsChannelData { Tenant = new TenantInfo { Id = conversation.TenantId } },
    };

    /// <summary>One message that the bot sent.</summary>
    /// <param name="Method"><c>POST</c> for a new one, <c>PUT</c> for one in the place of another.</param>
    /// <param name="Conversation">Where; the channel for a new thread.</param>
    /// <param name="IsThread">Whether it started a thread.</param>
    /// <param name="Activity">The message.</param>
    internal sealed record Sent(string Method, string Conversation, bool IsThread, Activity Activity)
    {
        public AdaptiveCard Card => CardJson.Read(Assert.Single(Activity.Attachments!).Content!.Value);

        public string Words => Activity.Text ?? CardJson.WriteString(Card);

        public override string ToString() => $"{Method} {Conversation}: {TeamsJson.Write(Activity)}";
    }

    /// <summary>Takes whatever the bot sends, and can tell people's names.</summary>
    internal sealed class SeeingConnector : HttpMessageHandler
    {
        private int _messages;

        public List<Sent> Sent { get; } = [];

        public Dictionary<string, string> Names { get; } = [];

        /// <summary>Gets or sets what is told of a team, by the path that asks for it; nothing to answer by name.</summary>
        public Func<string, string?> Tells { get; set; } = _ => null;

        public HttpStatusCode? Refuses { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string[] path = [.. request.RequestUri!.AbsolutePath.Split('/').Select(Uri.UnescapeDataString)];
            if (request.Method == HttpMethod.Get)
            {
                return Tells(string.Join('/', path)) is { } told ? Answer(HttpStatusCode.OK, told)
                    : Names.TryGetValue(path[^1], out string? name)
                    ? Answer(HttpStatusCode.OK, $$"""{"id":"29:x","name":"{{name}}"}""")
                    : Answer(HttpStatusCode.NotFound, "{}");
            }

            if (Refuses is { } refusal)
            {
                return Answer(refusal, "{}");
            }

            string body = await request.Content!.ReadAsStringAsync(cancellationToken);
            string id = (++_messages).ToString(CultureInfo.InvariantCulture);
            if (path[^1] == "conversations")
            {
                JsonNode created = JsonNode.Parse(body)!;
                string channel = created["channelData"]!["channel"]!["id"]!.GetValue<string>();
                Sent.Add(new Sent("POST", channel, IsThread: true, TeamsJson.Parse(created["activity"]!.ToJsonString())));
                return Answer(HttpStatusCode.Created, $$"""{"id":"{{channel}};messageid={{id}}","activityId":"{{id}}"}""");
            }

            string conversation = path[^(request.Method == HttpMethod.Put ? 3 : 2)];
            Sent.Add(new Sent(request.Method.Method, conversation, IsThread: false, TeamsJson.Parse(body)));
            return Answer(HttpStatusCode.Created, $$"""{"id":"{{id}}"}""");
        }

        private static HttpResponseMessage Answer(HttpStatusCode status, string json) =>
            new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }
}
