namespace PledgeBot.Domain.Members;

/// <summary>What a member may do beyond reading and proposing.</summary>
[Flags]
public enum Duties
{
    /// <summary>Reads, and registers proposals.</summary>
    None = 0,

    /// <summary>Plans walks, assesses proposals, opens polls: the safety coordinator and the municipal police officer.</summary>
    Coordinate = 1,

    /// <summary>Is entitled to vote (röstberättigad).</summary>
    Vote = 2,

    /// <summary>Confirms the group's recommendation for the own party.</summary>
    Confirm = 4,
}
