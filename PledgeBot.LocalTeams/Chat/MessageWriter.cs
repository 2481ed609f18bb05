using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Attachments;
using PledgeBot.LocalTeams.Bot;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Places;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>Writes what a member says into an activity, in the shape that each kind of conversation gives it.</summary>
internal sealed class MessageWriter(
    BotActivities activities,
    FileDownloads downloads,
    AttachmentStore attachments,
    ServerAddress addresses,
    IOptions<LocalTeamsOptions> options)
{
    /// <summary>Writes text, mention, pictures, files and cards.</summary>
    public void Write(JsonObject activity, PlaceKind kind, LocalMember member, PostedMessage message, bool isMention)
    {
        IReadOnlyList<string> images = message.Images ?? [];
        var written = WrittenText.Of(message.Text ?? "");
        WriteText(activity, written, isMention);
        var list = new List<JsonNode>();

        // A picture pasted in a channel reaches the bot only as a reference in the HTML, to a place that it cannot read.
        list.AddRange(kind == PlaceKind.Team ? [] : images.Select(Picture));
        list.AddRange((message.Files ?? []).Select(file => FileInfo(file, member)));
        list.AddRange((message.Cards ?? []).Select(card => card!.DeepClone()));
        if (isMention || written.IsFormatted || images.Count > 0)
        {
            list.Add(AsHtml(written, isMention, images));
        }

        if (list.Count > 0)
        {
            activity["attachments"] = new JsonArray([.. list]);
        }
    }

    /// <summary>Writes the text of a message that has been edited; its pictures and files stay as they were.</summary>
    public void Rewrite(JsonObject activity, StoredActivity before, string text)
    {
        bool isMention = Mentions(before);
        var written = WrittenText.Of(text);
        WriteText(activity, written, isMention);
        JsonNode[] kept = JsonObject.Create(before.Activity)!["attachments"] is JsonArray list
            ? [.. list.Where(a => a.Text("contentType") != "text/html").Select(a => a!.DeepClone())]
            : [];
        string[] images = [.. (before.Files ?? []).Where(f => f.Name is null).Select(f => f.Id)];
        activity["attachments"] = new JsonArray([.. kept, AsHtml(written, isMention, images)]);
    }

    private void WriteText(JsonObject activity, WrittenText written, bool isMention)
    {
        activity["textFormat"] = "plain";
        string text = written.Plain;
        if (isMention)
        {
            string mention = $"<at>{HtmlText.Encode(options.Value.BotName)}</at>";
            text = (mention + options.Value.AfterMention + text).TrimEnd(' ');
            ((JsonArray)activity["entities"]!).Insert(0, new JsonObject
            {
                ["type"] = "mention",
                ["text"] = mention,
                ["mentioned"] = activities.Bot(),
            });
        }

        if (text.Length > 0)
        {
            activity["text"] = text + options.Value.AfterText;
        }
    }

    private JsonObject AsHtml(WrittenText written, bool isMention, IReadOnlyList<string> images)
    {
        var html = new StringBuilder("<p>");
        if (isMention)
        {
            html.Append(CultureInfo.InvariantCulture, $"<span itemscope itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">{HtmlText.Encode(options.Value.BotName)}</span> ");
        }

        html.Append(written.Html).Append("</p>");
        foreach (string id in images)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><img itemscope=\"png\" src=\"https://eu-api.asm.skype.com/v1/objects/{id}/views/imgo\"></p>");
        }

        return new JsonObject { ["contentType"] = "text/html", ["content"] = html.ToString() };
    }

    private JsonObject Picture(string id) => new JsonObject
    {
        ["contentType"] = "image/*",
        ["contentUrl"] = $"{addresses.ServiceUrl}v3/attachments/{id}/views/original",
    };

    private JsonObject FileInfo(PostedFile file, LocalMember member) => new JsonObject
    {
        ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
        ["name"] = file.Name,
        ["contentUrl"] = $"https://exempel-my.sharepoint.com/personal/{Uri.EscapeDataString(member.Name)}/Documents/{Uri.EscapeDataString(file.Name)}",
        ["content"] = new JsonObject
        {
            ["downloadUrl"] = downloads.MakeAddress(file.Id),
            ["uniqueId"] = file.Id,
            ["fileType"] = Path.GetExtension(file.Name).TrimStart('.'),
            ["etag"] = attachments.Find(file.Id)?.Length.ToString(CultureInfo.InvariantCulture),
        },
    };

    private bool Mentions(StoredActivity message) =>
        JsonObject.Create(message.Activity)!["entities"] is JsonArray entities
        && entities.Any(e => e.Text("type") == "mention" && e.Child("mentioned").Text("id") == options.Value.BotId);
}
