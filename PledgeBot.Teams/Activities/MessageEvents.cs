namespace PledgeBot.Teams.Activities;

/// <summary>What an update or deletion of a message tells (protocol 4.8).</summary>
public static class MessageEvents
{
    /// <summary>The writer changed the message.</summary>
    public const string Edited = "editMessage";

    /// <summary>The writer took the deletion back.</summary>
    public const string Undeleted = "undeleteMessage";

    /// <summary>The writer deleted the message.</summary>
    public const string Deleted = "softDeleteMessage";
}
