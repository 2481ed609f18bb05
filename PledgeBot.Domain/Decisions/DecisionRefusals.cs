using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>The walk has no recommendation to confirm.</summary>
/// <param name="Walk">The walk.</param>
public sealed record NothingToConfirm(WalkNumber Walk) : Refusal;

/// <summary>The member whose confirmation is to be recorded has not the duty to confirm.</summary>
public sealed record NotAConfirmer : Refusal;

/// <summary>A coordinator's own confirmation is given, not recorded.</summary>
/// <param name="Walk">The walk.</param>
public sealed record OwnConfirmation(WalkNumber Walk) : Refusal;

/// <summary>The party whose confirmation is to be recorded has confirmed.</summary>
/// <param name="Walk">The walk.</param>
/// <param name="Party">The party.</param>
public sealed record PartyHasConfirmed(WalkNumber Walk, Party Party) : Refusal;

/// <summary>Nobody can have confirmed a recommendation before it was made.</summary>
/// <param name="Day">The day given.</param>
/// <param name="Made">The day the recommendation was made.</param>
public sealed record ConfirmedTooEarly(DateOnly Day, DateOnly Made) : Refusal;

/// <summary>What is to be confirmed is not settled yet: a poll about it is open, or waits to be settled.</summary>
/// <param name="Walk">The walk.</param>
public sealed record NotSettledYet(WalkNumber Walk) : Refusal;

/// <summary>The proposal is not recommended, so it cannot be returned.</summary>
/// <param name="Reference">The proposal.</param>
public sealed record NotRecommended(ProposalReference Reference) : Refusal;

/// <summary>Both parties have confirmed: it is decided.</summary>
/// <param name="Walk">The walk.</param>
public sealed record AlreadyDecided(WalkNumber Walk) : Refusal;

/// <summary>The walk has candidates left to choose among, or measures.</summary>
/// <param name="Walk">The walk.</param>
public sealed record HasCandidates(WalkNumber Walk) : Refusal;

/// <summary>The walk has been closed without measures.</summary>
/// <param name="Walk">The walk.</param>
public sealed record ClosedWithoutMeasures(WalkNumber Walk) : Refusal;
