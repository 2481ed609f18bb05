using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PledgeBot.Tests.Hosting;

/// <summary>
/// The channel's side of the connector in memory: keeps what the bot posts and changes as Teams does, and gives numbers to
/// messages and threads (protocol section 3).
/// </summary>
internal sealed class ChannelInMemory : HttpMessageHandler
{
    private const string Thread = ";messageid=";

    private readonly Lock _gate = new();
    private readonly List<ChannelMessage> _messages = [];
    private readonly Dictionary<string, byte[]> _pictures = [];
    private readonly SemaphoreSlim _asked = new(0);
    private readonly SemaphoreSlim _sent = new(0);
    private long _last = 1_600_000_000_000;
    private int _waiting;

    /// <summary>Gets who is in the team; what the roster operations answer with.</summary>
    public List<ChannelPerson> Roster { get; } = [];

    /// <summary>Gets the team's name, as its details give it.</summary>
    public string TeamName { get; init; } = "Medborgarlöftet";

    /// <summary>Gets the messages that the bot has sent, oldest first.</summary>
    public IReadOnlyList<ChannelMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Gets or sets how many times the bot has asked for anything.</summary>
    public int Calls { get; private set; }

    /// <summary>Gets or sets whether it leaves what the bot asks for unanswered; what the bot says it takes all the same.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Gets whether the bot waits for an answer.</summary>
    public bool IsWaitedFor => Volatile.Read(ref _waiting) > 0;

    /// <summary>Waits until the bot asks for something that it gets no answer to.</summary>
    public Task WhenAskedAsync() => _asked.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Waits until the bot has sent so many messages in all; half a minute by the wall clock at the most.</summary>
    public async Task WhenSentAsync(int messages)
    {
        while (Messages.Count < messages)
        {
            await _sent.WaitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Forgets everything that was sent.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _messages.Clear();
            Calls = 0;
        }
    }

    /// <summary>Puts a message there that the bot sent some time ago, so that it can be changed.</summary>
    public void Seed(string conversation, string id)
    {
        lock (_gate)
        {
            _messages.Add(new ChannelMessage(conversation, id, []));
        }
    }

