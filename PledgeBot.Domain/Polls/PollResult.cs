using System.Collections.Immutable;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Polls;

/// <summary>The result of a closed poll.</summary>
/// <param name="ClosedAt">When it closed: its closing time, or earlier when everybody had answered.</param>
/// <param name="Totals">The votes for each option, in the poll's order.</param>
/// <param name="Turnouts">How many answered, per party.</param>
/// <param name="Abstentions">How many abstained.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Chosen">The proposals clearly chosen, most votes first; fewer than asked for when there is a tie.</param>
/// <param name="Tied">The proposals that share the remaining place or places; empty without a tie.</param>
public sealed record PollResult(
    DateTimeOffset ClosedAt,
    ImmutableArray<OptionTotal> Totals,
    ImmutableArray<Turnout> Turnouts,
    int Abstentions,
    PollOutcome Outcome,
    ImmutableArray<ProposalReference> Chosen,
    ImmutableArray<ProposalReference> Tied);
