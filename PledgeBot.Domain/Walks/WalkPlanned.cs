using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Walks;

/// <summary>A walk was planned.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Locality">The town or village (ort).</param>
/// <param name="Route">The route or meeting point.</param>
/// <param name="StartsAt">When it starts, local time in Sweden.</param>
/// <param name="Leader">The member who leads it.</param>
public sealed record WalkPlanned(WalkNumber Number, string Locality, string Route, DateTime StartsAt, MemberId Leader) : PartnershipEvent;
