using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.SetUp;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Finds which partnership an activity is about, and as what its sender speaks.</summary>
/// <remarks>
/// A team has one partnership. Elsewhere a button says which one it belongs to, and a text is about the sender's only one, or the one
/// that was chosen last. Whatever an activity says is a claim: nobody gets in who is not on that partnership's list, in its own tenant.
/// </remarks>
internal sealed class PartnershipFinder(
    IPartnershipRecords records,
    IDirectory directory,
    MeetingPlaces places,
    CommandRouter commands,
    PartnershipFeature changing,
    TimeProvider time)
{
    /// <summary>Finds it. A team that writes for the first time gets a meeting place.</summary>
    public async Task<Placement> FindAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.HostTenantId() is not { } tenant)
        {
            return new Placement.Outside(TurnTexts.NoPartnership);
        }

        if (activity.From?.AadObjectId is not { Length: > 0 } account)
        {
            return new Placement.Outside(TurnTexts.NotOnList);
        }

        PartnershipId? claimed = PartnershipStamp.Read(activity);
        if (activity.TeamId() is { } team)
        {
            MeetingPlace? here = activity.Type == ActivityTypes.Message
                ? await places.FindOrEnterAsync(activity, cancellationToken)
                : await directory.FindByTeamAsync(tenant, team, cancellationToken);
            if (here is not null && (claimed is null || claimed == here.Partnership))
            {
                here = await places.FollowAsync(here, activity, cancellationToken);
                Placement atHome = await PlaceAtHomeAsync(here, activity, account, cancellationToken);
                if (atHome is Placement.Known || claimed is not null || !activity.IsFromComposeBox())
                {
                    return atHome;
                }

                // Whoever searches from the compose box decides where it goes, so another team's channel is as good as any chat.
            }
        }
        else if (activity.IsInChannel() && activity.Type == ActivityTypes.Message && claimed is null)
        {
            // Whose channel it is nobody says, so nobody there is told anything.
            return new Placement.Outside(TurnTexts.NoPartnership);
        }

        Placement found = claimed is { } stamped
            ? await PlaceByStampAsync(stamped, tenant, account, cancellationToken)
            : await PlaceByPersonAsync(activity, tenant, account, cancellationToken);
        return found is Placement.Known known && activity.IsInChannel()
            ? known with { IsAway = !IsChannelOf(known.Place, activity) }
            : found;
    }

    private static bool IsChannelOf(MeetingPlace place, Activity activity) =>
        activity.TeamId() is null
        && activity.BaseConversationId() == ConversationIds.WithoutThread(ChannelPlace.Read(place).ConversationId);

    private async Task<Placement> PlaceAtHomeAsync(MeetingPlace here, Activity activity, string account, CancellationToken cancellationToken)
    {
        if (await FindKnownAsync(here, account, cancellationToken) is { } known)
        {
            return known;
        }

        Partnership partnership = await records.ReadAsync(here.Partnership, cancellationToken);
        return partnership.Formed is null ? new Placement.Unformed(here)
            : new Placement.Outside(SetUpDialog.IsAskedForBy(activity) ? SetUpDialog.AlreadyDone(partnership) : TurnTexts.NotOnList);
    }

    private async Task<Placement> PlaceByStampAsync(PartnershipId claimed, string tenant, string account, CancellationToken cancellationToken) =>
        await directory.FindMeetingPlaceAsync(claimed, cancellationToken) is { } place
        && place.TenantId == tenant
        && await FindKnownAsync(place, account, cancellationToken) is { } known
            ? known
            : new Placement.Outside(TurnTexts.NotYours);

    private async Task<Placement> PlaceByPersonAsync(Activity activity, string tenant, string account, CancellationToken cancellationToken)
    {
        List<Placement.Known> mine = [];
        foreach (PartnershipId partnership in await directory.FindPartnershipsOfAsync(account, cancellationToken))
        {
            if (await directory.FindMeetingPlaceAsync(partnership, cancellationToken) is { } place
                && place.TenantId == tenant
                && await FindKnownAsync(place, account, cancellationToken) is { } known)
            {
                mine.Add(known);
            }
        }

        return mine switch
        {
            [] => new Placement.Outside(TurnTexts.NotOnList),
            [var only] => only,
            _ => await ChooseAsync(activity, mine, cancellationToken),
        };
    }

    private async Task<Placement> ChooseAsync(Activity activity, List<Placement.Known> mine, CancellationToken cancellationToken)
    {
        List<(Placement.Known Known, Partnership Partnership)> choices = [];
        foreach (Placement.Known known in mine)
        {
            // Who was taken off the list may still be in the team.
            Partnership partnership = await records.ReadAsync(known.Place.Partnership, cancellationToken);
            if (partnership.FindMember(known.Speaker) is not null)
            {
                choices.Add((known with { IsOneOfSeveral = true }, partnership));
            }
        }

        if (choices.Count < 2)
        {
            return choices is [var (only, _)] ? only with { IsOneOfSeveral = false } : new Placement.Outside(TurnTexts.NotOnList);
        }

        if (activity.Value is not null && !activity.IsFromComposeBox())
        {
            // A button of a card from before cards said whose they are: what was chosen last may be another one.
            return new Placement.Outside(TurnTexts.WhichCard);
        }

        string text = activity.TextWithoutBotMention();
        Partnership[] partnerships = [.. choices.Select(choice => choice.Partnership)];
        if (commands.Find(text) is { } found && found.Command == changing.Change)
        {
            return PartnershipChoice.Find(partnerships, found.Argument) is { } named
                ? choices.First(choice => choice.Partnership == named).Known
                : new Placement.Unclear(partnerships, "");
        }

        return await FindLatestAsync(activity, choices.Select(choice => choice.Known), cancellationToken) is { } latest
            ? latest
            : new Placement.Unclear(partnerships, text);
    }

    /// <summary>Finds the partnership that the sender chose last, or is in the middle of a dialog with, whichever is later.</summary>
    private async Task<Placement.Known?> FindLatestAsync(
        Activity activity, IEnumerable<Placement.Known> choices, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        (Placement.Known? Known, DateTimeOffset At) latest = (null, DateTimeOffset.MinValue);
        foreach (Placement.Known known in choices)
        {
            await using ITurn turn = await records.BeginTurnAsync(known.Place.Partnership, cancellationToken);
            DateTimeOffset? chosen = await PartnershipChoice.RecallAsync(turn, activity, cancellationToken);
            DateTimeOffset? moved = activity.IsPersonal()
                ? await GuidedDialogs.FindListeningSinceAsync(turn, known.Speaker, now, cancellationToken)
                : null;
            foreach (DateTimeOffset at in ((DateTimeOffset?[])[chosen, moved]).OfType<DateTimeOffset>())
            {
                latest = at > latest.At ? (known, at) : latest;
            }
        }

        return latest.Known;
    }

    private async Task<Placement.Known?> FindKnownAsync(MeetingPlace place, string account, CancellationToken cancellationToken)
    {
        IReadOnlyList<Contact> contacts = await directory.ReadContactsAsync(place.Partnership, cancellationToken);
        return contacts.FirstOrDefault(contact => contact.Admits(account)) is { Member: MemberId speaker }
            ? new Placement.Known(place, speaker, contacts)
            : null;
    }
}
