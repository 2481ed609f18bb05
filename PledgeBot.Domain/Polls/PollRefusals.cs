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

/// <summary>The walk's polls left a tie, which is to be settled before anything else.</summary>
/// <param name="Walk">The walk.</param>
public sealed record TieNotSettled(WalkNumber Walk) : Refusal;

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

/// <summary>The poll's rules do not let a member abstain.</summary>
public sealed record MayNotAbstain : Refusal;

/// <summary>The poll was broken off because a candidate was withdrawn.</summary>
/// <param name="Withdrawn">The candidate.</param>
public sealed record PollWasCancelled(ProposalReference Withdrawn) : Refusal;

/// <summary>A number of working days is outside what a rule allows.</summary>
/// <param name="Least">The fewest.</param>
/// <param name="Most">The most.</param>
public sealed record DaysOutOfRange(int Least, int Most) : Refusal;

/// <summary>A casting vote needs a chair who is entitled to vote, and only that needs one.</summary>
public sealed record ChairNeeded : Refusal;

/// <summary>The member who is to be away is not entitled to vote.</summary>
public sealed record AbsentNotEntitled : Refusal;

/// <summary>The member cannot step in: of another party, entitled to vote already, in for somebody else, or not a member.</summary>
public sealed record CannotSubstitute : Refusal;

/// <summary>A poll of the walk has opened, so its roll is frozen.</summary>
/// <param name="Walk">The walk.</param>
public sealed record RollIsFrozen(WalkNumber Walk) : Refusal;

/// <summary>Only the coordinator who opened the poll can give it more time.</summary>
public sealed record NotThePollsOwner : Refusal;

/// <summary>The new closing time is not later than the present one, or too far.</summary>
/// <param name="After">The closing time as it is.</param>
/// <param name="Latest">The latest closing time.</param>
public sealed record ExtensionOutOfRange(DateTimeOffset After, DateTimeOffset Latest) : Refusal;

/// <summary>The poll left nothing unsettled, or it is no longer the walk's latest.</summary>
public sealed record NothingToSettle : Refusal;

/// <summary>The choice does not fit the places that are left.</summary>
/// <param name="Among">What can be chosen.</param>
/// <param name="Fewest">The fewest to choose.</param>
/// <param name="Most">The most to choose.</param>
public sealed record WrongSettlement(ImmutableArray<ProposalReference> Among, int Fewest, int Most) : Refusal;

/// <summary>The poll's rules have no such last resort, or it is not for what the poll left.</summary>
/// <param name="Resort">What was tried.</param>
public sealed record NotTheLastResort(LastResort Resort) : Refusal;

/// <summary>The member is not the chair that the poll's rules name.</summary>
public sealed record NotTheChair : Refusal;

/// <summary>The member has declared a conflict of interest in the walk's polls.</summary>
public sealed record HasConflict : Refusal;
