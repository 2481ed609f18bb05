namespace PledgeBot.Teams.Activities;

/// <summary>The kinds of conversation in Teams.</summary>
public static class ConversationTypes
{
    /// <summary>One person and the bot.</summary>
    public const string Personal = "personal";

    /// <summary>A chat of several people.</summary>
    public const string GroupChat = "groupChat";

    /// <summary>A channel of a team, or a thread in it.</summary>
    public const string Channel = "channel";
}
