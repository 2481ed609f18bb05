namespace PledgeBot.Domain.Polls;

/// <summary>What a closed poll came to (domain reference 9.1).</summary>
public enum PollOutcome
{
    /// <summary>
    /// As many proposals as were to be chosen are clearly ahead of the rest, or fewer when fewer got any vote at all: a
    /// proposal that nobody picked is never chosen, and shares no place.
    /// </summary>
    Clear,

    /// <summary>Two or more, each with at least one vote, share the last place or places; nothing is decided between them.</summary>
    Tie,

    /// <summary>Too few answered, or a party is missing: more than half of the roll and one from each party are needed.</summary>
    NotQuorate,

    /// <summary>Enough answered, but nobody picked anything.</summary>
    NoVotes,
}
