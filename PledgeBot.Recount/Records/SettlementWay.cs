namespace PledgeBot.Recount.Records;

/// <summary>Who or what gives places that no poll decided.</summary>
internal enum SettlementWay
{
    /// <summary>The two who confirm agreed.</summary>
    Agreement,

    /// <summary>The chair's casting vote.</summary>
    CastingVote,

    /// <summary>Lots.</summary>
    Lots,
}
