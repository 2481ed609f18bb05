using System.Text.Json.Nodes;

namespace PledgeBot.Tests.LocalTeams;

/// <summary>Cards for tests, in the wire's own form.</summary>
internal static class Cards
{
    public static JsonObject Text(string text) => new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };

    public static JsonObject Execute(string title, string verb, JsonObject? data = null) => new()
    {
        ["type"] = "Action.Execute",
        ["title"] = title,
        ["verb"] = verb,
        ["data"] = data?.DeepClone(),
    };

    public static JsonObject Submit(string title, JsonObject data) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = title,
        ["data"] = data.DeepClone(),
    };

    public static JsonObject TextInput(string id, string label) => new() { ["type"] = "Input.Text", ["id"] = id, ["label"] = label };

    public static JsonObject Choices(string id, string label, params string[] values) => new()
    {
        ["type"] = "Input.ChoiceSet",
        ["id"] = id,
        ["label"] = label,
        ["style"] = "expanded",
        ["isMultiSelect"] = true,
        ["choices"] = new JsonArray([.. values.Select(v => (JsonNode)new JsonObject { ["title"] = v, ["value"] = v })]),
    };

    public static JsonObject Card(IEnumerable<JsonObject> body, IEnumerable<JsonObject>? actions = null, JsonObject? refresh = null)
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = new JsonArray([.. body.Select(b => (JsonNode)b)]),
        };
        if (actions is not null)
        {
            card["actions"] = new JsonArray([.. actions.Select(a => (JsonNode)a)]);
        }

        if (refresh is not null)
        {
            card["refresh"] = refresh;
        }

        return card;
    }

    public static JsonObject Refresh(string verb, params string[] userIds) => new()
    {
        ["action"] = Execute("Uppdatera", verb),
        ["userIds"] = new JsonArray([.. userIds.Select(u => (JsonNode)u)]),
    };

    public static JsonObject Message(JsonObject card) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = card.DeepClone(),
        }),
    };

    public static JsonObject Message(string text) => new() { ["type"] = "message", ["text"] = text };

    public static JsonObject CardAnswer(JsonObject card) => new()
    {
        ["statusCode"] = 200,
        ["type"] = "application/vnd.microsoft.card.adaptive",
        ["value"] = card.DeepClone(),
    };

    public static JsonObject MessageAnswer(string text) => new()
    {
        ["statusCode"] = 200,
        ["type"] = "application/vnd.microsoft.activity.message",
        ["value"] = text,
    };

    public static JsonObject Dialog(string title, JsonObject card) => new()
    {
        ["task"] = new JsonObject
        {
            ["type"] = "continue",
            ["value"] = new JsonObject
            {
                ["title"] = title,
                ["width"] = "medium",
                ["card"] = new JsonObject
                {
                    ["contentType"] = "application/vnd.microsoft.card.adaptive",
                    ["content"] = card.DeepClone(),
                },
            },
        },
    };

    public static JsonObject DialogMessage(string text) => new()
    {
        ["task"] = new JsonObject { ["type"] = "message", ["value"] = text },
    };

    public static JsonObject SearchResult(string title, JsonObject card, JsonObject? tap = null) => new()
    {
        ["contentType"] = "application/vnd.microsoft.card.adaptive",
        ["content"] = card.DeepClone(),
        ["preview"] = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.thumbnail",
            ["content"] = new JsonObject
            {
                ["title"] = title,
                ["text"] = "Torget, kvällstid",
                ["tap"] = tap is null ? null : new JsonObject { ["type"] = "invoke", ["value"] = tap.DeepClone() },
            },
        },
    };

    public static JsonObject SearchResults(params JsonObject[] results) => new()
    {
        ["composeExtension"] = new JsonObject
        {
            ["type"] = "result",
            ["attachmentLayout"] = "list",
            ["attachments"] = new JsonArray([.. results.Select(r => (JsonNode)r.DeepClone())]),
        },
    };
}
