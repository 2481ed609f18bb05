using System.Collections.Immutable;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Polls;

/// <summary>A member's answer to a poll. A member has one at the most; casting again replaces it.</summary>
/// <param name="Member">Who answers.</param>
/// <param name="Picks">The proposals picked, in the poll's order; none means that the member abstains (avstår).</param>
/// <param name="CastAt">When it was cast.</param>
public sealed record Ballot(MemberId Member, ImmutableArray<ProposalReference> Picks, DateTimeOffset CastAt)
{
    /// <summary>Gets whether the member abstains.</summary>
    public bool IsAbstention => Picks.IsEmpty;
}
