using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Enters where teams meet, and keeps the channel's address up to date.</summary>
internal sealed class MeetingPlaces(IDirectory directory, TimeProvider time)
{
    /// <summary>Finds the meeting place of the team that an activity comes from; enters one for a partnership to come if there is none.</summary>
    /// <remarks>Any number of times, and at the same time too, a team gets one partnership.</remarks>
    /// <returns>Nothing when the activity does not tell a team and its tenant.</returns>
    public async Task<MeetingPlace?> FindOrEnterAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.TeamId() is not { } team || activity.HostTenantId() is not { } tenant)
        {
            return null;
        }

        if (await directory.FindByTeamAsync(tenant, team, cancellationToken) is { } entered)
        {
            return entered;
        }

        MeetingPlace place = ChannelPlace.Of(PartnershipId.New(time.GetUtcNow()), tenant, team, ChannelOf(activity, tenant));
        try
        {
            await directory.EnterAsync(place, cancellationToken);
            return place;
        }
        catch (InvalidOperationException)
        {
            // The same news came a second time meanwhile, and the team has its partnership.
            return await directory.FindByTeamAsync(tenant, team, cancellationToken);
        }
    }

    /// <summary>Takes over a new address of the connector, which can move (protocol 2.4).</summary>
    /// <returns>The meeting place as it is now.</returns>
    public Task<MeetingPlace> FollowAsync(MeetingPlace place, Activity activity, CancellationToken cancellationToken)
    {
        ConversationReference channel = ChannelPlace.Read(place);
        return PointAsync(place, channel, channel with { ServiceUrl = activity.ServiceUrl! }, cancellationToken);
    }

    /// <summary>Takes over the channel that was picked when the app was installed; nothing changes if none was.</summary>
    /// <returns>The meeting place as it is now.</returns>
    public Task<MeetingPlace> MoveToPickedAsync(MeetingPlace place, Activity activity, CancellationToken cancellationToken)
    {
        ConversationReference channel = ChannelPlace.Read(place);
        return PointAsync(place, channel, channel with { ConversationId = PickedIn(activity) ?? channel.ConversationId }, cancellationToken);
    }

    private async Task<MeetingPlace> PointAsync(
        MeetingPlace place, ConversationReference before, ConversationReference after, CancellationToken cancellationToken)
    {
        if (after == before)
        {
            return place;
        }

        MeetingPlace moved = ChannelPlace.Of(place.Partnership, place.TenantId, place.TeamId, after);
        await directory.EnterAsync(moved, cancellationToken);
        return moved;
    }

    private static ConversationReference ChannelOf(Activity activity, string tenant) => ConversationReference.From(activity) with
    {
        ConversationId = PickedIn(activity) ?? activity.BaseConversationId()!,
        TenantId = tenant,
        ConversationType = ConversationTypes.Channel,
    };

    private static string? PickedIn(Activity activity) =>
        activity.ChannelData?.Settings?.SelectedChannel?.Id is { Length: > 0 } picked ? ConversationIds.WithoutThread(picked) : null;
}
