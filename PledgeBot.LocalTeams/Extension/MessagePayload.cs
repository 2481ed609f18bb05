using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Places;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Extension;

/// <summary>Describes a message to the bot when a member chooses one of its actions in the message's menu.</summary>
internal sealed partial class MessagePayload(ConversationStore conversations, IOptions<LocalTeamsOptions> options)
{
    public JsonObject Of(StoredActivity message)
    {
        JsonObject activity = JsonObject.Create(message.Activity)!;
        JsonNode[] attachments = [.. (activity["attachments"] as JsonArray ?? []).OfType<JsonNode>()];
        string? html = attachments.FirstOrDefault(IsHtml).Text("content");
        JsonNode[] others = [.. attachments.Where(a => !IsHtml(a))];
        var described = new JsonObject
        {
            ["id"] = message.Id,
            ["createdDateTime"] = Timestamps.Utc(message.At),
            ["lastModifiedDateTime"] = message.EditedAt is { } edited ? Timestamps.Utc(edited) : null,
            ["deleted"] = false,
            ["importance"] = "normal",
            ["locale"] = "sv-se",
            ["linkToMessage"] = LinkTo(message),
            ["from"] = message.FromBot ? Application() : User(activity),
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html is null ? HtmlOf(activity, others.Length) : MentionMark().Replace(html, "<at id=\"0\">${name}</at>") },
            ["attachments"] = new JsonArray([.. others.Select((a, n) => (JsonNode)Attachment(a, n))]),
            ["mentions"] = new JsonArray([.. MentionMark().Matches(html ?? "").Select(m => (JsonNode)Mention(WebUtility.HtmlDecode(m.Groups["name"].Value)))]),
            ["reactions"] = new JsonArray(),
        };
        if (message.Thread is { } root && root != message.Id)
        {
            described["replyToId"] = root;
        }

        return described;
    }

    private static JsonObject User(JsonObject activity) => new()
    {
        ["device"] = null,
        ["conversation"] = null,
        ["application"] = null,
        ["user"] = new JsonObject
        {
            ["userIdentityType"] = "aadUser",
            ["id"] = activity.Child("from").Text("aadObjectId"),
            ["displayName"] = activity.Child("from").Text("name"),
        },
    };

    private JsonObject Application() => new()
    {
        ["device"] = null,
        ["conversation"] = null,
        ["user"] = null,
        ["application"] = new JsonObject
        {
            ["applicationIdentityType"] = "bot",
            ["id"] = options.Value.BotId["28:".Length..],
            ["displayName"] = options.Value.BotName,
        },
    };

    private JsonObject Mention(string text) => new() { ["id"] = 0, ["mentionText"] = text, ["mentioned"] = Application() };

    // Attachments stand in the text where they are shown.
    private static string HtmlOf(JsonObject activity, int attachments) =>
        (activity.Text("text") is { } text ? $"<p>{HtmlText.Encode(text)}</p>" : "")
        + string.Concat(Enumerable.Range(0, attachments).Select(n => $"<attachment id=\"{n}\"></attachment>"));

    private static bool IsHtml(JsonNode attachment) => attachment.Text("contentType") == "text/html";

    private static JsonObject Attachment(JsonNode attachment, int number) => new()
    {
        ["id"] = $"{number}",
        ["contentType"] = attachment.Text("contentType"),
        ["contentUrl"] = attachment.Text("contentUrl"),
        ["content"] = attachment["content"]?.ToJsonString(JsonReading.Unescaped),
        ["name"] = attachment.Text("name"),
        ["thumbnailUrl"] = null,
    };

    private string LinkTo(StoredActivity message)
    {
        string link = $"https://teams.microsoft.com/l/message/{Uri.EscapeDataString(message.Conversation)}/{message.Id}?tenantId={options.Value.TenantId}";
        return conversations.Places.Find(message.Conversation) is { Kind: PlaceKind.Team } team
            ? $"{link}&groupId={team.AadGroupId}&parentMessageId={message.Thread}&createdTime={message.Id}"
            : link;
    }

    [GeneratedRegex("<span itemscope itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">(?<name>[^<]*)</span>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex MentionMark();
}
