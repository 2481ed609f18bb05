using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PledgeBot.LocalTeams.Attachments;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>Members' pictures, which have one view: the original.</summary>
internal static class Pictures
{
    private const string Original = "original";

    public static IResult Describe(string attachmentId, AttachmentStore attachments) =>
        attachments.Find(attachmentId) is { } bytes
            ? ConnectorAnswer.Json(new JsonObject
            {
                ["name"] = attachmentId,
                ["type"] = ImageKind.Of(bytes),
                ["views"] = new JsonArray(new JsonObject { ["viewId"] = Original, ["size"] = bytes.Length }),
            })
            : ConnectorError.NotFound("Attachment");

    public static IResult Get(string attachmentId, string viewId, HttpContext http, AttachmentStore attachments)
    {
        if (viewId != Original || attachments.Find(attachmentId) is not { } bytes)
        {
            return ConnectorError.NotFound("Attachment");
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(bytes, ImageKind.Of(bytes));
    }
}
