using System.Collections.Immutable;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Walks;

/// <summary>Marks a walk as carried out. Only its leader or a coordinator. The second time is refused.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Date">The day it was carried out; not in the future, and within the period of a promise.</param>
/// <param name="Participants">The participants in each group, each from 0 to 500; at least one in all.</param>
public sealed record CarryOutWalk(WalkNumber Walk, DateOnly Date, ImmutableArray<ParticipantCount> Participants) : Command
{
    /// <summary>The most participants that can be counted in one group.</summary>
    public const int MostInGroup = 500;
}
