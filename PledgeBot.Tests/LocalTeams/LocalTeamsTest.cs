using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PledgeBot.LocalTeams;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>A stand-in and a bot that know each other, and a clock that stands still at noon on 5 October 2026, UTC.</summary>
public abstract class LocalTeamsTest : IAsyncLifetime
{
    internal static readonly DateTimeOffset Noon = new(2026, 10, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly List<MemberOverHttp> _members = [];

    private protected FakeTimeProvider Time { get; } = new(Noon);

    private protected TestBot Bot { get; private set; } = null!;

    private protected LocalTeamsServer Teams { get; private set; } = null!;

    private protected MemberOverHttp Anna { get; private set; } = null!;

    private protected MemberOverHttp Bo { get; private set; } = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Bot = await TestBot.StartAsync();
        Teams = await LocalTeamsServer.StartAsync(Bot, Time, configure: Configure);
        Anna = As(LocalTeamsServer.Anna);
        Bo = As(LocalTeamsServer.Bo);
    }

    public async ValueTask DisposeAsync()
    {
        _members.ForEach(member => member.Dispose());
        await Teams.DisposeAsync();
        await Bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected virtual void Configure(LocalTeamsOptions options)
    {
    }

    /// <summary>Becomes a member; the test's end is theirs too.</summary>
    private protected MemberOverHttp As(LocalMember member)
    {
        MemberOverHttp became = Teams.As(member);
        _members.Add(became);
        return became;
    }

    private protected Task<(int Status, JsonObject? Body, HttpResponseMessage Response)> CallAsync(
        HttpMethod method,
        string path,
        JsonNode? body = null,
        string? token = null) =>
        Bot.CallAsync(method, Teams.ServiceUrl, path, body, token);

    private protected Task<(int Status, JsonObject? Body, HttpResponseMessage Response)> PostAsync(string path, JsonNode body) =>
        CallAsync(HttpMethod.Post, path, body);

    /// <summary>Begins a thread in the channel as the bot does; gives its conversation and the first message's id.</summary>
    private protected async Task<(string Conversation, string Id)> BeginThreadAsync(JsonObject message)
    {
        (int status, JsonObject? body, _) = await PostAsync("v3/conversations", new JsonObject
        {
            ["isGroup"] = true,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = LocalTeamsServer.ChannelId } },
            ["activity"] = message,
        });
        Assert.Equal(201, status);
        return ((string)body!["id"]!, (string)body["activityId"]!);
    }

    private protected static string Activities(string conversation, string? activity = null) =>
        $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities{(activity is null ? "" : "/" + activity)}";

    private protected static string? Code(JsonObject? body) => (string?)body?["error"]?["code"];
}
