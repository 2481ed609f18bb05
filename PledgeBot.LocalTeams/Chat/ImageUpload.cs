using Microsoft.AspNetCore.Http;
using PledgeBot.LocalTeams.Attachments;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>A picture on its way into a message: PNG, JPEG or GIF, at most 10 MB.</summary>
internal static class ImageUpload
{
    public static async Task<IResult> UploadAsync(HttpContext http, string? member, LocalTeam team, AttachmentStore attachments)
    {
        if (team.FindMember(member) is null)
        {
            return TypedResults.NotFound();
        }

        if (await RequestBody.ReadBytesAsync(http.Request, AttachmentStore.MaxBytes, http.RequestAborted) is not { } bytes)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        return ImageKind.Of(bytes) is null
            ? TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType)
            : TypedResults.Json(new UploadedImage(attachments.Add(bytes)), LocalTeamsJson.Default.UploadedImage);
    }
}
