namespace PledgeBot.Tests.TwentyPoints;

/// <summary>How the channel delivers what a group does (protocol 4.15).</summary>
public enum ChainDelivery
{
    /// <summary>Everything once and at once.</summary>
    Once,

    /// <summary>Everything three times under the same identifier: before and after what follows from it was done.</summary>
    Again,

    /// <summary>Everything late and twice, and requests twice more under new identifiers, since they were answered too late.</summary>
    AgainUnderNewIds,
}
