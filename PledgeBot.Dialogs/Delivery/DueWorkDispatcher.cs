using System.Net;
using Microsoft.Extensions.Logging;
using PledgeBot.Dialogs.Members;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Weekly;
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
/// the channel's taking a new message and the note of it here, the message is sent again.
/// </remarks>
internal sealed partial class DueWorkDispatcher(
    IPartnershipRecords records,
    IDueWorkList list,
    IDirectory directory,
    SubjectCards cards,
    TeamReading team,
    ConnectorClient connector,
    DueWorkSignal signal,
    TimeProvider time,
    ILogger<DueWorkDispatcher> logger) : IDueWorkDispatcher
{
    private const int MostAttempts = 8;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

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
                case MemberNotice.Kind:
                    await CompleteAsync(taken, await MemberNotice.DeliverAsync(taken, records, directory, connector, time.GetUtcNow(), cancellationToken), cancellationToken);
                    break;
                default:
                    await list.SetAsideAsync(taken, "Nobody does this kind of work.", time.GetUtcNow(), cancellationToken);
                    break;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            await PutBackAsync(taken, exception, cancellationToken);
        }
    }

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
        Activity activity = Outgoing.To(send.Conversation, send.Activity, taken.Partnership);
        if (send.Replaces is { } replaced)
        {
            await connector.UpdateAsync(send.Conversation, replaced, activity, cancellationToken);
        }
        else if (send.StartsThread)
        {
            await connector.CreateChannelThreadAsync(send.Conversation, activity, cancellationToken);
        }
        else
        {
            await connector.SendAsync(send.Conversation, activity, cancellationToken);
        }

        await CompleteAsync(taken, "sent", cancellationToken);
    }

    private async Task ShowCardAsync(TakenWork taken, CancellationToken cancellationToken)
    {
        if (CardSubject.Parse(taken.Work.Key) is not { } subject
            || await directory.FindMeetingPlaceAsync(taken.Partnership, cancellationToken) is not { } place
            || await DrawAsync(taken.Partnership, subject, cancellationToken) is not { } drawn)
        {
            await CompleteAsync(taken, "nothing to show", cancellationToken);
            return;
        }

        var channel = ChannelPlace.Read(place);
        ShownCard? shown = await RecallAsync(taken.Partnership, subject, cancellationToken);
        if (shown is null)
        {
            await ShowFirstTimeAsync(taken, subject, drawn, channel, cancellationToken);
            return;
        }

        if (shown.ActivityId is { } message)
        {
            ConversationReference thread = channel with { ConversationId = shown.ConversationId };
            await connector.UpdateAsync(thread, message, Outgoing.To(thread, Activity.WithCard(drawn.Card, drawn.Summary), taken.Partnership), cancellationToken);
        }

        await CompleteAsync(taken, "shown", cancellationToken);
    }

    private async Task ShowFirstTimeAsync(
        TakenWork taken, CardSubject subject, DrawnCard drawn, ConversationReference channel, CancellationToken cancellationToken)
    {
        var activity = Activity.WithCard(drawn.Card, drawn.Summary);
        ShownCard shown;
        if (drawn.Thread is { } parent)
        {
            if (await RecallAsync(taken.Partnership, parent, cancellationToken) is not { } above)
            {
                // Its thread comes first: the work that shows it is on the list too, unless the channel would not take it.
                await PutBackAsync(taken, "The thread is not there yet.", cancellationToken);
                return;
            }

            ConversationReference thread = channel with { ConversationId = above.ConversationId };
            shown = new ShownCard(thread.ConversationId, await connector.SendAsync(thread, Outgoing.To(thread, activity, taken.Partnership), cancellationToken));
        }
        else
        {
            (string conversation, string? message) =
                await connector.CreateChannelThreadAsync(channel, Outgoing.To(channel, activity, taken.Partnership), cancellationToken);
            shown = new ShownCard(conversation, message);
        }

        await using ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken);
        turn.Remember(ShownCard.KeyOf(subject), shown.Write());
        turn.Complete(taken, "shown", time.GetUtcNow());
        await turn.CommitAsync(cancellationToken);
    }

    private async Task ClosePollAsync(TakenWork taken, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken);
        if (PollId.TryParse(taken.Work.Key, null, out PollId poll))
        {
            await PollClosing.CloseAsync(turn, poll, now, cancellationToken);
        }

        turn.Complete(taken, "closed", now);
        await turn.CommitAsync(cancellationToken);
        signal.Wake();
    }

    private async Task PostWeeklyStatusAsync(TakenWork taken, CancellationToken cancellationToken)
    {
        MeetingPlace? place = await directory.FindMeetingPlaceAsync(taken.Partnership, cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        var clock = new Moment(By: null, now);
        await using ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken);
        Partnership before = turn.Partnership;
        if (place is not null
            && before.Decide(new PostWeeklyStatus(), clock) is Decision.Accepted { Events: { IsEmpty: false } events })
        {
            var weekly = WeeklyStatus.Of(before, await OpenBoxes.ReadAsync(turn, now, cancellationToken), now);
            DrawnCard drawn = WeeklyCard.Draw(weekly);
            turn.Append(events, clock);
            turn.Schedule(SendWork.InNewThread(ChannelPlace.Read(place), Activity.WithCard(drawn.Card, drawn.Summary), now));
        }

        turn.Complete(taken, "posted", now);
        turn.Schedule(Consequences.NextWeeklyStatus(before, now));
        await turn.CommitAsync(cancellationToken);
        signal.Wake();
    }

    private async Task<DrawnCard?> DrawAsync(PartnershipId id, CardSubject subject, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        IReadOnlyList<Contact> contacts = await directory.ReadContactsAsync(id, cancellationToken);
        await using ITurn turn = await records.BeginTurnAsync(id, cancellationToken);
        IReadOnlyDictionary<PollId, BallotBox> boxes = await OpenBoxes.ReadAsync(turn, now, cancellationToken);
        return cards.Draw(subject, new CardView(turn.Partnership, boxes, contacts, Viewer: null, now));
    }

    private async Task<ShownCard?> RecallAsync(PartnershipId id, CardSubject subject, CancellationToken cancellationToken)
    {
        await using ITurn turn = await records.BeginTurnAsync(id, cancellationToken);
        return ShownCard.Read(await turn.RecallAsync(ShownCard.KeyOf(subject), cancellationToken));
    }

    private async Task CompleteAsync(TakenWork taken, string outcome, CancellationToken cancellationToken)
    {
        await using ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken);
        turn.Complete(taken, outcome, time.GetUtcNow());
        await turn.CommitAsync(cancellationToken);
    }

    private async Task PutBackAsync(TakenWork taken, Exception exception, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        var refused = exception as ConnectorException;
        string problem = refused?.Message ?? exception.GetType().Name;
        if (taken.Attempt >= MostAttempts || IsFinal(refused))
        {
            LogSetAside(exception, taken.Work.Kind, taken.Id, taken.Attempt);
            await list.SetAsideAsync(taken, problem, now, cancellationToken);
            return;
        }

        LogPutBack(exception, taken.Work.Kind, taken.Id, taken.Attempt);
        await list.RetryAsync(taken, now + (refused?.RetryAfter ?? PauseAfter(taken.Attempt)), problem, cancellationToken);
    }

    private Task PutBackAsync(TakenWork taken, string problem, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        return taken.Attempt < MostAttempts
            ? list.RetryAsync(taken, now + PauseAfter(taken.Attempt), problem, cancellationToken)
            : list.SetAsideAsync(taken, problem, now, cancellationToken);
    }

    private static TimeSpan PauseAfter(int attempt)
    {
        TimeSpan pause = FirstPause * Math.Pow(2, attempt - 1);
        return pause < LongestPause ? pause : LongestPause;
    }

    // What the channel will never take, however often it is asked (protocol 3.4).
    private static bool IsFinal(ConnectorException? refused) =>
        refused is { Code: ConnectorErrorCodes.AddressRefused }
        || refused?.Status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            or HttpStatusCode.MethodNotAllowed or HttpStatusCode.RequestEntityTooLarge;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work {Kind} {WorkId} failed at attempt {Attempt} and is tried again.")]
    private partial void LogPutBack(Exception exception, string kind, long workId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Work {Kind} {WorkId} is set aside after attempt {Attempt}.")]
    private partial void LogSetAside(Exception exception, string kind, long workId, int attempt);
}
