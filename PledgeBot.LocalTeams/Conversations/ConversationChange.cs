namespace PledgeBot.LocalTeams.Conversations;

/// <summary>Something a page that is open should show; exactly one of the nullable properties is set.</summary>
internal sealed record ConversationChange
{
    /// <summary>The state's number after the change; a page that has this number or a later one has seen it.</summary>
    public required long Revision { get; init; }

    /// <summary>A message that is new or has been changed.</summary>
    public StoredActivity? Activity { get; init; }

    /// <summary>The id of a message that is gone.</summary>
    public string? Deleted { get; init; }

    /// <summary>The bot is writing.</summary>
    public Typing? Typing { get; init; }

    /// <summary>The id of a place that has changed, or that the member has come to or left: the page reads the state anew.</summary>
    public string? Place { get; init; }

    /// <summary>The demo clock's new present.</summary>
    public DateTimeOffset? Clock { get; init; }
}
