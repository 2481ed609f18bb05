using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Domain.Proposals;

/// <summary>
/// Withdraws (drar tillbaka) a proposal that the group is choosing about. Only a coordinator. An open poll with the proposal on its
/// ballot closes uncounted and starts again among the rest, with the same roll and rules and as much time as before (domain reference
/// 9.5: votes are never re-interpreted); when no more are left than there are places, those are recommended. A recommended proposal
/// is returned instead (<see cref="Decisions.ReturnProposal"/>), a measure replaced. The second time changes nothing.
/// </summary>
/// <param name="Reference">The proposal.</param>
/// <param name="Reason">Why; needed, at most <see cref="LongestReason"/> characters, and shown to everybody.</param>
/// <param name="Next">The identifier of the poll that starts again, should there be one.</param>
public sealed record WithdrawProposal(ProposalReference Reference, string Reason, PollId Next) : Command
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 200;
}
