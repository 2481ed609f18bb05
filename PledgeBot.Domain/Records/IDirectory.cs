using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Records;

/// <summary>Who is who, over all partnerships.</summary>
public interface IDirectory
{
    /// <summary>Lists every partnership that has a place in a channel.</summary>
    Task<IReadOnlyList<MeetingPlace>> ListMeetingPlacesAsync(CancellationToken cancellationToken);

    /// <summary>Finds the partnership that meets in a team; nothing if none does.</summary>
    Task<MeetingPlace?> FindByTeamAsync(string tenantId, string teamId, CancellationToken cancellationToken);

    /// <summary>Finds where a partnership meets; nothing if that has not been entered.</summary>
    Task<MeetingPlace?> FindMeetingPlaceAsync(PartnershipId partnership, CancellationToken cancellationToken);

    /// <summary>Enters where a partnership meets, in place of what was entered before.</summary>
    Task EnterAsync(MeetingPlace place, CancellationToken cancellationToken);

    /// <summary>Finds the partnerships that a directory account is a member of, oldest membership first; at most ten. Not those whose team the account has left.</summary>
    Task<IReadOnlyList<PartnershipId>> FindPartnershipsOfAsync(string directoryId, CancellationToken cancellationToken);

    /// <summary>Reads the contacts of a partnership's members.</summary>
    Task<IReadOnlyList<Contact>> ReadContactsAsync(PartnershipId partnership, CancellationToken cancellationToken);

    /// <summary>Finds a member by directory account; nothing if the partnership has no such member.</summary>
    Task<MemberId?> FindMemberAsync(PartnershipId partnership, string directoryId, CancellationToken cancellationToken);
}
