using Microsoft.Extensions.Logging;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;

namespace PledgeBot.Dialogs.Photos;

/// <summary>Receives the picture that a member sends in the personal chat.</summary>
internal sealed partial class PhotoIntake(ConnectorClient connector, PhotoStudio studio, ILogger<PhotoIntake> logger)
{
    private const int BytesInMegabyte = 1024 * 1024;

    /// <summary>Tells whether a message carries a picture, or a file that may be one.</summary>
    public static bool HasPicture(Activity activity) => activity.Attachments?.Any(attachment => IsPicture(attachment) || IsFile(attachment)) == true;

    /// <summary>Fetches the first picture of a message and makes it a photo without anything but the picture.</summary>
    /// <remarks>Before the turn, since it can take seconds and a turn holds everybody else up.</remarks>
    public async Task<PhotoSent> FetchAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (!HasPicture(activity))
        {
            return PhotoSent.Nothing;
        }

        if (activity.Conversation?.ConversationType != ConversationTypes.Personal)
        {
            return new PhotoSent.Refused(PhotoTexts.SendInPersonal);
        }

        if (activity.Attachments!.FirstOrDefault(IsPicture) is not { ContentUrl: { } address })
        {
            return new PhotoSent.Refused(PhotoTexts.PasteInstead);
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? content))
        {
            return new PhotoSent.Refused(PhotoTexts.NotFetched);
        }

        try
        {
            byte[] bytes = await connector.DownloadAttachmentAsync(activity.ServiceUrl!, content, PhotoStudio.MostBytes, cancellationToken);
            return Sort(studio.Develop(bytes));
        }
        catch (ConnectorException exception) when (exception.Code == ConnectorErrorCodes.AnswerTooLarge)
        {
            return new PhotoSent.Refused(TooManyBytes());
        }
        catch (ConnectorException exception)
        {
            LogNotFetched(exception);
            return new PhotoSent.Refused(PhotoTexts.NotFetched);
        }
    }

    /// <summary>Puts the picture that came with the turn's message in the records.</summary>
    public static PhotoReceived Receive(TurnContext turn)
    {
        switch (turn.Photo)
        {
            case PhotoSent.Ready ready:
                var id = PhotoId.New(turn.Now);
                turn.Records.Add(new Photo(id, ready.Pictures.Picture, ready.Pictures.Thumbnail));
                return new PhotoReceived.Kept(id);
            case PhotoSent.Refused refused:
                return new PhotoReceived.Refused(refused.Sentence);
            default:
                return new PhotoReceived.None();
        }
    }

    private static PhotoSent Sort(Developed developed) => developed switch
    {
        Developed.Pictures pictures => new PhotoSent.Ready(pictures),
        Developed.NotAPicture => new PhotoSent.Refused(PhotoTexts.NotAPicture),
        Developed.TooManyBytes => new PhotoSent.Refused(TooManyBytes()),
        Developed.TooManyPixels => new PhotoSent.Refused(Word.Fill(PhotoTexts.TooManyPixels, PhotoStudio.MostPixels / 1_000_000)),
        Developed.Damaged => new PhotoSent.Refused(PhotoTexts.Damaged),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string TooManyBytes() => Word.Fill(PhotoTexts.TooManyBytes, PhotoStudio.MostBytes / BytesInMegabyte);

    private static bool IsPicture(Attachment attachment) =>
        attachment is { ContentUrl: not null, ContentType: { } type } && type.StartsWith("image/", StringComparison.OrdinalIgnoreCase);

    private static bool IsFile(Attachment attachment) =>
        string.Equals(attachment.ContentType, AttachmentContentTypes.FileDownloadInfo, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A member's picture could not be fetched; the member was asked to send it again.")]
    private partial void LogNotFetched(Exception exception);
}
