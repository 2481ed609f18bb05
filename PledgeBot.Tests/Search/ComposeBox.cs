using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
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
using PledgeBot.Tests.Connector;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Search;

/// <summary>
/// Members who use the message extension where they write messages. What they do goes in where the channel's activities do;
/// everything but the records, the directory, the clock and the connector is the real thing.
/// </summary>
internal sealed class ComposeBox : IDisposable
{
    public const string TeamOfOurs = "19:team@thread.tacv2";

    private const string Tenant = "tenant";
    private const string Service = "http://localhost:3978/connector/";

    private static readonly ConversationReference Channel = new(Service, "19:chat", "28:bot", Tenant, ConversationTypes.Channel);

    private readonly ServiceProvider _services;
    private readonly HttpClient _http;
    private readonly RecordingConnector _connector = new();
    private int _activities;

    public ComposeBox(Partnership partnership, DateTimeOffset now)
    {
        Records = new RecordsInMemory(partnership);
        Time = new FakeTimeProvider(now);
        _http = new HttpClient(_connector);
        Contact[] contacts = [.. partnership.Members.Select(member => new Contact(member.Id, member.Title, AccountOf(member.Id), "29:" + member.Id))];
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IPartnershipRecords>(Records)
            .AddSingleton<IDirectory>(new OneDirectory(ChannelPlace.Of(partnership.Id, Tenant, TeamOfOurs, Channel), contacts))
            .AddSingleton(new ConnectorClient(_http, ServiceUrlPolicy.LocalOnly, new NoCredentials(), Time))
            .AddPledgeBotDialogs()
            .BuildServiceProvider();
    }

    public RecordsInMemory Records { get; }

    public FakeTimeProvider Time { get; }

    /// <summary>Gets or sets the kind of chat that members write in.</summary>
    public string ConversationType { get; set; } = ConversationTypes.Channel;

    /// <summary>Gets or sets the team of the channel; null outside a team.</summary>
    public string? Team { get; set; } = TeamOfOurs;

    public string Locale { get; set; } = "sv-SE";

    /// <summary>Searches for a text.</summary>
    public async Task<Hits> SearchAsync(MemberId who, string text, int skip = 0, int count = ComposeQuery.MostHits) =>
        Hits.Read(await AskAsync(who, InvokeNames.ComposeQuery, new JsonObject
        {
            ["commandId"] = "search",
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "text", ["value"] = text }),
            ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
        }));

    /// <summary>Sends a request.</summary>
    public async Task<InvokeResponse?> AskAsync(MemberId who, string name, JsonNode value, string? id = null)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Invoke,
            Name = name,
            Id = id ?? "f:" + (++_activities).ToString(CultureInfo.InvariantCulture),
            ServiceUrl = Service,
            ChannelId = "msteams",
            Locale = Locale,
            From = new ChannelAccount { Id = "29:" + who, AadObjectId = AccountOf(who) },
            Recipient = new ChannelAccount { Id = "28:bot" },
            Conversation = new ConversationAccount { Id = "19:chat", ConversationType = ConversationType, TenantId = Tenant },
            ChannelData = Team is null ? null : new TeamsChannelData { Team = new TeamInfo { Id = Team } },
            Value = JsonElement.Parse(value.ToJsonString()),
        };
        return await _services.GetRequiredService<IActivityHandler>().HandleAsync(activity, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _services.Dispose();
        _http.Dispose();
        _connector.Dispose();
    }

    private static string AccountOf(MemberId member) => "account-" + member;
}

/// <summary>What a search was answered.</summary>
/// <param name="Sentence">The sentence; nothing when there were hits.</param>
/// <param name="List">The hits.</param>
internal sealed record Hits(string? Sentence, IReadOnlyList<ComposeHit> List)
{
    /// <summary>Gets the titles, in order.</summary>
    public IEnumerable<string> Titles => List.Select(hit => hit.Title);

    public static Hits Read(InvokeResponse? answer)
    {
        JsonElement extension = answer!.Body!.Value.GetProperty("composeExtension");
        return extension.GetProperty("type").GetString() == "message"
            ? new Hits(extension.GetProperty("text").GetString(), [])
            : new Hits(null, [.. extension.GetProperty("attachments").EnumerateArray().Select(ReadHit)]);
    }

    private static ComposeHit ReadHit(JsonElement attachment)
    {
        JsonElement preview = attachment.GetProperty("preview").GetProperty("content");
        return new ComposeHit(
            preview.GetProperty("title").GetString()!, preview.GetProperty("text").GetString()!, CardJson.Read(attachment.GetProperty("content")));
    }
}
