namespace PledgeBot.Teams.Activities;

/// <summary>The attachment content types that the bot reads or writes.</summary>
public static class AttachmentContentTypes
{
    /// <summary>An Adaptive Card, as an object in <see cref="Attachment.Content"/>.</summary>
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>A small card with a title and a text, as a hit in a list of hits is shown.</summary>
    public const string ThumbnailCard = "application/vnd.microsoft.card.thumbnail";

    /// <summary>A picture that the sender pasted; its bytes lie on the connector's host.</summary>
    public const string AnyImage = "image/*";

    /// <summary>A file that the sender uploaded in a personal chat; its bytes are fetched without the bot's token.</summary>
    public const string FileDownloadInfo = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>A file that lies in the team's or the sender's storage, which the bot cannot read.</summary>
    public const string FileReference = "reference";

    /// <summary>A repetition of the message's text as HTML, which adds nothing to <see cref="Activity.Text"/>.</summary>
    public const string Html = "text/html";
}
