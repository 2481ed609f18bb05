namespace PledgeBot.Recount.Polls;

/// <summary>Why a poll was held.</summary>
internal enum PollKind
{
    /// <summary>Among a walk's candidates. A later one that was counted takes the place of an earlier.</summary>
    First,

    /// <summary>Between options that are equal in rank where places remain.</summary>
    RunOff,

    /// <summary>For the place of a measure that turned out impossible, while what holds the other stays.</summary>
    Replacement,
}
