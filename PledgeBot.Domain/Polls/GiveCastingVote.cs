using System.Collections.Immutable;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Polls;

/// <summary>
/// Gives the casting vote (utslagsröst) in a tie that the run-off left. Only the chair that the poll's rules name, and always with a
/// written reason, since the choice may favour the chair's own party (domain reference 9.1.6).
/// </summary>
/// <param name="Poll">The run-off.</param>
/// <param name="Chosen">What the chair chooses: as many as there are places.</param>
/// <param name="Reason">Why; needed, at most <see cref="LongestReason"/> characters.</param>
public sealed record GiveCastingVote(PollId Poll, ImmutableArray<ProposalReference> Chosen, string Reason) : Command
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 300;
}
