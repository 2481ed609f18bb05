using System.Text.Json.Nodes;

namespace PledgeBot.Tests.Running;

/// <summary>Makes activities as the channel sends them, for tests that speak to the bot without the stand-in.</summary>
internal static class WireActivity
{
    /// <summary>An activity from a member of the stand-in's team, in the channel.</summary>
    public static JsonObject From(StartedProgram program, string member, string type, JsonObject more)
    {
        // The demo's accounts are named after their object identifiers.
        var account = Guid.ParseExact(member["29:1-".Length..], "N");
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = "f:" + Guid.NewGuid().ToString("N"),
            ["serviceUrl"] = new Uri(program.Address, "local-teams/connector/").AbsoluteUri,
            ["channelId"] = "msteams",
            ["locale"] = "sv-SE",
            ["from"] = new JsonObject { ["id"] = member, ["aadObjectId"] = account.ToString() },
            ["recipient"] = new JsonObject { ["id"] = "28:pledgebot-local", ["name"] = "PledgeBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = "19:local-channel@thread.tacv2",
                ["conversationType"] = "channel",
                ["isGroup"] = true,
                ["tenantId"] = "5a1b6c2d-0f3e-4a7b-9c8d-112233445566",
            },
            ["channelData"] = new JsonObject
            {
                ["team"] = new JsonObject { ["id"] = "19:local-team@thread.tacv2" },
                ["channel"] = new JsonObject { ["id"] = "19:local-channel@thread.tacv2" },
                ["tenant"] = new JsonObject { ["id"] = "5a1b6c2d-0f3e-4a7b-9c8d-112233445566" },
            },
        };
        foreach ((string name, JsonNode? value) in more)
        {
            activity[name] = value?.DeepClone();
        }

        return activity;
    }
}
