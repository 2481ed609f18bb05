namespace PledgeBot.Recount.Polls;

/// <summary>Whom a voter belongs to.</summary>
internal enum Party
{
    /// <summary>The municipality.</summary>
    Municipality,

    /// <summary>The police.</summary>
    Police,
}
