namespace PledgeBot.Recount.Polls;

/// <summary>Why a poll was held.</summary>
internal enum PollKind
{
    /// <summary>Among a walk's candidates. A later one that was counted takes the place of an earlier.</summary>
    First,

    /// <summary>Between options that are equal in rank where places remain.</summary>
    RunOff,

    /// <summary>For places that became free, while what holds the others stays.</summary>
    Replacement,
}
