using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Walks;

/// <summary>Plans a walk. Only a coordinator. The walk gets the next number.</summary>
/// <param name="Locality">The town or village; not blank, at most 60 characters.</param>
/// <param name="Route">The route or meeting point; not blank, at most 200 characters.</param>
/// <param name="StartsAt">When it starts, local time in Sweden; its day lies within the period of a promise. A day that
/// has passed is allowed: walks are sometimes registered afterwards.</param>
/// <param name="Leader">The member who leads it; on the list of members.</param>
public sealed record PlanWalk(string Locality, string Route, DateTime StartsAt, MemberId Leader) : Command
{
    /// <summary>The longest locality, in characters.</summary>
    public const int LongestLocality = 60;

    /// <summary>The longest route, in characters.</summary>
    public const int LongestRoute = 200;
}
