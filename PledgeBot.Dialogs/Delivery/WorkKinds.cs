namespace PledgeBot.Dialogs.Delivery;

/// <summary>The kinds of work for later.</summary>
internal static class WorkKinds
{
    /// <summary>Send, or replace, one message; the key is unique.</summary>
    public const string Send = "send";

    /// <summary>Make the channel's message about a subject show its present state; the key is the subject.</summary>
    public const string ShowCard = "show-card";

    /// <summary>Close a poll whose time has come; the key is the poll.</summary>
    public const string ClosePoll = "close-poll";

    /// <summary>Post the weekly status; one waits at a time.</summary>
    public const string WeeklyStatus = "weekly-status";

    /// <summary>Read the team from the channel; one waits at a time.</summary>
    public const string RefreshRoster = "refresh-roster";

    /// <summary>Make the record of decision that is due; the key is the walk.</summary>
    public const string RecordDecision = "record-decision";
}
