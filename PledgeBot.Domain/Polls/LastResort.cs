namespace PledgeBot.Domain.Polls;

/// <summary>
/// What settles a tie that the run-off leaves (domain reference 9.1.6). That the two who confirm agree is always possible.
/// </summary>
public enum LastResort
{
    /// <summary>Nothing but the agreement of the two who confirm.</summary>
    Agreement,

    /// <summary>Utslagsröst: the chair chooses, with a written reason.</summary>
    CastingVote,

    /// <summary>Lottning.</summary>
    Lots,
}
