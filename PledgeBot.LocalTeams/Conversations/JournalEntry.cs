namespace PledgeBot.LocalTeams.Conversations;

/// <summary>One line of the journal: exactly one of its properties is set.</summary>
internal sealed record JournalEntry
{
    /// <summary>A message was added, or replaced the one with its id.</summary>
    public StoredActivity? Put { get; init; }

    /// <summary>The message with this id is gone.</summary>
    public string? Deleted { get; init; }

    /// <summary>The bot knows that it is installed in this conversation.</summary>
    public string? Installed { get; init; }

    /// <summary>Message ids up to this one are used, though their messages may be gone.</summary>
    public long? LastId { get; init; }
}
