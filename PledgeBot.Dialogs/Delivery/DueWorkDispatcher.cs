using System.Net;
using Microsoft.Extensions.Logging;
using PledgeBot.Dialogs.DecisionRecords;
using PledgeBot.Dialogs.Members;
using PledgeBot.Dialogs.Reminders;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Weekly;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Weekly;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>Does work that has come due. The state is looked at again at that moment, never remembered from when it was scheduled.</summary>
/// <remarks>
/// Done twice, work changes nothing the second time, with one exception that no protocol closes: if the process ends between
/// the channel's taking a new message and the note of it here, the message is sent again. If the channel's answer is lost, a reply
/// in a chat is not sent again; a post that exists once is, after a pause (decision 20).
/// </remarks>
internal sealed class DueWorkDispatcher(
    IPartnershipRecords records,
    IDueWorkList list,
    IDirectory directory,
    SubjectCards cards,
    TeamReading team,
    DecisionRecording recording,
    ConnectorClient connector,
    DueWorkSignal signal,
    TimeProvider time,
    ILogger<DueWorkDispatcher> logger) : IDueWorkDispatcher
{
    private readonly Postman _postman = new(connector, logger);
    private readonly Setbacks _setbacks = new(records, list, time, logger);

    /// <inheritdoc/>
    public async Task HandleAsync(TakenWork taken, CancellationToken cancellationToken)
    {
        using var culture = CultureScope.ForEverybody();
        try
        {
            switch (taken.Work.Kind)
            {
                case WorkKinds.Send:
                    await SendAsync(taken, cancellationToken);
                    break;
                case WorkKinds.ShowCard:
                    await ShowCardAsync(taken, cancellationToken);
                    break;
                case WorkKinds.ClosePoll:
                    await ClosePollAsync(taken, cancellationToken);
                    break;
                case WorkKinds.WeeklyStatus:
                    await PostWeeklyStatusAsync(taken, cancellationToken);
                    break;
                case WorkKinds.RefreshRoster:
                    await team.RunAsync(taken, cancellationToken);
                    break;
                case WorkKinds.RecordDecision:
                    await recording.RunAsync(taken, cancellationToken);
                    break;
                case PollReminders.Kind:
                    await RemindAsync(taken, cancellationToken);
                    break;
                case MemberNotice.Kind:
                    await NotifyAsync(taken, cancellationToken);
                    break;
                default:
                    await list.SetAsideAsync(taken, "Nobody does this kind of work.", time.GetUtcNow(), cancellationToken);
                    break;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            await _setbacks.SettleAsync(taken, exception, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public bool IsSlow(DueWork work) => work.Kind == WorkKinds.RefreshRoster;

    /// <inheritdoc/>
    public async Task ScheduleWeeklyStatusAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        await using ITurn turn = await records.BeginTurnAsync(partnership, cancellationToken);
        turn.Schedule(Consequences.NextWeeklyStatus(turn.Partnership, time.GetUtcNow()));
        await turn.CommitAsync(cancellationToken);
        signal.Wake();
    }

    private async Task SendAsync(TakenWork taken, CancellationToken cancellationToken)
    {
        var send = SendWork.Read(taken.Work);
        await using (ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken))
        {
            if (await CannotBeDoneNowAsync(turn, taken, send.Conversation, cancellationToken))
            {
                return;
            }
        }

        Activity activity = Outgoing.To(send.Conversation, send.Activity, taken.Partnership);
        if (send.Replaces is { } replaced)
        {
            await _postman.ReplaceAsync(send.Conversation, replaced, activity, cancellationToken);
        }
        else if (send.StartsThread)
        {
            await _postman.StartThreadAsync(send.Conversation, activity, cancellationToken);
        }
        else
        {
            await _postman.SendAsync(send.Conversation, activity, cancellationToken);
        }

        await CompleteAsync(taken, "sent", _ => { }, cancellationToken);
    }

    private async Task ShowCardAsync(TakenWork taken, CancellationToken cancellationToken)
    {
        if (CardSubject.Parse(taken.Work.Key) is not { } subject
            || await directory.FindMeetingPlaceAsync(taken.Partnership, cancellationToken) is not { } place)
        {
            await CompleteAsync(taken, "nothing to show", _ => { }, cancellationToken);
            return;
        }

        var channel = ChannelPlace.Read(place);
        IReadOnlyList<Contact> contacts = await directory.ReadContactsAsync(taken.Partnership, cancellationToken);
        DrawnCard? drawn;
        ShownCard? shown;
        ShownCard? above;
        await using (ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken))
        {
            if (await CannotBeDoneNowAsync(turn, taken, channel, cancellationToken))
            {
                return;
            }

            DateTimeOffset now = time.GetUtcNow();
            bool anyClosed = await PollClosing.CloseDueAsync(turn, now, cancellationToken);
            drawn = await DrawAsync(turn, subject, contacts, now, cancellationToken);
            shown = ShownCard.Read(await turn.RecallAsync(ShownCard.KeyOf(subject), cancellationToken));
            above = drawn?.Thread is { } parent ? ShownCard.Read(await turn.RecallAsync(ShownCard.KeyOf(parent), cancellationToken)) : null;
            await KeepClosingsAsync(turn, anyClosed, cancellationToken);
        }

        if (drawn is null || shown is { ActivityId: null })
        {
            await CompleteAsync(taken, drawn is null ? "nothing to show" : "shown", _ => { }, cancellationToken);
        }
        else if (shown is null || !await UpdateAsync(channel, shown, drawn, taken.Partnership, cancellationToken))
        {
            await PostCardAsync(taken, subject, drawn, channel, above, cancellationToken);
        }
        else
        {
            await CompleteAsync(taken, "shown", _ => { }, cancellationToken);
        }
    }

    /// <summary>Changes the message that shows a subject.</summary>
    /// <returns>Whether it is still there.</returns>
    private Task<bool> UpdateAsync(
        ConversationReference channel, ShownCard shown, DrawnCard drawn, PartnershipId partnership, CancellationToken cancellationToken)
    {
        ConversationReference thread = channel with { ConversationId = shown.ConversationId };
        var activity = Activity.WithCard(drawn.Card, drawn.Summary);
        return _postman.UpdateAsync(thread, shown.ActivityId!, Outgoing.To(thread, activity, partnership), cancellationToken);
    }

    /// <summary>Posts a subject's message, the first time or because somebody removed it.</summary>
    private async Task PostCardAsync(
        TakenWork taken,
        CardSubject subject,
        DrawnCard drawn,
        ConversationReference channel,
        ShownCard? above,
        CancellationToken cancellationToken)
    {
        var activity = Activity.WithCard(drawn.Card, drawn.Summary);
        ShownCard shown;
        if (drawn.Thread is not { } parent)
        {
            shown = await _postman.StartThreadAsync(channel, Outgoing.To(channel, activity, taken.Partnership), cancellationToken);
        }
        else if (above is null)
        {
            // Its thread comes first: the work that shows it is on the list too, unless the channel would not take it.
            await _setbacks.TryLaterAsync(taken, "The thread is not there yet.", cancellationToken);
            return;
        }
        else
        {
            ConversationReference thread = channel with { ConversationId = above.ConversationId };
            try
            {
                shown = new ShownCard(
                    thread.ConversationId, await _postman.SendAsync(thread, Outgoing.To(thread, activity, taken.Partnership), cancellationToken));
            }
            catch (ConnectorException refused) when (refused.Code == ConnectorErrorCodes.ConversationNotFound)
            {
                await BeginThreadAnewAsync(taken, parent, cancellationToken);
                return;
            }
        }

        await CompleteAsync(taken, "shown", turn => turn.Remember(ShownCard.KeyOf(subject), shown.Write()), cancellationToken);
    }

    /// <summary>Has the thread that somebody removed posted again, and the card in it after that.</summary>
    private async Task BeginThreadAnewAsync(TakenWork taken, CardSubject parent, CancellationToken cancellationToken)
    {
        await using (ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken))
        {
            turn.Remember(ShownCard.KeyOf(parent), value: null);
            turn.Schedule(new DueWork(WorkKinds.ShowCard, parent.ToString(), time.GetUtcNow(), ""));
            await turn.CommitAsync(cancellationToken);
        }

        await _setbacks.TryLaterAsync(taken, "The thread is gone, and posted anew.", cancellationToken);
        signal.Wake();
    }

    /// <summary>Has everybody reminded who has not answered a poll; each of them is work of its own, so that one who cannot be reached holds up nobody.</summary>
    private async Task RemindAsync(TakenWork taken, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken);
        await PollClosing.CloseDueAsync(turn, now, cancellationToken);
        foreach (DueWork follows in await PollReminders.FollowAsync(turn, taken.Work, now, cancellationToken))
        {
            turn.Schedule(follows);
        }

        turn.Complete(taken, "reminded", now);
        await turn.CommitAsync(cancellationToken);
        signal.Wake();
    }

    /// <summary>Tells a member something in their own chat, if it is still to be told.</summary>
    private async Task NotifyAsync(TakenWork taken, CancellationToken cancellationToken)
    {
        MemberId member;
        DrawnCard? notice;
        IReadOnlyList<Contact> contacts = await directory.ReadContactsAsync(taken.Partnership, cancellationToken);
        await using (ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken))
        {
            DateTimeOffset now = time.GetUtcNow();
            bool anyClosed = await PollClosing.CloseDueAsync(turn, now, cancellationToken);
            (member, notice) = await MemberNotice.DrawAsync(turn, taken.Work, contacts, now, cancellationToken);
            await KeepClosingsAsync(turn, anyClosed, cancellationToken);
        }

        string told = notice is null ? "nothing to tell" : await TellAsync(taken.Partnership, MemberNotice.AccountOf(contacts, member), notice, cancellationToken);
        await CompleteAsync(taken, told, _ => { }, cancellationToken);
    }

    private async Task<string> TellAsync(PartnershipId partnership, string? account, DrawnCard notice, CancellationToken cancellationToken)
    {
        if (account is null
            || await directory.FindMeetingPlaceAsync(partnership, cancellationToken) is not { } place)
        {
            return "nobody to tell";
        }

        ConversationReference channel = ChannelPlace.Read(place);
        try
        {
            ConversationReference chat = await connector.CreatePersonalConversationAsync(
                channel.ServiceUrl, place.TenantId, channel.BotId, account, cancellationToken);
            await using (ITurn turn = await records.BeginTurnAsync(partnership, cancellationToken))
            {
                if (await Reach.IsClosedAsync(turn, chat.ConversationId, cancellationToken))
                {
                    return "out of reach";
                }
            }

            await _postman.SendAsync(chat, Outgoing.To(chat, Activity.WithCard(notice.Card, notice.Summary), partnership), cancellationToken);
            return "told";
        }
        catch (ConnectorException refused) when (refused.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            // The app is not installed for the member, or they have blocked it (protocol 3.4).
            return "out of reach";
        }
    }

    private async Task ClosePollAsync(TakenWork taken, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken);
        await PollClosing.CloseDueAsync(turn, now, cancellationToken);
        turn.Complete(taken, "closed", now);
        await turn.CommitAsync(cancellationToken);
        signal.Wake();
    }

    /// <summary>Posts the weekly status, and marks it as posted once the channel has it: news that reached nobody stays news.</summary>
    private async Task PostWeeklyStatusAsync(TakenWork taken, CancellationToken cancellationToken)
    {
        MeetingPlace? place = await directory.FindMeetingPlaceAsync(taken.Partnership, cancellationToken);
        Activity? post = null;
        if (place is not null)
        {
            await using ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken);
            if (await CannotBeDoneNowAsync(turn, taken, ChannelPlace.Read(place), cancellationToken))
            {
                return;
            }

            DateTimeOffset now = time.GetUtcNow();
            bool anyClosed = await PollClosing.CloseDueAsync(turn, now, cancellationToken);
            post = IsDue(turn.Partnership, now, out _) ? await DrawWeeklyAsync(turn, now, cancellationToken) : null;
            await KeepClosingsAsync(turn, anyClosed, cancellationToken);
        }

        if (post is null)
        {
            await CompleteAsync(taken, "not due", ScheduleNext, cancellationToken);
            return;
        }

        var channel = ChannelPlace.Read(place!);
        string drawn = TeamsJson.Write(post);
        ShownCard shown = await _postman.StartThreadAsync(channel, Outgoing.To(channel, post, taken.Partnership), cancellationToken);
        await MarkPostedAsync(taken, drawn, channel, shown, cancellationToken);
    }

    /// <summary>Marks the week as posted. What happened while the channel took the post is put into it, since it is no news next week.</summary>
    private async Task MarkPostedAsync(
        TakenWork taken, string posted, ConversationReference channel, ShownCard shown, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken);
        await PollClosing.CloseDueAsync(turn, now, cancellationToken);
        if (IsDue(turn.Partnership, now, out Decision.Accepted? accepted))
        {
            Activity present = await DrawWeeklyAsync(turn, now, cancellationToken);
            turn.Append(accepted.Events, new Moment(By: null, now));
            if (shown.ActivityId is { } message && TeamsJson.Write(present) != posted)
            {
                turn.Schedule(SendWork.Replace(channel with { ConversationId = shown.ConversationId }, message, present, now));
            }
        }

        Doubt.End(turn, taken.Work);
        turn.Complete(taken, "posted", now);
        ScheduleNext(turn);
        await turn.CommitAsync(cancellationToken);
        signal.Wake();
    }

    private static bool IsDue(
        Partnership partnership, DateTimeOffset now, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Decision.Accepted? accepted)
    {
        accepted = partnership.Decide(new PostWeeklyStatus(), new Moment(By: null, now)) as Decision.Accepted;
        return accepted is { Events.IsEmpty: false };
    }

    private static async Task<Activity> DrawWeeklyAsync(ITurn turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DrawnCard drawn = WeeklyCard.Draw(WeeklyStatus.Of(turn.Partnership, await OpenBoxes.ReadAsync(turn, now, cancellationToken), now));
        return Activity.WithCard(drawn.Card, drawn.Summary);
    }

    /// <summary>Keeps what a turn that draws has closed; one that closed nothing leaves no trace.</summary>
    private async Task KeepClosingsAsync(ITurn turn, bool anyClosed, CancellationToken cancellationToken)
    {
        if (anyClosed)
        {
            await turn.CommitAsync(cancellationToken);
            signal.Wake();
        }
    }

    private void ScheduleNext(ITurn turn) => turn.Schedule(Consequences.NextWeeklyStatus(turn.Partnership, time.GetUtcNow()));

    private async Task<DrawnCard?> DrawAsync(
        ITurn turn, CardSubject subject, IReadOnlyList<Contact> contacts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<PollId, BallotBox> boxes = await OpenBoxes.ReadAsync(turn, now, cancellationToken);
        return cards.Draw(subject, new CardView(turn.Partnership, boxes, contacts, Viewer: null, now));
    }

    /// <summary>Ends work for a conversation that is closed, and puts back a post that is in doubt until its pause is over.</summary>
    /// <returns>Whether it did, so that there is nothing more to do now.</returns>
    private async Task<bool> CannotBeDoneNowAsync(
        ITurn turn, TakenWork taken, ConversationReference conversation, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (await Reach.IsClosedAsync(turn, conversation.ConversationId, cancellationToken))
        {
            Setbacks.EndUnreachable(turn, taken, now);
            await turn.CommitAsync(cancellationToken);
            return true;
        }

        // Work that is asked for anew meanwhile, as a card is with every vote, must not cut the pause short.
        if (await Doubt.SinceAsync(turn, taken.Work, now, cancellationToken) is { } since && now < since + Doubt.Pause)
        {
            // The list is not part of the turn, and would wait for it.
            await turn.DisposeAsync();
            await list.PostponeAsync(taken, since + Doubt.Pause, "The post may be there already.", cancellationToken);
            return true;
        }

        return false;
    }

    private async Task CompleteAsync(TakenWork taken, string outcome, Action<ITurn> andThen, CancellationToken cancellationToken)
    {
        await using ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken);
        andThen(turn);
        if (taken.Attempt > 1)
        {
            Doubt.End(turn, taken.Work);
        }

        turn.Complete(taken, outcome, time.GetUtcNow());
        await turn.CommitAsync(cancellationToken);
    }
}
