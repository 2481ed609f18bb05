using System.Text.Json;
using Microsoft.Extensions.Logging;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Photos;
using PledgeBot.Dialogs.Polls;
using PledgeBot.Dialogs.Search;
using PledgeBot.Dialogs.SetUp;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Invokes;
using PledgeBot.Teams.Messages;

namespace PledgeBot.Dialogs.Turns;

/// <summary>
/// The edge of the conversation: sorts what comes in, answers what has come before word for word, and keeps the rest of a turn in one
/// transaction. What goes wrong on the way ends here.
/// </summary>
/// <remarks>
/// What asks nothing of the bot is passed over in silence: messages that do not mention it in a channel or group chat, reactions,
/// deletions, read receipts, and whatever the channel may come up with.
/// </remarks>
internal sealed partial class PledgeBotHandler(
    IPartnershipRecords records,
    PartnershipFinder finder,
    Installations installations,
    Lobby lobby,
    SubjectSearch search,
    TurnRouter router,
    PhotoIntake photos,
    FounderCheck founders,
    ConnectorClient connector,
    DueWorkSignal dueWork,
    TimeProvider time,
    ILogger<PledgeBotHandler> logger) : IActivityHandler
{
    /// <inheritdoc/>
    public async ValueTask<InvokeResponse?> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        using var culture = CultureScope.For(activity.Locale);
        if (activity.Type is ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate)
        {
            // Nobody waits for an apology; the channel is told that its news was not taken, and may bring it again.
            await (HasPlace(activity) ? installations.HandleAsync(activity, cancellationToken) : Task.CompletedTask);
            return null;
        }

        try
        {
            return activity.Type switch
            {
                ActivityTypes.Message when HasSender(activity) && IsForBot(activity) => await AnswerAsync(activity, cancellationToken),
                ActivityTypes.MessageUpdate when HasSender(activity) && IsEditForBot(activity) =>
                    await SayAsync(activity, TurnTexts.EditsNotRead, cancellationToken),
                ActivityTypes.Invoke when SubjectSearch.AnswerWithoutLooking(activity) is { } answer => answer,
                ActivityTypes.Invoke when !IsOurs(activity) => AnswerOthers(activity),
                ActivityTypes.Invoke when HasSender(activity) => await AnswerAsync(activity, cancellationToken),
                ActivityTypes.Invoke => InvokeResponse.BadRequest,
                _ => null,
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, activity.Type);
            return await ApologiseAsync(activity, cancellationToken);
        }
    }

    private static bool HasPlace(Activity activity) => activity is { ServiceUrl: not null, Conversation.Id: not null, Recipient.Id: not null };

    private static bool HasSender(Activity activity) => HasPlace(activity) && activity.From?.Id is not null;

    // With the right permission all that is written in a channel arrives; a press of a button needs no mention.
    private static bool IsForBot(Activity activity) =>
        !activity.IsFromBot()
        && (activity.IsPersonal() || activity.MentionsBot() || activity.Value is { ValueKind: JsonValueKind.Object });

    private static bool IsEditForBot(Activity activity) =>
        !activity.IsFromBot() && activity.IsPersonal() && activity.ChannelData?.EventType == MessageEvents.Edited;

    private static bool IsOurs(Activity activity) =>
        activity.Name is InvokeNames.AdaptiveCardAction or InvokeNames.TaskFetch or InvokeNames.TaskSubmit || activity.IsFromComposeBox();

    /// <summary>Answers a request that no card or form of the bot's makes; nothing for one that it does not know.</summary>
    private static InvokeResponse? AnswerOthers(Activity activity) => activity.Name switch
    {
        InvokeNames.Search => SearchAnswer.Nothing,
        InvokeNames.ConfigFetch or InvokeNames.ConfigSubmit => ConfigAnswer.Message(TurnTexts.NoSettings),
        _ => EmptyAnswers.Suit(activity.Name) ? InvokeResponse.Ok : null,
    };

    private async Task<InvokeResponse?> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        switch (await finder.FindAsync(activity, cancellationToken))
        {
            case Placement.Known { IsAway: true } when activity.Type == ActivityTypes.Message:
                // A message can only be answered where everybody reads it.
                return await SayAsync(activity, TurnTexts.OpenAtHome, cancellationToken);
            case Placement.Known known:
                return await ViewAsync(activity, known, cancellationToken)
                    ?? await SearchAsync(activity, known, cancellationToken)
                    ?? await TakeTurnAsync(activity, known.Place, known, cancellationToken);
            case Placement.Unformed unformed:
                return await TakeTurnAsync(activity, unformed.Place, null, cancellationToken);
            case Placement.Unclear unclear when activity.Type == ActivityTypes.Message:
                DrawnCard question = PartnershipChoice.Draw(unclear.Choices, unclear.Text);
                await lobby.AnswerAsync(activity, Activity.WithCard(question.Card, question.Summary), cancellationToken);
                return null;
            case Placement.Unclear:
                return SentenceAnswer.To(activity, TurnTexts.ChooseFirst);
            case Placement.Outside outside:
                LogOutside(activity.Type);
                return await SayAsync(activity, outside.Sentence, cancellationToken);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Answers with a sentence, on behalf of no partnership.</summary>
    private async Task<InvokeResponse?> SayAsync(Activity activity, string sentence, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypes.Invoke)
        {
            return SentenceAnswer.To(activity, sentence);
        }

        await lobby.AnswerAsync(activity, Activity.Message(sentence), cancellationToken);
        return null;
    }

    /// <summary>Takes a partnership's turn.</summary>
    /// <param name="activity">What came in.</param>
    /// <param name="place">Where the partnership meets.</param>
    /// <param name="known">Who speaks; nothing for somebody who may form the partnership.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task<InvokeResponse?> TakeTurnAsync(
        Activity activity, MeetingPlace place, Placement.Known? known, CancellationToken cancellationToken)
    {
        PhotoSent photo = await photos.FetchAsync(activity, cancellationToken);
        FounderStanding founder = known is null ? await founders.AskAsync(activity, place, cancellationToken) : new FounderStanding.Unknown();
        await using ITurn turn = await records.BeginTurnAsync(place.Partnership, cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        await PollClosing.CloseDueAsync(turn, now, cancellationToken);
        string[] keys = [.. ReceivedKeys.Of(activity)];
        string[] ofPress = [.. ReceivedKeys.OfPress(activity, now)];
        foreach (string key in keys.Concat(ofPress))
        {
            if (await turn.FindReceivedAsync(key, cancellationToken) is { } received)
            {
                LogRepeated(activity.Type);
                TurnAnswer before = StoredAnswer.Read(received.Answer);
                InvokeResponse? again = before.View is { } subject && known is not null
                    ? await ViewAgainAsync(turn, subject, known, now, cancellationToken)
                    : before.Response;
                await turn.CommitAsync(cancellationToken);
                return again;
            }
        }

        Poll[] open = [.. turn.Partnership.Polls.Where(poll => !poll.HasEnded)];
        TurnAnswer answer = await RouteAsync(activity, turn, place, known, photo, founder, now, cancellationToken);
        foreach (Poll ended in open.Where(poll => turn.Partnership.FindPoll(poll.Id)!.HasEnded))
        {
            await RecordVoteDialog.ForgetAsync(turn, ended.Id, cancellationToken);
        }

        answer = answer with { Response = Stamped(answer.Response, place.Partnership) };
        Reach.Reopen(turn, activity.Conversation!.Id!);
        foreach (string key in !answer.IsKept ? [] : ReceivedKeys.IsLate(activity, now) ? keys.Concat(ofPress) : keys)
        {
            turn.MarkReceived(key, new ReceivedActivity(now, StoredAnswer.Write(answer)));
        }

        await turn.CommitAsync(cancellationToken);
        dueWork.Wake();
        return answer.Response;
    }

    private async Task<TurnAnswer> RouteAsync(
        Activity activity,
        ITurn turn,
        MeetingPlace place,
        Placement.Known? known,
        PhotoSent photo,
        FounderStanding founder,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (known is not null && turn.Partnership.FindMember(known.Speaker) is { } member)
        {
            var context = new TurnContext(activity, turn, place, member, known.Contacts, now)
            {
                Photo = photo,
                IsAway = known.IsAway,
                IsOneOfSeveral = known.IsOneOfSeveral,
            };
            TurnAnswer answer = await router.RouteAsync(context, cancellationToken);
            return answer with { IsKept = context.KeepsAnswer || answer.Response is null };
        }

        if (known is null && turn.Partnership.Formed is null)
        {
            var asker = new Member(MemberId.New(now), Party.Municipality, "", Duties.None);
            return await router.RouteFounderAsync(new TurnContext(activity, turn, place, asker, [], now) { Founder = founder }, cancellationToken);
        }

        // Taken off the list, or the partnership was formed by somebody else a moment ago.
        if (activity.Type == ActivityTypes.Invoke)
        {
            return new TurnAnswer(SentenceAnswer.To(
                activity, SetUpDialog.IsAskedForBy(activity) ? SetUpDialog.AlreadyDone(turn.Partnership) : TurnTexts.NotOnList));
        }

        turn.Schedule(SendWork.To(ConversationReference.From(activity), Activity.Message(TurnTexts.NotOnList), now));
        return new TurnAnswer(null);
    }

    /// <summary>Answers a mere look at a card without a turn, since nothing is to be kept; nothing if it is something else.</summary>
    private async Task<InvokeResponse?> ViewAsync(Activity activity, Placement.Known known, CancellationToken cancellationToken)
    {
        if (!CardAction.TryRead(activity, out CardAction? action) || action.Verb != ViewButton.Verb)
        {
            return null;
        }

        DateTimeOffset now = time.GetUtcNow();
        Partnership partnership = await ReadAsync(known, now, cancellationToken);
        if (partnership.FindMember(known.Speaker) is not { } viewer)
        {
            return null;
        }

        InvokeResponse view = await router.ViewAsync(
            action.Data,
            partnership,
            viewer,
            known.Contacts,
            poll => records.ReadBallotsAsync(partnership.Id, poll, cancellationToken),
            now);
        return PartnershipStamp.On(view, partnership.Id);
    }

    /// <summary>Answers a search for something to insert in a message, without a turn; nothing if it is something else.</summary>
    private async Task<InvokeResponse?> SearchAsync(Activity activity, Placement.Known known, CancellationToken cancellationToken)
    {
        if (activity.Name != InvokeNames.ComposeQuery)
        {
            return null;
        }

        Partnership partnership = await ReadAsync(known, time.GetUtcNow(), cancellationToken);
        return partnership.FindMember(known.Speaker) is null
            ? SentenceAnswer.To(activity, TurnTexts.NotOnList)
            : PartnershipStamp.On(search.Answer(activity, partnership), partnership.Id);
    }

    /// <summary>Reads the state for somebody who only looks. A poll whose time has passed is closed first: the state comes from the clock.</summary>
    private async Task<Partnership> ReadAsync(Placement.Known known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Partnership partnership = await records.ReadAsync(known.Place.Partnership, cancellationToken);
        if (!PollClosing.IsAnyDue(partnership, now))
        {
            return partnership;
        }

        await using ITurn turn = await records.BeginTurnAsync(known.Place.Partnership, cancellationToken);
        await PollClosing.CloseDueAsync(turn, now, cancellationToken);
        partnership = turn.Partnership;
        await turn.CommitAsync(cancellationToken);
        dueWork.Wake();
        return partnership;
    }

    private async Task<InvokeResponse> ViewAgainAsync(
        ITurn turn, CardSubject subject, Placement.Known known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        InvokeResponse view = await router.ViewAsync(
            subject,
            turn.Partnership,
            turn.Partnership.FindMember(known.Speaker),
            known.Contacts,
            poll => turn.ReadBallotsAsync(poll, cancellationToken),
            now);
        return PartnershipStamp.On(view, turn.Partnership.Id);
    }

    private static InvokeResponse? Stamped(InvokeResponse? answer, PartnershipId partnership) =>
        answer is null ? null : PartnershipStamp.On(answer, partnership);

    private async Task<InvokeResponse?> ApologiseAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypes.Invoke)
        {
            return activity.Name == InvokeNames.AdaptiveCardAction
                ? CardActionAnswer.Error(500, "InternalServerError", TurnTexts.Apology)
                : SentenceAnswer.To(activity, TurnTexts.Apology);
        }

        // Not by way of the records, which may be what failed.
        if (activity.Type == ActivityTypes.Message && HasSender(activity))
        {
            try
            {
                var conversation = ConversationReference.From(activity);
                await connector.SendAsync(conversation, Outgoing.To(conversation, Activity.Message(TurnTexts.Apology)), cancellationToken);
            }
            catch (ConnectorException exception)
            {
                LogApologyFailed(exception);
            }
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An activity of type {ActivityType} came again; it was answered as before.")]
    private partial void LogRepeated(string activityType);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An activity of type {ActivityType} came from an account or team that is on no list.")]
    private partial void LogOutside(string activityType);

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of type {ActivityType} failed; nothing of it was kept.")]
    private partial void LogFailed(Exception exception, string activityType);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The apology could not be sent.")]
    private partial void LogApologyFailed(Exception exception);
}
