namespace PledgeBot.Recount.Polls;

/// <summary>What came of a poll.</summary>
internal enum PollOutcome
{
    /// <summary>No tie at the last place. Places stay free only if too few options got votes.</summary>
    Clear,

    /// <summary>Options with as many votes as each other share the last place or places.</summary>
    Tie,

    /// <summary>Too few answered, or nobody of one party.</summary>
    NotQuorate,

    /// <summary>Enough answered, and all of them abstained.</summary>
    NoVotes,
}
