using System.Globalization;
using System.Text.Json.Nodes;

namespace PledgeBot.Tests.Hosting;

/// <summary>Makes activities as Teams sends them (protocol section 4).</summary>
internal sealed class Sent
{
    private int _last = 100_000;

    /// <summary>A message, with a mention where the bot hears no other.</summary>
    public JsonObject Message(ChannelPerson from, Scope scope, string text, string locale = "sv-SE")
    {
        string id = NextMessage();
        JsonObject activity = Make("message", id, from, scope, locale);
        InThreadOf(activity, scope, id);
        activity.Remove("replyToId");

        activity["textFormat"] = "plain";
        activity["text"] = text;
        if (scope != Scope.Personal)
        {
            activity["text"] = "<at>PledgeBot</at> " + text;
            activity["entities"]!.AsArray().Insert(0, new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>PledgeBot</at>",
                ["mentioned"] = new JsonObject { ["id"] = Place.Bot, ["name"] = "PledgeBot" },
            });
        }

        return activity;
    }

    /// <summary>A message with a pasted picture.</summary>
    public JsonObject Picture(ChannelPerson from, Scope scope, string text, string address, string locale = "sv-SE")
    {
        JsonObject activity = Message(from, scope, text, locale);
        activity["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = address },
            new JsonObject { ["contentType"] = "text/html", ["content"] = "<p><img itemscope=\"png\" src=\"https://example.org/a\"></p>" });
        return activity;
    }

    /// <summary>A press of <c>Action.Execute</c>, or a refresh.</summary>
    public JsonObject Execute(
        ChannelPerson from, Scope scope, string verb, JsonObject data, string? card, string trigger = "manual", string locale = "sv-SE") =>
        Invoke("adaptiveCard/action", from, scope, card, locale, new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = trigger,
        });

    /// <summary>A press of <c>Action.Submit</c>, which is a message without text.</summary>
    public JsonObject Submit(ChannelPerson from, Scope scope, JsonObject data, string? card, string locale = "sv-SE")
    {
        JsonObject activity = Make("message", NextEvent(), from, scope, locale);
        InThreadOf(activity, scope, card);
        activity["value"] = data;
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        return activity;
    }

    /// <summary>A form is opened.</summary>
    public JsonObject OpenForm(ChannelPerson from, Scope scope, JsonObject data, string? card, string locale = "sv-SE") =>
        Invoke("task/fetch", from, scope, card, locale, FormValue(data));

    /// <summary>A form is sent.</summary>
    public JsonObject SendForm(ChannelPerson from, Scope scope, JsonObject data, string? card, string locale = "sv-SE") =>
        Invoke("task/submit", from, scope, card, locale, FormValue(data));

    /// <summary>A request.</summary>
    public JsonObject Invoke(string name, ChannelPerson from, Scope scope, string? card, string locale, JsonObject value)
    {
        JsonObject activity = Make("invoke", NextEvent(), from, scope, locale);
        activity["name"] = name;
        InThreadOf(activity, scope, card);
        activity["value"] = value;
        return activity;
    }

    /// <summary>The bot is added in a conversation.</summary>
    public JsonObject Installation(ChannelPerson from, Scope scope, string action = "add", string locale = "sv-SE")
    {
        JsonObject activity = Make("installationUpdate", NextEvent(), from, scope, locale);
        activity["action"] = action;
        if (scope == Scope.Channel)
        {
            activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = Place.Channel } };
            activity["channelData"]!["team"]!["aadGroupId"] = Place.Group;
            activity["channelData"]!["team"]!["name"] = "Medborgarlöftet";
        }

        return activity;
    }

    /// <summary>Says which message it answers; in a channel everything stands in some thread.</summary>
    private static void InThreadOf(JsonObject activity, Scope scope, string? message)
    {
        activity["replyToId"] = message;
        if (scope == Scope.Channel && message is not null)
        {
            activity["conversation"]!["id"] = $"{Place.Channel};messageid={message}";
        }
    }

    private static JsonObject FormValue(JsonObject data) => new()
    {
        ["data"] = data,
        ["context"] = new JsonObject { ["theme"] = "default" },
    };

    private static JsonObject Make(string type, string id, ChannelPerson from, Scope scope, string locale)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = "2020-09-07T10:00:00.123Z",
            ["localTimestamp"] = "2020-09-07T12:00:00.123+02:00",
            ["localTimezone"] = "Europe/Stockholm",
            ["serviceUrl"] = Place.ServiceUrl,
            ["channelId"] = "msteams",
            ["locale"] = locale,
            ["from"] = new JsonObject { ["id"] = from.Account, ["name"] = from.Name, ["aadObjectId"] = from.DirectoryId },
            ["recipient"] = new JsonObject { ["id"] = Place.Bot, ["name"] = "PledgeBot" },
            ["conversation"] = scope switch
            {
                Scope.Personal => Conversation(Place.PersonalChatOf(from.Account), "personal"),
                Scope.Channel => Conversation(Place.Channel, "channel"),
                _ => Conversation(Place.GroupChat, "groupChat"),
            },
            ["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "clientInfo",
                ["locale"] = locale,
                ["country"] = "SE",
                ["platform"] = "iOS",
                ["timezone"] = "Europe/Stockholm",
            }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Place.Tenant } },
        };
        if (scope == Scope.Channel)
        {
            activity["channelData"]!["team"] = new JsonObject { ["id"] = Place.Team };
            activity["channelData"]!["channel"] = new JsonObject { ["id"] = Place.Channel };
        }

        return activity;
    }

    private static JsonObject Conversation(string id, string type)
    {
        var conversation = new JsonObject { ["id"] = id, ["conversationType"] = type, ["tenantId"] = Place.Tenant };
        if (type != "personal")
        {
            conversation["isGroup"] = true;
        }

        return conversation;
    }

    private string NextMessage() => (1_600_000_000_000 + Interlocked.Increment(ref _last)).ToString(CultureInfo.InvariantCulture);

    private string NextEvent() => "f:" + Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
}
