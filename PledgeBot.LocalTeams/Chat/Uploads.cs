using Microsoft.AspNetCore.Http;
using PledgeBot.LocalTeams.Attachments;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>Pictures (PNG, JPEG or GIF) and files of any kind, at most 10 MB each: on their way into a message, and as the page shows them.</summary>
internal static class Uploads
{
    public static Task<IResult> AddImageAsync(HttpContext http, string? member, ConversationStore conversations, AttachmentStore attachments) =>
        AddAsync(http, member, conversations, attachments, isRefused: bytes => ImageKind.Of(bytes) is null);

    public static Task<IResult> AddFileAsync(HttpContext http, string? member, ConversationStore conversations, AttachmentStore attachments) =>
        AddAsync(http, member, conversations, attachments, isRefused: bytes => bytes.Length == 0);

    /// <summary>Gives a picture to be shown, and any other file to be saved.</summary>
    public static IResult Get(string id, string? member, HttpContext http, ConversationStore conversations, AttachmentStore attachments)
    {
        if (conversations.Places.FindMember(member) is null || attachments.Find(id) is not { } bytes)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        return ImageKind.Of(bytes) is { } image
            ? TypedResults.Bytes(bytes, image)
            : TypedResults.Bytes(bytes, "application/octet-stream", fileDownloadName: id);
    }

    private static async Task<IResult> AddAsync(
        HttpContext http,
        string? member,
        ConversationStore conversations,
        AttachmentStore attachments,
        Func<byte[], bool> isRefused)
    {
        if (conversations.Places.FindMember(member) is null)
        {
            return TypedResults.NotFound();
        }

        if (await RequestBody.ReadBytesAsync(http.Request, AttachmentStore.MaxBytes, http.RequestAborted) is not { } bytes)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        return isRefused(bytes)
            ? TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType)
            : TypedResults.Json(new Uploaded(attachments.Add(bytes)), LocalTeamsJson.Default.Uploaded);
    }
}
