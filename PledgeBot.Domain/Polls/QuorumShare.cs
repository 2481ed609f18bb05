namespace PledgeBot.Domain.Polls;

/// <summary>How many of the roll must answer for a poll to be quorate (beslutsför). Abstaining is answering.</summary>
public enum QuorumShare
{
    /// <summary>Fler än hälften: the norm of municipal boards.</summary>
    MoreThanHalf,

    /// <summary>Minst två tredjedelar.</summary>
    TwoThirds,

    /// <summary>Alla.</summary>
    Everybody,
}
