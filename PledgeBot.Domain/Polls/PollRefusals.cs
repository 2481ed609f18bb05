using System.Collections.Immutable;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Polls;

/// <summary>There is no such poll.</summary>
public sealed record NoSuchPoll : Refusal;

/// <summary>The member is not on the poll's list of voters.</summary>
public sealed record NotOnRoll : Refusal;

/// <summary>The member whose vote is to be recorded is not on the poll's list of voters.</summary>
public sealed record VoterNotOnRoll : Refusal;

/// <summary>The member whose vote is to be recorded has voted themself, and that vote stands.</summary>
/// <param name="Title">The member's role.</param>
public sealed record VotedThemself(string Title) : Refusal;

/// <summary>A coordinator's own vote is cast, not recorded.</summary>
public sealed record OwnVote : Refusal;

/// <summary>The poll has closed.</summary>
/// <param name="ClosedAt">When it closed.</param>
public sealed record PollIsClosed(DateTimeOffset ClosedAt) : Refusal;

/// <summary>More proposals were picked than may be.</summary>
/// <param name="Picked">How many were picked.</param>
/// <param name="Allowed">How many may be.</param>
public sealed record TooManyPicks(int Picked, int Allowed) : Refusal;

/// <summary>Fewer proposals were picked than must be.</summary>
/// <param name="Picked">How many were picked.</param>
/// <param name="Demanded">How many must be.</param>
public sealed record TooFewPicks(int Picked, int Demanded) : Refusal;

/// <summary>A proposal was picked that is not on the ballot.</summary>
/// <param name="Pick">What was picked.</param>
/// <param name="Options">What can be picked.</param>
public sealed record NotOnBallot(ProposalReference Pick, ImmutableArray<ProposalReference> Options) : Refusal;

/// <summary>The same proposal was picked twice.</summary>
/// <param name="Pick">The proposal.</param>
public sealed record PickedTwice(ProposalReference Pick) : Refusal;

/// <summary>The walk has not been carried out.</summary>
/// <param name="Walk">The walk.</param>
public sealed record WalkNotCarriedOut(WalkNumber Walk) : Refusal;

/// <summary>Some of the walk's proposals have not been assessed.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Proposals">Those that have not.</param>
public sealed record NotAllTriaged(WalkNumber Walk, ImmutableArray<ProposalReference> Proposals) : Refusal;

/// <summary>There are too few candidates to vote about.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Candidates">How many there are: 0, 1 or 2.</param>
public sealed record TooFewCandidates(WalkNumber Walk, int Candidates) : Refusal;

/// <summary>There are enough candidates to vote about, so a recommendation needs a poll.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Candidates">How many there are.</param>
public sealed record PollNeeded(WalkNumber Walk, int Candidates) : Refusal;

/// <summary>Another poll of the walk is open.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="ClosesAt">When that one closes.</param>
public sealed record AnotherPollOpen(WalkNumber Walk, DateTimeOffset ClosesAt) : Refusal;

/// <summary>The group has made its recommendation from the walk.</summary>
/// <param name="Walk">The walk.</param>
public sealed record AlreadyRecommended(WalkNumber Walk) : Refusal;

/// <summary>The walk's latest poll ended in a tie, so only a run-off can follow.</summary>
/// <param name="Walk">The walk.</param>
public sealed record RunOffNeeded(WalkNumber Walk) : Refusal;

/// <summary>There is no tie to resolve.</summary>
public sealed record NoTie : Refusal;

/// <summary>A party has nobody who is entitled to vote.</summary>
/// <param name="Party">The party.</param>
public sealed record PartyWithoutVoters(Party Party) : Refusal;

/// <summary>The closing time is too near or too far.</summary>
/// <param name="Earliest">The earliest closing time.</param>
/// <param name="Latest">The latest closing time.</param>
public sealed record ClosingTimeOutOfRange(DateTimeOffset Earliest, DateTimeOffset Latest) : Refusal;

/// <summary>The poll's time has not passed, and not everybody has answered.</summary>
/// <param name="ClosesAt">When it closes.</param>
/// <param name="Missing">How many have not answered.</param>
public sealed record TooEarlyToClose(DateTimeOffset ClosesAt, int Missing) : Refusal;
