namespace PledgeBot.Teams.Activities;

/// <summary>
/// What a conversation update tells about a team, in lower case (protocol 4.6). Teams writes them with capitals in places, not always
/// the same ones, and adds new ones without notice.
/// </summary>
public static class TeamEvents
{
    /// <summary>Somebody came to the team.</summary>
    public const string MemberAdded = "teammemberadded";

    /// <summary>Somebody left the team.</summary>
    public const string MemberRemoved = "teammemberremoved";

    /// <summary>Somebody came to a shared or private channel.</summary>
    public const string ChannelMemberAdded = "channelmemberadded";

    /// <summary>Somebody left a shared or private channel.</summary>
    public const string ChannelMemberRemoved = "channelmemberremoved";

    /// <summary>The team got another name.</summary>
    public const string Renamed = "teamrenamed";

    /// <summary>The team can only be read from now on.</summary>
    public const string Archived = "teamarchived";

    /// <summary>The team can be written in again.</summary>
    public const string Unarchived = "teamunarchived";

    /// <summary>The team was deleted; it can be restored for a while.</summary>
    public const string Deleted = "teamdeleted";

    /// <summary>The team was deleted for good.</summary>
    public const string HardDeleted = "teamharddeleted";

    /// <summary>The team came back.</summary>
    public const string Restored = "teamrestored";

    /// <summary>The team got a new channel.</summary>
    public const string ChannelCreated = "channelcreated";

    /// <summary>A channel got another name.</summary>
    public const string ChannelRenamed = "channelrenamed";

    /// <summary>A channel was deleted; it can be restored for a while.</summary>
    public const string ChannelDeleted = "channeldeleted";

    /// <summary>A channel came back.</summary>
    public const string ChannelRestored = "channelrestored";
}
