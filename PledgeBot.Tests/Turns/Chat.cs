using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.Dialogs;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Photos;
using PledgeBot.Dialogs.SetUp;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Invokes;
using PledgeBot.Tests.Connector;
using PledgeBot.Tests.Photos;
using PledgeBot.Tests.Subjects;

namespace PledgeBot.Tests.Turns;

/// <summary>
/// Members who write to the bot and press its cards, each turn going through the router as the channel's activities do. Everything
/// but the records, the clock and the connector is the real thing.
/// </summary>
internal sealed class Chat : IDisposable
{
    private const string Service = "http://localhost:3978/connector/";

    private readonly ServiceProvider _services;
    private readonly HttpClient _http;
    private int _messages;

    public Chat(RecordsInMemory records, DateTimeOffset now)
    {
        Records = records;
        Time = new FakeTimeProvider(now);
        Typing = new TypingShown(Connector);
        _http = new HttpClient(Typing);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IPartnershipRecords>(records)
            .AddSingleton(new ConnectorClient(_http, ServiceUrlPolicy.LocalOnly, new NoCredentials(), Time))
            .AddPledgeBotDialogs()
            .BuildServiceProvider();
    }

    public RecordsInMemory Records { get; }

    public FakeTimeProvider Time { get; }

    public CommandRouter Commands => _services.GetRequiredService<CommandRouter>();

    public RecordingConnector Connector { get; } = new();

    public TypingShown Typing { get; }

    /// <summary>A picture pasted into a message, with the bytes that the connector gives for it.</summary>
    public Attachment Picture(byte[] bytes)
    {
        Connector.Answers(new ByteArrayContent(bytes));
        return new Attachment { ContentType = AttachmentContentTypes.AnyImage, ContentUrl = Service + "v3/attachments/1/views/original" };
    }

    /// <summary>A picture that the connector does not give.</summary>
    public Attachment LostPicture()
    {
        Connector.Answers(HttpStatusCode.Forbidden);
        return new Attachment { ContentType = AttachmentContentTypes.AnyImage, ContentUrl = Service + "v3/attachments/1/views/original" };
    }

    /// <summary>Writes in the personal chat.</summary>
    public Task<Said> WriteAsync(MemberId who, string text, Attachment? picture = null) =>
        TurnAsync(who, Message(who, text, picture, ConversationTypes.Personal));

    /// <summary>Writes in the channel.</summary>
    public Task<Said> WriteInChannelAsync(MemberId who, string text, Attachment? picture = null) =>
        TurnAsync(who, Message(who, text, picture, ConversationTypes.Channel));

    /// <summary>Writes in some kind of conversation, with what goes with the message.</summary>
    public Task<Said> SendAsync(MemberId who, string conversationType, string text, params List<Attachment> attachments)
    {
        Activity message = Message(who, text, picture: null, conversationType);
        message.Attachments = attachments;
        return TurnAsync(who, message);
    }

    /// <summary>Writes in a conversation of the given kind.</summary>
    public Task<Said> WriteInAsync(string conversationType, MemberId who, string text) => TurnAsync(who, Message(who, text, null, conversationType));

    /// <summary>Presses a button of a card in the personal chat, or opens or submits the form behind it.</summary>
    public Task<Said> PressAsync(MemberId who, AdaptiveCard card, string button, params (string Id, string Value)[] inputs) =>
        PressAsync(ConversationTypes.Personal, who, Assert.Single(CardActions.Of(card), action => action.Title == button), inputs);

    /// <summary>Presses a button as an older client does, which knows its fallback only.</summary>
    public Task<Said> SubmitAsync(string conversationType, MemberId who, ExecuteAction action, params (string Id, string Value)[] inputs)
    {
        var fallback = Assert.IsType<SubmitAction>(action.Fallback);
        Activity activity = Message(who, null, null, conversationType);
        activity.ReplyToId = "pressed-card";
        JsonObject data = fallback.Data!.DeepClone().AsObject();
        foreach ((string id, string value) in inputs)
        {
            data[id] = value;
        }

        activity.Value = JsonElement.Parse(data.ToJsonString());
        return TurnAsync(who, activity);
    }

    /// <summary>Presses a button in a conversation of the given kind.</summary>
    public Task<Said> PressAsync(string conversationType, MemberId who, AdaptiveAction action, params (string Id, string Value)[] inputs)
    {
        JsonObject data = (action switch
        {
            ExecuteAction execute => execute.Data,
            SubmitAction submit => submit.Data,
            _ => null,
        })?.DeepClone().AsObject() ?? [];
        foreach ((string id, string value) in inputs)
        {
            data[id] = value;
        }

        bool opensForm = data.Remove("msteams");
        Activity activity = Message(who, null, null, conversationType);
        activity.Type = ActivityTypes.Invoke;
        activity.ReplyToId = "pressed-card";
        (activity.Name, JsonNode press) = action is ExecuteAction { Verb: var verb }
            ? (InvokeNames.AdaptiveCardAction, new JsonObject { ["action"] = new JsonObject { ["verb"] = verb, ["data"] = data } })
            : (opensForm ? InvokeNames.TaskFetch : InvokeNames.TaskSubmit, new JsonObject { ["data"] = data });
        activity.Value = JsonElement.Parse(press.ToJsonString());
        return TurnAsync(who, activity);
    }

    public void Dispose()
    {
        _services.Dispose();
        _http.Dispose();
        Connector.Dispose();
    }

    private async Task<Said> TurnAsync(MemberId who, Activity activity)
    {
        using var culture = CultureScope.For("sv-SE");
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using var turn = new TurnInMemory(Records);
        var context = new TurnContext(
            activity,
            turn,
            Records.Place,
            Records.Partnership.FindMember(who) ?? new Member(who, Party.Municipality, "", Duties.None),
            [.. Records.Contacts.Values],
            Time.GetUtcNow())
        {
            Photo = await _services.GetRequiredService<PhotoIntake>().FetchAsync(activity, cancellationToken),
            Founder = await _services.GetRequiredService<FounderCheck>().AskAsync(activity, Records.Place, cancellationToken),
        };
        TurnAnswer answer = await _services.GetRequiredService<TurnRouter>().RouteAsync(context, cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return Said.Read(answer.Response, [.. turn.Scheduled.Where(work => work.Kind == WorkKinds.Send).Select(SendWork.Read)]);
    }

    private Activity Message(MemberId who, string? text, Attachment? picture, string conversationType) => new()
    {
        Type = ActivityTypes.Message,
        Id = (++_messages).ToString(CultureInfo.InvariantCulture),
        ServiceUrl = Service,
        ChannelId = "msteams",
        From = new ChannelAccount { Id = "29:" + who, AadObjectId = who.ToString() },
        Recipient = new ChannelAccount { Id = "28:bot" },
        Conversation = new ConversationAccount
        {
            Id = conversationType == ConversationTypes.Channel ? "19:channel;messageid=1" : "a:" + who,
            ConversationType = conversationType,
            TenantId = "tenant",
        },
        Text = text,
        Attachments = picture is null ? null : [picture],
    };
}
