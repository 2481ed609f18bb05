using System.Text.Json;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Invokes;

/// <summary>A message that an action was chosen on, as the client hands it over (<c>messagePayload</c>).</summary>
/// <param name="Text">What it says, without markup and without the names of those it mentions; may be empty.</param>
/// <param name="HasPicture">Whether it shows a picture or has files with it. The bot can read neither.</param>
public sealed record SourceMessage(string Text, bool HasPicture)
{
    /// <summary>Reads the message in a request's value; null when there is none.</summary>
    internal static SourceMessage? ReadIn(JsonElement value)
    {
        if (!value.TryGetObject("messagePayload", out JsonElement message))
        {
            return null;
        }

        message.TryGetObject("body", out JsonElement body);
        body.TryGetText("content", out string? content);
        body.TryGetText("contentType", out string? type);
        bool hasFiles = message.TryGet("attachments", out JsonElement attachments)
            && attachments.ValueKind == JsonValueKind.Array
            && attachments.EnumerateArray().Any(IsFile);
        if (content is null)
        {
            return new SourceMessage("", hasFiles);
        }

        if (string.Equals(type, "text", StringComparison.OrdinalIgnoreCase))
        {
            return new SourceMessage(content.Trim(), hasFiles);
        }

        var markup = MessageMarkup.Parse(content);
        return new SourceMessage(markup.Text(), hasFiles || markup.ShowsPicture());
    }

    private static bool IsFile(JsonElement attachment) =>
        attachment.TryGetText("contentType", out string? type)
        && (type.Equals(AttachmentContentTypes.FileReference, StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("image/", StringComparison.OrdinalIgnoreCase));
}
