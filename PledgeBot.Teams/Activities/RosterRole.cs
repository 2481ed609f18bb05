namespace PledgeBot.Teams.Activities;

/// <summary>What a conversation's roster says that somebody is. It says nothing of what they may do in the partnership.</summary>
public enum RosterRole
{
    /// <summary>A member of the organisation, or of one that the channel is shared with.</summary>
    User,

    /// <summary>A guest in the organisation's directory.</summary>
    Guest,

    /// <summary>Somebody who has not signed in, as in a meeting's chat.</summary>
    Anonymous,
}
