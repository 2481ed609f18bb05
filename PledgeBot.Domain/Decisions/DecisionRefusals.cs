using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
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
