using System.Text.Json;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Photos;

/// <summary>A file that was attached in the personal chat.</summary>
/// <param name="Address">Where it can be fetched, once and without the bot's token; null when the channel gave no address.</param>
/// <param name="MayBePicture">Whether its type is a picture's. What it is, its bytes decide.</param>
internal sealed record SentFile(Uri? Address, bool MayBePicture)
{
    private static readonly string[] PictureTypes = ["jpg", "jpeg", "jfif", "png", "webp", "gif", "heic", "heif"];

    /// <summary>Reads an attachment.</summary>
    public static SentFile Read(Attachment attachment)
    {
        JsonElement content = attachment.Content ?? JsonShape.EmptyObject;
        content.TryGetText("downloadUrl", out string? address);
        content.TryGetText("fileType", out string? type);
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri);
        return new SentFile(uri, type is null ? IsPictureName(attachment.Name) ?? true : IsPictureType(type));
    }

    /// <summary>Tells whether a file's name ends as a picture's does; null when it has no such ending.</summary>
    public static bool? IsPictureName(string? name) =>
        Path.GetExtension(name ?? "") is { Length: > 1 } extension ? IsPictureType(extension[1..]) : null;

    private static bool IsPictureType(string type) => PictureTypes.Contains(type, StringComparer.OrdinalIgnoreCase);
}
