using PledgeBot.LocalTeams.Places;

namespace PledgeBot.LocalTeams.Conversations;

/// <summary>One line of the journal: exactly one of its properties is set.</summary>
internal sealed record JournalEntry
{
    /// <summary>A message was added, or replaced the one with its id.</summary>
    public StoredActivity? Put { get; init; }

    /// <summary>The message with this id is gone.</summary>
    public string? Deleted { get; init; }

    /// <summary>A place is no longer as the options, or an earlier line, describe it.</summary>
    public Place? Place { get; init; }

    /// <summary>Message ids up to this one are used, though their messages may be gone.</summary>
    public long? LastId { get; init; }
}
