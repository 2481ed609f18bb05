using System.Text.Json.Nodes;
using PledgeBot.Benchmarks.Votes;

namespace PledgeBot.Benchmarks.Activities;

/// <summary>Makes requests as Teams sends them when somebody presses a button on a poll's card in the channel.</summary>
internal static class VoteActivity
{
    /// <summary>Makes a vote.</summary>
    /// <param name="serviceUrl">Where the channel listens.</param>
    /// <param name="member">The member's account in the directory.</param>
    /// <param name="message">The message that holds the card.</param>
    /// <param name="poll">The poll, as the card's buttons name it.</param>
    /// <param name="picks">The ticked proposals, separated by commas.</param>
    public static JsonObject Vote(Uri serviceUrl, Guid member, string message, string poll, string picks) =>
        Press(serviceUrl, member, message, "poll.vote", new JsonObject { ["poll"] = poll, ["picks"] = picks });

    /// <summary>Makes a look at the poll's card.</summary>
    public static JsonObject View(Uri serviceUrl, Guid member, string message, string poll) =>
        Press(serviceUrl, member, message, "card.view", new JsonObject { ["subject"] = "poll/" + poll });

    /// <summary>Makes the form that opens the demo's poll, as the client sends it when the coordinator has filled it in.</summary>
    public static JsonObject OpenPoll(Uri serviceUrl, bool isSecret = false) => Request(serviceUrl, VoteDemo.AccountOf(1), "task/submit", new JsonObject
    {
        ["data"] = new JsonObject
        {
            ["verb"] = "form.save",
            ["dialog"] = "poll-open",
            ["subject"] = "V1",
            ["nonce"] = Guid.NewGuid().ToString("N"),
            ["closesOn"] = "2020-09-14",
            ["closesAt"] = "15:00",
            ["rule"] = "exactly",
            ["kind"] = isSecret ? "secret" : "open",
        },
    });

    /// <summary>Finds the message of an open poll, and the poll, in what a member sees of the channel; nothing if there is none yet.</summary>
    /// <param name="state">What the stand-in's page shows the member.</param>
    public static (string Message, string Poll)? FindPoll(JsonNode state)
    {
        foreach (JsonNode? activity in state["activities"]!.AsArray())
        {
            if (PollOf(activity) is { } poll)
            {
                return (activity!["id"]!.GetValue<string>(), poll);
            }
        }

        return null;
    }

    /// <summary>Makes a request from a member in the channel.</summary>
    public static JsonObject Request(Uri serviceUrl, Guid member, string name, JsonObject value) => new()
    {
        ["type"] = "invoke",
        ["id"] = "f:" + Guid.NewGuid(),
        ["timestamp"] = "2020-09-07T06:00:00.123Z",
        ["localTimestamp"] = "2020-09-07T08:00:00.123+02:00",
        ["localTimezone"] = "Europe/Stockholm",
        ["serviceUrl"] = serviceUrl.AbsoluteUri,
        ["channelId"] = "msteams",
        ["locale"] = "sv-SE",
        ["name"] = name,
        ["from"] = new JsonObject { ["id"] = AccountOf(member), ["name"] = "Medlem", ["aadObjectId"] = member.ToString() },
        ["recipient"] = new JsonObject { ["id"] = "28:pledgebot-local", ["name"] = "PledgeBot" },
        ["conversation"] = new JsonObject
        {
            ["id"] = "19:local-channel@thread.tacv2",
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = "5a1b6c2d-0f3e-4a7b-9c8d-112233445566",
        },
        ["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "clientInfo",
            ["locale"] = "sv-SE",
            ["country"] = "SE",
            ["platform"] = "Web",
            ["timezone"] = "Europe/Stockholm",
        }),
        ["channelData"] = new JsonObject
        {
            ["team"] = new JsonObject { ["id"] = "19:local-team@thread.tacv2" },
            ["channel"] = new JsonObject { ["id"] = "19:local-channel@thread.tacv2" },
            ["tenant"] = new JsonObject { ["id"] = "5a1b6c2d-0f3e-4a7b-9c8d-112233445566" },
            ["source"] = new JsonObject { ["name"] = "message" },
        },
        ["value"] = value,
    };

    /// <summary>Gets a member's account in the channel of local mode.</summary>
    public static string AccountOf(Guid member) => "29:1-" + member.ToString("N");

    /// <summary>Finds the poll in the data of the button that votes.</summary>
    private static string? PollOf(JsonNode? node) => node switch
    {
        JsonObject { } button when button["verb"] is JsonValue verb && verb.TryGetValue(out string? name) && name == "poll.vote" =>
            button["data"]!["poll"]!.GetValue<string>(),
        JsonObject members => members.Select(member => PollOf(member.Value)).FirstOrDefault(poll => poll is not null),
        JsonArray items => items.Select(PollOf).FirstOrDefault(poll => poll is not null),
        _ => null,
    };

    private static JsonObject Press(Uri serviceUrl, Guid member, string message, string verb, JsonObject data)
    {
        JsonObject request = Request(serviceUrl, member, "adaptiveCard/action", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        });
        request["replyToId"] = message;
        return request;
    }
}
