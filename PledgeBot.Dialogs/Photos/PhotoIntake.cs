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

    /// <summary>Fetches the first picture of the message, makes it a photo without anything but the picture, and puts it in the turn's records.</summary>
    public async Task<PhotoReceived> ReceiveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!HasPicture(turn.Activity))
        {
            return new PhotoReceived.None();
        }

        if (!turn.IsPersonal)
        {
            return new PhotoReceived.Refused(PhotoTexts.SendInPersonal);
        }

        if (turn.Activity.Attachments!.FirstOrDefault(IsPicture) is not { ContentUrl: { } address })
        {
            return new PhotoReceived.Refused(PhotoTexts.PasteInstead);
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? content))
        {
            return new PhotoReceived.Refused(PhotoTexts.NotFetched);
        }

        try
        {
            byte[] bytes = await connector.DownloadAttachmentAsync(
                turn.Conversation.ServiceUrl, content, PhotoStudio.MostBytes, cancellationToken);
            return Keep(turn, studio.Develop(bytes));
        }
        catch (ConnectorException exception) when (exception.Code == ConnectorErrorCodes.AnswerTooLarge)
        {
            return new PhotoReceived.Refused(TooManyBytes());
        }
        catch (ConnectorException exception)
        {
            LogNotFetched(exception);
            return new PhotoReceived.Refused(PhotoTexts.NotFetched);
        }
    }

    private static PhotoReceived Keep(TurnContext turn, Developed developed)
    {
        switch (developed)
        {
            case Developed.Pictures pictures:
                var id = PhotoId.New(turn.Now);
                turn.Records.Add(new Photo(id, pictures.Picture, pictures.Thumbnail));
                return new PhotoReceived.Kept(id);
            case Developed.NotAPicture:
                return new PhotoReceived.Refused(PhotoTexts.NotAPicture);
            case Developed.TooManyBytes:
                return new PhotoReceived.Refused(TooManyBytes());
            case Developed.TooManyPixels:
                return new PhotoReceived.Refused(Word.Fill(PhotoTexts.TooManyPixels, PhotoStudio.MostPixels / 1_000_000));
            case Developed.Damaged:
                return new PhotoReceived.Refused(PhotoTexts.Damaged);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static string TooManyBytes() => Word.Fill(PhotoTexts.TooManyBytes, PhotoStudio.MostBytes / BytesInMegabyte);

    private static bool IsPicture(Attachment attachment) =>
        attachment is { ContentUrl: not null, ContentType: { } type } && type.StartsWith("image/", StringComparison.OrdinalIgnoreCase);

    private static bool IsFile(Attachment attachment) =>
        string.Equals(attachment.ContentType, AttachmentContentTypes.FileDownloadInfo, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A member's picture could not be fetched; the member was asked to send it again.")]
    private partial void LogNotFetched(Exception exception);
}
