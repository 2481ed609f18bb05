using System.Text.Json;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Invokes;

/// <summary>The body of an answer about what is to be inserted in a message.</summary>
internal sealed record ComposeAnswerBody(ComposeExtensionAnswer ComposeExtension);

/// <summary>What the message extension shows.</summary>
internal sealed record ComposeExtensionAnswer(string Type, string? AttachmentLayout, IReadOnlyList<HitAttachment>? Attachments, string? Text);

/// <summary>A hit: what is inserted when it is chosen, and how it looks in the list.</summary>
internal sealed record HitAttachment(string ContentType, JsonElement Content, HitPreview Preview);

/// <summary>How a hit looks in the list.</summary>
internal sealed record HitPreview(string ContentType, HitPreviewContent Content)
{
    public static HitPreview Of(string title, string text) => new(AttachmentContentTypes.ThumbnailCard, new HitPreviewContent(title, text));
}

/// <summary>The words of a hit in the list.</summary>
internal sealed record HitPreviewContent(string Title, string Text);
