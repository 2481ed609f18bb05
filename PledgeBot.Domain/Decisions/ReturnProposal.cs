using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Decisions;

/// <summary>
/// Returns (lämnar tillbaka) a recommended proposal for one's party instead of confirming it (domain reference 9.1.7): it goes out, and
/// the next in rank is recommended in its place; when several are next, a poll between them opens. Confirmations of what was
/// recommended before no longer count. Until it is decided. Only a member with the duty to confirm, or a coordinator who was told by
/// one. The second time it is not recommended any more, and refused.
/// </summary>
/// <param name="Reference">The proposal.</param>
/// <param name="Reason">Why; needed, at most <see cref="LongestReason"/> characters, and part of the record.</param>
/// <param name="RunOff">The identifier of the poll between those next in rank, should there be one.</param>
/// <param name="Told">Who told it to the coordinator, and how; nothing when the member does it themself.</param>
public sealed record ReturnProposal(ProposalReference Reference, string Reason, PollId RunOff, Told? Told = null) : Command
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 300;
}
