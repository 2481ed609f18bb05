using System.Net;
using Microsoft.Extensions.Logging;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;

namespace PledgeBot.Dialogs.Photos;

/// <summary>The one entry for pictures: whatever way a member sends one, it is fetched and developed here.</summary>
internal sealed partial class PhotoIntake(ConnectorClient connector, PhotoStudio studio, TimeProvider time, ILogger<PhotoIntake> logger)
{
    private const int BytesInMegabyte = 1024 * 1024;

    /// <summary>How long the sign that the bot is at work may take; without it the work goes on all the same.</summary>
    private static readonly TimeSpan SignTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Fetches the first picture of a message and makes it a photo without anything but the picture.</summary>
    /// <remarks>Before the turn, since it can take seconds and a turn holds everybody else up.</remarks>
    public async Task<PhotoSent> FetchAsync(Activity activity, CancellationToken cancellationToken)
    {
        var sent = SentPictures.In(activity);
        bool isPersonal = activity.Conversation?.ConversationType == ConversationTypes.Personal;
        if (sent.Inline.Count == 0 && sent.Files.Count == 0)
        {
            return sent.HasOutOfReach ? OutOfReach(isPersonal) : PhotoSent.Nothing;
        }

        if (sent.Inline.Count == 0 && !sent.Files.Any(file => file.MayBePicture))
        {
            return new PhotoSent.Refused(PhotoTexts.NotAPicture);
        }

        if (DownloadOf(sent, activity) is not { } download)
        {
            return new PhotoSent.Refused(PhotoTexts.NotFetched);
        }

        int pictures = sent.Inline.Count + sent.Files.Count(file => file.MayBePicture);
        Task sign = ShowAtWorkAsync(activity, cancellationToken);
        PhotoSent fetched = await FetchAsync(download, isPersonal, isFirstOfSeveral: pictures > 1, cancellationToken);
        await sign;
        return fetched;
    }

    /// <summary>Puts the picture that came with the turn's message in the records.</summary>
    public static PhotoReceived Receive(TurnContext turn)
    {
        switch (turn.TakePhoto())
        {
            case PhotoSent.Ready ready:
                var id = PhotoId.New(turn.Now);
                turn.Records.Add(new Photo(id, ready.Pictures.Picture, ready.Pictures.Thumbnail));
                return new PhotoReceived.Kept(id, ready.IsFirstOfSeveral ? PhotoTexts.FirstOfSeveral : "");
            case PhotoSent.Refused refused:
                return new PhotoReceived.Refused(refused.Sentence);
            default:
                return new PhotoReceived.None();
        }
    }

    /// <summary>Gets how the first picture is downloaded; null when it has no address.</summary>
    private Func<CancellationToken, Task<byte[]>>? DownloadOf(SentPictures sent, Activity activity)
    {
        if (sent.Inline is [var inline, ..])
        {
            return Uri.TryCreate(inline.ContentUrl, UriKind.Absolute, out Uri? content)
                ? cancellation => connector.DownloadAttachmentAsync(activity.ServiceUrl!, content, PhotoStudio.MostBytes, cancellation)
                : null;
        }

        return sent.Files.First(file => file.MayBePicture).Address is { } address
            ? cancellation => connector.DownloadFileAsync(address, PhotoStudio.MostBytes, cancellation)
            : null;
    }

    private async Task<PhotoSent> FetchAsync(
        Func<CancellationToken, Task<byte[]>> download, bool isPersonal, bool isFirstOfSeveral, CancellationToken cancellationToken)
    {
        try
        {
            return Sort(studio.Develop(await download(cancellationToken)), isFirstOfSeveral);
        }
        catch (ConnectorException exception) when (exception.Code == ConnectorErrorCodes.AnswerTooLarge)
        {
            return new PhotoSent.Refused(TooManyBytes());
        }
        catch (ConnectorException exception)
        {
            LogNotFetched(exception);
            bool mayNotRead = exception.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound;
            return mayNotRead && !isPersonal ? OutOfReach(isPersonal) : new PhotoSent.Refused(PhotoTexts.NotFetched);
        }
    }

    /// <summary>Shows the member that the bot is at work, since a picture can take longer than anybody waits for an answer.</summary>
    private async Task ShowAtWorkAsync(Activity activity, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(SignTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var conversation = ConversationReference.From(activity);
        try
        {
            await connector.SendAsync(conversation, Outgoing.To(conversation, new Activity { Type = ActivityTypes.Typing }), either.Token);
        }
        catch (ConnectorException exception)
        {
            LogNoSign(exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNoSign(exception);
        }
    }

    private static PhotoSent Sort(Developed developed, bool isFirstOfSeveral) => developed switch
    {
        Developed.Pictures pictures => new PhotoSent.Ready(pictures, isFirstOfSeveral),
        Developed.NotAPicture => new PhotoSent.Refused(PhotoTexts.NotAPicture),
        Developed.Heic => new PhotoSent.Refused(PhotoTexts.Heic),
        Developed.TooManyBytes => new PhotoSent.Refused(TooManyBytes()),
        Developed.TooManyPixels => new PhotoSent.Refused(Word.Fill(PhotoTexts.TooManyPixels, PhotoStudio.MostPixels / 1_000_000)),
        Developed.Damaged => new PhotoSent.Refused(PhotoTexts.Damaged),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static PhotoSent.Refused OutOfReach(bool isPersonal) => new(isPersonal ? PhotoTexts.PasteInstead : PhotoTexts.SendInPersonal);

    private static string TooManyBytes() => Word.Fill(PhotoTexts.TooManyBytes, PhotoStudio.MostBytes / BytesInMegabyte);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A member's picture could not be fetched; the member was told what to do.")]
    private partial void LogNotFetched(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The member could not be shown that a picture is being fetched.")]
    private partial void LogNoSign(Exception exception);
}
