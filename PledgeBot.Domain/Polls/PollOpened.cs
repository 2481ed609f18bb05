using System.Collections.Immutable;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Polls;

/// <summary>A poll opened; its options, roll and rules are frozen from here on.</summary>
/// <param name="Poll">The poll.</param>
/// <param name="Walk">The walk.</param>
/// <param name="RunOffOf">The poll whose tie it resolves, if it is a run-off.</param>
/// <param name="Options">The proposals on the ballot.</param>
/// <param name="Roll">The list of voters.</param>
/// <param name="Rules">The rules.</param>
/// <param name="ClosesAt">The first instant at which ballots are refused.</param>
/// <param name="Replaces">The measure that turned out impossible, whose place it fills; nothing for the walk's first choice.</param>
public sealed record PollOpened(
    PollId Poll,
    WalkNumber Walk,
    PollId? RunOffOf,
    ImmutableArray<ProposalReference> Options,
    ImmutableArray<RollEntry> Roll,
    PollRules Rules,
    DateTimeOffset ClosesAt,
    ProposalReference? Replaces = null) : PartnershipEvent;
