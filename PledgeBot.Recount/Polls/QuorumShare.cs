namespace PledgeBot.Recount.Polls;

/// <summary>How many of the roll have to answer. To abstain is to answer; where nobody answers there is never a quorum.</summary>
internal enum QuorumShare
{
    /// <summary>More than half: four of seven, five of eight.</summary>
    MoreThanHalf,

    /// <summary>Two thirds or more: six of nine, seven of ten.</summary>
    TwoThirds,

    /// <summary>All.</summary>
    Everybody,
}
