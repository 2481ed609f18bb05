using System.Collections.Immutable;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Polls;

/// <summary>The result of a closed poll.</summary>
/// <param name="ClosedAt">When it closed: its closing time, or earlier when everybody had answered.</param>
/// <param name="Totals">The votes for each option, in the poll's order.</param>
/// <param name="Turnouts">How many answered, per party.</param>
/// <param name="Abstentions">How many abstained.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Chosen">The proposals clearly chosen, most votes first, among equals in order of reference; fewer than
/// asked for when there is a tie, or when fewer got any vote.</param>
/// <param name="Tied">The proposals that share the remaining place or places; each has a vote; empty without a tie.</param>
/// <param name="Ballots">The ballots counted, in order of receipt; none in what an earlier release recorded.</param>
public sealed record PollResult(
    DateTimeOffset ClosedAt,
    ImmutableArray<OptionTotal> Totals,
    ImmutableArray<Turnout> Turnouts,
    int Abstentions,
    PollOutcome Outcome,
    ImmutableArray<ProposalReference> Chosen,
    ImmutableArray<ProposalReference> Tied,
    ImmutableArray<CountedBallot> Ballots = default)
{
    /// <summary>Gets the ballots counted, in order of receipt; none in what an earlier release recorded.</summary>
    public ImmutableArray<CountedBallot> Ballots { get; init; } = Ballots.IsDefault ? [] : Ballots;
}
