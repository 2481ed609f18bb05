using System.Text.Json;
using Microsoft.Extensions.Logging;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Help;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Photos;
using PledgeBot.Dialogs.Search;
using PledgeBot.Dialogs.SetUp;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;
using PledgeBot.Teams.Invokes;
using PledgeBot.Teams.Messages;

namespace PledgeBot.Dialogs.Turns;

/// <summary>
/// The edge of the conversation: finds who speaks and for which partnership, answers what has come before word for word, and
/// keeps the rest of a turn in one transaction. What goes wrong on the way ends here.
/// </summary>
internal sealed partial class PledgeBotHandler(
    IPartnershipRecords records,
    IDirectory directory,
    TurnRouter router,
    PhotoIntake photos,
    FounderCheck founders,
    SubjectSearch search,
    ConnectorClient connector,
    DueWorkSignal dueWork,
    TimeProvider time,
    ILogger<PledgeBotHandler> logger) : IActivityHandler
{
    /// <inheritdoc/>
    public async ValueTask<InvokeResponse?> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        using var culture = CultureScope.For(activity.Locale);
        try
        {
            return activity.Type switch
            {
                ActivityTypes.Invoke when SubjectSearch.AnswerWithoutLooking(activity) is { } answer => answer,
                ActivityTypes.Message or ActivityTypes.Invoke when CanBeAnswered(activity) => await AnswerAsync(activity, cancellationToken),
                ActivityTypes.InstallationUpdate when CanBeAnswered(activity) => await WelcomeAsync(activity, cancellationToken),
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

    private static bool CanBeAnswered(Activity activity) =>
        activity is { ServiceUrl: not null, Conversation.Id: not null, Recipient.Id: not null, From.Id: not null };

    private async Task<InvokeResponse?> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (await FindPlaceAsync(activity, cancellationToken) is not { } place)
        {
            return await AnswerStrangerAsync(activity, TurnTexts.NoPartnership, cancellationToken);
        }

        IReadOnlyList<Contact> contacts = await directory.ReadContactsAsync(place.Partnership, cancellationToken);
        if (contacts.FirstOrDefault(contact => contact.Admits(DirectoryIdOf(activity))) is not { } contact)
        {
            return await AnswerStrangerAsync(activity, TurnTexts.NotOnList, cancellationToken);
        }

        if (await ViewAsync(activity, place, contact.Member, contacts, cancellationToken) is { } view)
        {
            return view;
        }

        if (await search.AnswerAsync(activity, place.Partnership, cancellationToken) is { } found)
        {
            return found;
        }

        FounderStanding founder = await founders.AskAsync(activity, place, cancellationToken);
        PhotoSent photo = await photos.FetchAsync(activity, cancellationToken);
        await using ITurn turn = await records.BeginTurnAsync(place.Partnership, cancellationToken);
        string[] keys = [.. ReceivedKeys.Of(activity)];
        DateTimeOffset now = time.GetUtcNow();
        foreach (string key in keys)
        {
            if (await turn.FindReceivedAsync(key, cancellationToken) is { } received)
            {
                LogRepeated(activity.Type);
                TurnAnswer before = StoredAnswer.Read(received.Answer);
                return before.View is { } subject
                    ? await router.ViewAsync(
                        subject,
                        turn.Partnership,
                        turn.Partnership.FindMember(contact.Member),
                        contacts,
                        poll => turn.ReadBallotsAsync(poll, cancellationToken),
                        now)
                    : before.Response;
            }
        }

        Member member = turn.Partnership.FindMember(contact.Member)
            ?? throw new InvalidOperationException($"The contact {contact.Member} is not on the list of members.");
        await ClosePollsAsync(turn, now, cancellationToken);
        var context = new TurnContext(activity, turn, place, member, contacts, now) { Photo = photo, Founder = founder };
        TurnAnswer answer = await router.RouteAsync(context, cancellationToken);
        foreach (string key in context.KeepsAnswer || answer.Response is null ? keys : [])
        {
            turn.MarkReceived(key, new ReceivedActivity(now, StoredAnswer.Write(answer)));
        }

        await turn.CommitAsync(cancellationToken);
        dueWork.Wake();
        return answer.Response;
    }

    /// <summary>Answers a mere look at a card without a turn, since nothing is to be kept; nothing if it is something else.</summary>
    private async Task<InvokeResponse?> ViewAsync(
        Activity activity,
        MeetingPlace place,
        MemberId member,
        IReadOnlyList<Contact> contacts,
        CancellationToken cancellationToken)
    {
        if (!CardAction.TryRead(activity, out CardAction? action) || action.Verb != ViewButton.Verb)
        {
            return null;
        }

        DateTimeOffset now = time.GetUtcNow();
        Partnership partnership = await records.ReadAsync(place.Partnership, cancellationToken);
        if (partnership.Polls.Any(poll => IsOverdue(poll, now)))
        {
            return null;
        }

        return await router.ViewAsync(
            action.Data,
            partnership,
            partnership.FindMember(member),
            contacts,
            poll => records.ReadBallotsAsync(place.Partnership, poll, cancellationToken),
            now);
    }

    /// <summary>Records the closing of polls whose time has passed: the state comes from the clock, whoever touches it first.</summary>
    private static async Task ClosePollsAsync(ITurn turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (Poll poll in turn.Partnership.Polls.Where(poll => IsOverdue(poll, now)))
        {
            await PollClosing.CloseAsync(turn, poll.Id, now, cancellationToken);
        }
    }

    private static bool IsOverdue(Poll poll, DateTimeOffset now) => poll.Result is null && !poll.IsOpenAt(now);

    private async Task<InvokeResponse?> WelcomeAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Action != "add" || await FindPlaceAsync(activity, cancellationToken) is not { } place)
        {
            return null;
        }

        // The channel tells of an installation more than once; each conversation is welcomed once.
        var welcomed = new MemoryKey("welcomed", activity.BaseConversationId()!);
        DateTimeOffset now = time.GetUtcNow();
        await using ITurn turn = await records.BeginTurnAsync(place.Partnership, cancellationToken);
        if (await turn.RecallAsync(welcomed, cancellationToken) is null)
        {
            bool isPersonal = activity.Conversation!.ConversationType == ConversationTypes.Personal;
            var conversation = ConversationReference.From(activity);

            // In the channel everybody reads it, whatever language the client has of the one who added the bot.
            using CultureScope culture = isPersonal ? CultureScope.For(activity.Locale) : CultureScope.ForEverybody();
            Activity welcome = WelcomeCard.Message(turn.Partnership, isPersonal);
            turn.Schedule(isPersonal ? SendWork.To(conversation, welcome, now) : SendWork.InNewThread(conversation, welcome, now));
            turn.Remember(welcomed, JsonSerializer.Serialize(now, DeliveryJson.Default.DateTimeOffset));
            await turn.CommitAsync(cancellationToken);
            dueWork.Wake();
        }

        return null;
    }

    private async Task<MeetingPlace?> FindPlaceAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.ChannelData?.Team?.Id is { } team)
        {
            string? tenant = activity.Conversation?.TenantId ?? activity.ChannelData.Tenant?.Id;
            MeetingPlace? place = tenant is null ? null : await directory.FindByTeamAsync(tenant, team, cancellationToken);
            if (place is not null || !InvokeNames.IsOfMessageExtension(activity.Name))
            {
                return place;
            }
        }

        if (DirectoryIdOf(activity) is not { } account)
        {
            return null;
        }

        IReadOnlyList<PartnershipId> partnerships = await directory.FindPartnershipsOfAsync(account, cancellationToken);
        return partnerships.Count == 0 ? null : await directory.FindMeetingPlaceAsync(partnerships[0], cancellationToken);
    }

    private static string? DirectoryIdOf(Activity activity) => activity.From?.AadObjectId;

    private async Task<InvokeResponse?> AnswerStrangerAsync(Activity activity, string sentence, CancellationToken cancellationToken)
    {
        LogStranger(activity.Type);
        if (activity.Type == ActivityTypes.Invoke)
        {
            return SentenceAnswer.To(activity, sentence);
        }

        var conversation = ConversationReference.From(activity);
        await connector.SendAsync(conversation, Outgoing.To(conversation, Activity.Message(sentence)), cancellationToken);
        return null;
    }

    private async Task<InvokeResponse?> ApologiseAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypes.Invoke)
        {
            return activity.Name == InvokeNames.AdaptiveCardAction
                ? CardActionAnswer.Error(500, "InternalServerError", TurnTexts.Apology)
                : SentenceAnswer.To(activity, TurnTexts.Apology);
        }

        if (activity.Type == ActivityTypes.Message && CanBeAnswered(activity))
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
    private partial void LogStranger(string activityType);

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of type {ActivityType} failed; nothing of it was kept.")]
    private partial void LogFailed(Exception exception, string activityType);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The apology could not be sent.")]
    private partial void LogApologyFailed(Exception exception);
}
