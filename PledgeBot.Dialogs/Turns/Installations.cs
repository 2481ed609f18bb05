using Microsoft.Extensions.Logging;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Help;
using PledgeBot.Dialogs.Members;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Follows where the bot is installed and what becomes of its teams.</summary>
/// <remarks>
/// The same news comes as two kinds of activity, two to four times and in any order (protocol 4.6, 4.7). So each place remembers its
/// latest state with the channel's time of it, older news changes nothing, and a place is welcomed when its state turns to installed.
/// </remarks>
internal sealed partial class Installations(
    IPartnershipRecords records,
    IDirectory directory,
    MeetingPlaces places,
    ConnectorClient connector,
    DueWorkSignal dueWork,
    TimeProvider time,
    ILogger<Installations> logger)
{
    private const string Removed = "the app was removed";

    /// <summary>Takes news of the bot's installation, or of a team that it is in. Any other news changes nothing.</summary>
    public Task HandleAsync(Activity activity, CancellationToken cancellationToken) => Read(activity) switch
    {
        true => AddAsync(activity, cancellationToken),
        false => RemoveAsync(activity, cancellationToken),
        null when activity.TeamId() is not null => ChangeTeamAsync(activity, cancellationToken),
        null => Task.CompletedTask,
    };

    /// <summary>Tells whether the bot was added, or removed; nothing when the news is about something else.</summary>
    private static bool? Read(Activity activity) => activity.Type == ActivityTypes.InstallationUpdate
        ? activity.Action?.ToLowerInvariant() switch
        {
            InstallationActions.Add or InstallationActions.AddUpgrade => true,
            InstallationActions.Remove or InstallationActions.RemoveUpgrade => false,
            _ => null,
        }
        : HasBot(activity.MembersAdded, activity) ? true
        : HasBot(activity.MembersRemoved, activity) ? false
        : null;

    private static bool HasBot(List<ChannelAccount>? members, Activity activity) =>
        members?.Any(member => member.Id is not null && member.Id == activity.Recipient?.Id) == true;

    private async Task AddAsync(Activity activity, CancellationToken cancellationToken)
    {
        string? addedBy = activity.IsPersonal() ? null : await FindNameAsync(activity, cancellationToken);
        if (activity.IsInChannel())
        {
            if (await places.FindOrEnterAsync(activity, cancellationToken) is { } place)
            {
                await AddToTeamAsync(activity, await places.FollowAsync(place, activity, cancellationToken), addedBy, cancellationToken);
            }

            return;
        }

        IReadOnlyList<Partnership> partnerships = await ReadPartnershipsOfSenderAsync(activity, cancellationToken);
        await using (ITurn turn = await records.BeginTurnAsync(Lobby.Id, cancellationToken))
        {
            if (await TurnAsync(turn, activity, isInstalled: true, cancellationToken))
            {
                var conversation = ConversationReference.From(activity);
                turn.Schedule(SendWork.To(conversation, WelcomeOutsideTeams(activity, partnerships, addedBy), time.GetUtcNow()));
            }

            Reach.Reopen(turn, activity.Conversation!.Id!);
            await turn.CommitAsync(cancellationToken);
        }

        foreach (Partnership partnership in partnerships)
        {
            await ChangeAsync(partnership.Id, turn => Reach.Reopen(turn, activity.Conversation!.Id!), cancellationToken);
        }

        dueWork.Wake();
    }

    private async Task AddToTeamAsync(Activity activity, MeetingPlace place, string? addedBy, CancellationToken cancellationToken)
    {
        if ((await records.ReadAsync(place.Partnership, cancellationToken)).Formed is null)
        {
            // Until the set-up decides otherwise, the channel is the one that was picked, whichever news told it.
            place = await places.MoveToPickedAsync(place, activity, cancellationToken);
        }

        DateTimeOffset now = time.GetUtcNow();
        await using ITurn turn = await records.BeginTurnAsync(place.Partnership, cancellationToken);
        ConversationReference channel = ChannelPlace.Read(place);
        if (await TurnAsync(turn, activity, isInstalled: true, cancellationToken))
        {
            using var everybody = CultureScope.ForEverybody();
            turn.Schedule(SendWork.InNewThread(channel, Message(WelcomeCard.ForTeam(turn.Partnership, addedBy)), now));
        }

        Reach.Reopen(turn, channel.ConversationId);
        ScheduleReading(turn, now);
        await turn.CommitAsync(cancellationToken);
        dueWork.Wake();
    }

    private async Task RemoveAsync(Activity activity, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (activity.IsInChannel())
        {
            if (await FindPlaceAsync(activity, cancellationToken) is { } place)
            {
                await using ITurn team = await records.BeginTurnAsync(place.Partnership, cancellationToken);
                if (await TurnAsync(team, activity, isInstalled: false, cancellationToken))
                {
                    Reach.Close(team, ChannelPlace.Read(place).ConversationId, Removed, now);
                    await team.CommitAsync(cancellationToken);
                }
            }

            return;
        }

        bool isNews;
        await using (ITurn lobby = await records.BeginTurnAsync(Lobby.Id, cancellationToken))
        {
            isNews = await TurnAsync(lobby, activity, isInstalled: false, cancellationToken);
            if (isNews)
            {
                Reach.Close(lobby, activity.Conversation!.Id!, Removed, now);
                await lobby.CommitAsync(cancellationToken);
            }
        }

        if (isNews)
        {
            foreach (Partnership partnership in await ReadPartnershipsOfSenderAsync(activity, cancellationToken))
            {
                await ChangeAsync(partnership.Id, turn => Reach.Close(turn, activity.Conversation!.Id!, Removed, now), cancellationToken);
            }
        }
    }

    /// <summary>Follows what becomes of a team. Nothing is said about it: who came and went, everybody sees.</summary>
    private async Task ChangeTeamAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.ChannelData?.EventType?.ToLowerInvariant() is not { } happened
            || await FindPlaceAsync(activity, cancellationToken) is not { } place)
        {
            return;
        }

        string channel = ChannelPlace.Read(place).ConversationId;
        bool isOurChannel = activity.ChannelData.Channel?.Id is { } id && ConversationIds.WithoutThread(id) == ConversationIds.WithoutThread(channel);
        DateTimeOffset now = time.GetUtcNow();
        switch (happened)
        {
            case TeamEvents.Deleted or TeamEvents.HardDeleted or TeamEvents.Archived:
            case TeamEvents.ChannelDeleted when isOurChannel:
                await ChangeAsync(place.Partnership, turn => Reach.Close(turn, channel, happened, now), cancellationToken);
                break;
            case TeamEvents.Restored or TeamEvents.Unarchived:
            case TeamEvents.ChannelRestored when isOurChannel:
                await ChangeAsync(
                    place.Partnership,
                    turn =>
                    {
                        Reach.Reopen(turn, channel);
                        ScheduleReading(turn, now);
                    },
                    cancellationToken);
                break;
            case TeamEvents.MemberAdded or TeamEvents.MemberRemoved or TeamEvents.ChannelMemberAdded or TeamEvents.ChannelMemberRemoved:
            case TeamEvents.Renamed or TeamEvents.ChannelCreated or TeamEvents.ChannelRenamed:
            case TeamEvents.ChannelDeleted or TeamEvents.ChannelRestored:
                await ChangeAsync(place.Partnership, turn => ScheduleReading(turn, now), cancellationToken);
                break;
        }

        dueWork.Wake();
    }

    // A team gets a dozen members at once; they are read once.
    private static void ScheduleReading(ITurn turn, DateTimeOffset now) => turn.Schedule(TeamReading.Due(now + Consequences.Gathering));

    private async Task ChangeAsync(PartnershipId partnership, Action<ITurn> change, CancellationToken cancellationToken)
    {
        await using ITurn turn = await records.BeginTurnAsync(partnership, cancellationToken);
        change(turn);
        await turn.CommitAsync(cancellationToken);
    }

    /// <summary>Remembers whether the bot is installed where the news comes from.</summary>
    /// <returns>Whether that turned; not so when it was known before, or later news has come already.</returns>
    private async Task<bool> TurnAsync(ITurn turn, Activity activity, bool isInstalled, CancellationToken cancellationToken)
    {
        MemoryKey key = Installation.KeyOf(activity);
        var before = Installation.Read(await turn.RecallAsync(key, cancellationToken));
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset at = activity.Timestamp is { } told && told < now ? told : now;
        if (before is not null && at < before.At)
        {
            return false;
        }

        turn.Remember(key, new Installation(isInstalled, at).Write());
        return isInstalled ? before is not { IsInstalled: true } : before is not { IsInstalled: false };
    }

    private static Activity WelcomeOutsideTeams(Activity activity, IReadOnlyList<Partnership> partnerships, string? addedBy)
    {
        if (!activity.IsPersonal())
        {
            using var everybody = CultureScope.ForEverybody();
            return Message(WelcomeCard.ForGroup(addedBy));
        }

        return partnerships switch
        {
            [] => Activity.Message(HelpTexts.WelcomeStranger),
            [var only] => PartnershipStamp.On(Message(WelcomeCard.ForMember(partnerships)), only.Id),
            _ => Message(WelcomeCard.ForMember(partnerships)),
        };
    }

    private static Activity Message(DrawnCard drawn) => Activity.WithCard(drawn.Card, drawn.Summary);

    private Task<MeetingPlace?> FindPlaceAsync(Activity activity, CancellationToken cancellationToken) =>
        activity.HostTenantId() is { } tenant && activity.TeamId() is { } team
            ? directory.FindByTeamAsync(tenant, team, cancellationToken)
            : Task.FromResult<MeetingPlace?>(null);

    private async Task<IReadOnlyList<Partnership>> ReadPartnershipsOfSenderAsync(Activity activity, CancellationToken cancellationToken)
    {
        List<Partnership> partnerships = [];
        if (activity.From?.AadObjectId is { Length: > 0 } account)
        {
            foreach (PartnershipId id in await directory.FindPartnershipsOfAsync(account, cancellationToken))
            {
                if (await directory.FindMeetingPlaceAsync(id, cancellationToken) is { } place && place.TenantId == activity.HostTenantId())
                {
                    partnerships.Add(await records.ReadAsync(id, cancellationToken));
                }
            }
        }

        return partnerships;
    }

    /// <summary>Finds the name of who sent the news, which events often leave out; nothing if the channel does not tell it either.</summary>
    private async Task<string?> FindNameAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(activity.From?.Name) || activity.From?.Id is not { Length: > 0 } account || activity.IsFromBot())
        {
            return activity.From?.Name;
        }

        try
        {
            return (await connector.GetMemberAsync(ConversationReference.From(activity), account, cancellationToken))?.Name;
        }
        catch (ConnectorException exception)
        {
            // A welcome without a name is better than none.
            LogNameNotRead(exception);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The name of who added the bot could not be read; the welcome goes without it.")]
    private partial void LogNameNotRead(Exception exception);
}