    /// <summary>Keeps a picture for the bot to fetch, and gives the address it has in a message.</summary>
    public string Keep(byte[] picture)
    {
        lock (_gate)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"v3/attachments/0-{++_last}/views/original");
            _pictures[path] = picture;
            return Place.ServiceUrl + path;
        }
    }

    protected override void Dispose(bool disposing)
    {
        _asked.Dispose();
        _sent.Dispose();
        base.Dispose(disposing);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        JsonObject? body = request.Content is null
            ? null
            : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
        if (IsSilent && request.Method == HttpMethod.Get)
        {
            await StaySilentAsync(cancellationToken);
        }

        string all = request.RequestUri!.AbsolutePath;
        string path = all[(all.IndexOf("/v3/", StringComparison.Ordinal) + 1)..];
        lock (_gate)
        {
            Calls++;
            return Answer(request.Method.Method, path, [.. path.Split('/').Select(Uri.UnescapeDataString)], body);
        }
    }

    private async Task StaySilentAsync(CancellationToken cancellationToken)
    {
        var givenUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Increment(ref _waiting);
        await using CancellationTokenRegistration registration = cancellationToken.Register(() =>
        {
            Interlocked.Decrement(ref _waiting);
            givenUp.SetCanceled(cancellationToken);
        });
        _asked.Release();
        await givenUp.Task;
    }

    private HttpResponseMessage Answer(string method, string path, string[] segments, JsonObject? body) => (method, segments) switch
    {
        ("POST", ["v3", "conversations"]) => Create(body!),
        ("POST", ["v3", "conversations", var conversation, "activities"]) => Post(conversation, body!),
        ("POST", ["v3", "conversations", var conversation, "activities", _]) => Post(conversation, body!),
        ("PUT", ["v3", "conversations", var conversation, "activities", var id]) => Update(conversation, id, body!),
        ("DELETE", ["v3", "conversations", var conversation, "activities", var id]) => Delete(conversation, id),
        ("GET", ["v3", "conversations", _, "pagedmembers"]) => Json(200, new JsonObject { ["members"] = Members() }),
        ("GET", ["v3", "conversations", _, "members"]) => Json(200, Members()),
        ("GET", ["v3", "conversations", _, "members", var who]) => Member(who),
        ("GET", ["v3", "teams", var team]) => Json(200, new JsonObject { ["id"] = team, ["name"] = TeamName, ["aadGroupId"] = Place.Group }),
        ("GET", ["v3", "teams", var team, "conversations"]) => Json(200, Channels(team)),
        ("GET", ["v3", "attachments", ..]) when _pictures.TryGetValue(path, out byte[]? picture) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(picture) },
        ("GET", ["v3", "attachments", ..]) => Error(404, "NotFound"),
        _ => Error(405, "MethodNotAllowed"),
    };

    private HttpResponseMessage Create(JsonObject body)
    {
        if ((bool?)body["isGroup"] != true)
        {
            return Json(201, new JsonObject { ["id"] = Place.PersonalChatOf((string)body["members"]![0]!["id"]!) });
        }

        string channel = (string)body["channelData"]!["channel"]!["id"]!;
        string id = NextId();
        Keep(channel + Thread + id, id, body["activity"]!.AsObject());
        return Json(201, new JsonObject { ["id"] = channel + Thread + id, ["activityId"] = id });
    }

    private HttpResponseMessage Post(string conversation, JsonObject activity)
    {
        bool isChannel = conversation.Contains("@thread.tacv2", StringComparison.Ordinal) || conversation.Contains("@thread.skype", StringComparison.Ordinal);
        string id = NextId();
        Keep(isChannel && !conversation.Contains(Thread, StringComparison.Ordinal) ? conversation + Thread + id : conversation, id, activity);

        // A text beside a card is split in two, and then no number comes back.
        bool isSplit = activity["text"] is not null && activity["attachments"] is not null;
        return isSplit ? new HttpResponseMessage(HttpStatusCode.Accepted) : Json(201, new JsonObject { ["id"] = id });
    }

    private HttpResponseMessage Update(string conversation, string id, JsonObject activity)
    {
        if (Find(conversation, id) is not { } message)
        {
            return Error(404, "ActivityNotFoundInConversation");
        }

        message.Versions.Add(Kept(activity));
        return Json(200, new JsonObject { ["id"] = id });
    }

    private HttpResponseMessage Delete(string conversation, string id)
    {
        if (Find(conversation, id) is not { } message)
        {
            return Error(404, "ActivityNotFoundInConversation");
        }

        _messages.Remove(message);
        return new HttpResponseMessage(HttpStatusCode.OK);
    }

    private HttpResponseMessage Member(string who) =>
        Roster.FirstOrDefault(person => person.Account == who || person.DirectoryId == who) is { } found
            ? Json(200, Describe(found))
            : Error(404, "MemberNotFoundInConversation");

    private ChannelMessage? Find(string conversation, string id) => _messages.FirstOrDefault(message =>
        message.Id == id && WithoutThread(message.Conversation) == WithoutThread(conversation));

    private void Keep(string conversation, string id, JsonObject activity)
    {
        _messages.Add(new ChannelMessage(conversation, id, [Kept(activity)]));
        _sent.Release();
    }

    private JsonArray Members() => [.. Roster.Select(Describe)];

    private static JsonObject Channels(string team) => new()
    {
        ["conversations"] = new JsonArray(
            new JsonObject { ["id"] = team },
            new JsonObject { ["id"] = Place.Channel, ["name"] = "Trygghet" }),
    };

    private static JsonObject Describe(ChannelPerson person) => new()
    {
        ["id"] = person.Account,
        ["objectId"] = person.DirectoryId,
        ["name"] = person.Name,
        ["userRole"] = "user",
        ["tenantId"] = Place.Tenant,
    };

    private string NextId() => (++_last).ToString(CultureInfo.InvariantCulture);

    private static string WithoutThread(string conversation) => conversation.Split(';')[0];

    private static JsonElement Kept(JsonObject activity) => JsonElement.Parse(activity.ToJsonString());

    private static HttpResponseMessage Error(int status, string code) =>
        Json(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } });

    private static HttpResponseMessage Json(int status, JsonNode body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
}
