namespace PledgeBot.Domain.Polls;

/// <summary>How it was settled what a poll left unsettled (domain reference 9.1.6).</summary>
public enum SettlementWay
{
    /// <summary>The two who confirm agreed.</summary>
    Agreement,

    /// <summary>Utslagsröst: the chair chose.</summary>
    CastingVote,

    /// <summary>Lottning.</summary>
    Lots,
}
