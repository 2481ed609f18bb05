using System.Collections.Immutable;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Polls;

/// <summary>A member's answer to a poll. A member has one at the most; casting or recording again replaces it.</summary>
/// <param name="Member">Who answers.</param>
/// <param name="Picks">The proposals picked, in the poll's order; none means that the member abstains (avstår).</param>
/// <param name="CastAt">When it was cast, or recorded; of a secret poll's ballots that is not kept, and it is the poll's opening.</param>
/// <param name="Recording">Who recorded it for the member, and how it was told; nothing when the member cast it.</param>
public sealed record Ballot(MemberId Member, ImmutableArray<ProposalReference> Picks, DateTimeOffset CastAt, BallotRecording? Recording = null)
{
    /// <summary>Gets the member's receipt in this poll (<see cref="BallotBox.ReceiptFor"/>); nothing before it is stored.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>Gets whether the member abstains.</summary>
    public bool IsAbstention => Picks.IsEmpty;
}
