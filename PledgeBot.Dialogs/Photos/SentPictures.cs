using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Photos;

/// <summary>The pictures of a message, by how they can be had.</summary>
/// <param name="Inline">Pasted or taken in the chat: they lie with the connector.</param>
/// <param name="Files">Attached in the personal chat, pictures or not.</param>
/// <param name="HasOutOfReach">
/// Whether the message has none of those, and yet shows a picture or refers to a picture file: the bot cannot have it.
/// </param>
internal sealed record SentPictures(IReadOnlyList<Attachment> Inline, IReadOnlyList<SentFile> Files, bool HasOutOfReach)
{
    /// <summary>Finds them.</summary>
    public static SentPictures In(Activity activity)
    {
        IReadOnlyList<Attachment> attachments = activity.Attachments ?? [];
        Attachment[] inline = [.. attachments.Where(IsInline)];
        SentFile[] files =
            [.. attachments.Where(attachment => IsOfType(attachment, AttachmentContentTypes.FileDownloadInfo)).Select(SentFile.Read)];
        bool hasOutOfReach = inline.Length == 0 && files.Length == 0
            && (attachments.Any(IsPictureFileElsewhere) || attachments.Any(ShowsPicture));
        return new SentPictures(inline, files, hasOutOfReach);
    }

    private static bool IsInline(Attachment attachment) =>
        attachment is { ContentUrl: not null, ContentType: { } type } && type.StartsWith("image/", StringComparison.OrdinalIgnoreCase);

    private static bool IsPictureFileElsewhere(Attachment attachment) =>
        IsOfType(attachment, AttachmentContentTypes.FileReference) && SentFile.IsPictureName(attachment.Name) == true;

    // The message's HTML shows every picture in it, also those that are not among its attachments.
    private static bool ShowsPicture(Attachment attachment) =>
        IsOfType(attachment, AttachmentContentTypes.Html)
        && attachment.Content is { } content
        && content.TryReadText(out string? markup)
        && markup.Contains("<img", StringComparison.OrdinalIgnoreCase)
        && MessageMarkup.Parse(markup).ShowsPicture();

    private static bool IsOfType(Attachment attachment, string type) => string.Equals(attachment.ContentType, type, StringComparison.OrdinalIgnoreCase);
}
