namespace PledgeBot.Teams.Activities;

/// <summary>The attachment content types that the bot reads or writes.</summary>
public static class AttachmentContentTypes
{
    /// <summary>An Adaptive Card, as an object in <see cref="Attachment.Content"/>.</summary>
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>A picture that the sender pasted; its bytes lie on the connector's host.</summary>
    public const string AnyImage = "image/*";

    /// <summary>A file that the sender uploaded in a personal chat; its bytes are fetched without the bot's token.</summary>
    public const string FileDownloadInfo = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>A repetition of the message's text as HTML, which adds nothing to <see cref="Activity.Text"/>.</summary>
    public const string Html = "text/html";
}
