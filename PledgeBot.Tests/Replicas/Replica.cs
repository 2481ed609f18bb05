using System.Text.Json;
using System.Text.Json.Nodes;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Polls;
using PledgeBot.Tests.Hosting;
using PledgeBot.Tests.Records;

namespace PledgeBot.Tests.Replicas;

/// <summary>One of several bots over the same records: with a connection, a cache and a clock of its own, as another process has.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private readonly TemporaryRecords _records;

    private Replica(TemporaryRecords records, HostedBot bot)
    {
        _records = records;
        Bot = bot;
    }

    public HostedBot Bot { get; }

    public static async Task<Replica> StartAsync(TemporaryRecords records, DateTimeOffset now)
    {
        TemporaryRecords own = records.OpenAgain();
        return new Replica(own, await HostedBot.StartAsync(now, services => services.Use(own), overSockets: true));
    }

    /// <summary>Presses the button that votes, as a member's client does.</summary>
    /// <returns>The text of the answer.</returns>
    public async Task<string> VoteAsync(MemberId member, PollId poll, string picks)
    {
        (int status, JsonElement? body) = await Bot.PostAsync(Press(member, "poll.vote", new JsonObject { ["poll"] = poll.ToString(), ["picks"] = picks }));
        Assert.Equal(200, status);
        return body!.Value.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await _records.DisposeAsync();
    }

    private static string Press(MemberId member, string verb, JsonObject data)
    {
        var person = ChannelPerson.Of(member);
        return new JsonObject
        {
            ["type"] = "invoke",
            ["id"] = "f:" + Guid.NewGuid(),
            ["name"] = "adaptiveCard/action",
            ["serviceUrl"] = Place.ServiceUrl,
            ["channelId"] = "msteams",
            ["locale"] = "sv-SE",
            ["from"] = new JsonObject { ["id"] = person.Account, ["aadObjectId"] = person.DirectoryId },
            ["recipient"] = new JsonObject { ["id"] = Place.Bot, ["name"] = "PledgeBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = Place.Channel,
                ["conversationType"] = "channel",
                ["isGroup"] = true,
                ["tenantId"] = Place.Tenant,
            },
            ["channelData"] = new JsonObject
            {
                ["team"] = new JsonObject { ["id"] = Place.Team },
                ["channel"] = new JsonObject { ["id"] = Place.Channel },
                ["tenant"] = new JsonObject { ["id"] = Place.Tenant },
            },
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
                ["trigger"] = "manual",
            },
        }.ToJsonString();
    }
}
