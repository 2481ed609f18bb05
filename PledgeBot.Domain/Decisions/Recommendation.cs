using System.Collections.Immutable;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>
/// What the group recommends from a walk (gruppens förslag). It is a decision only when one authorised member of each
/// party has confirmed it (domain reference 6.6): under Swedish municipal law a mixed group cannot decide.
/// </summary>
/// <param name="Walk">The walk.</param>
/// <param name="Proposals">The proposals recommended, at most two, most votes first.</param>
/// <param name="Poll">The poll that settled it; nothing when there were too few candidates to vote about.</param>
/// <param name="RecommendedAt">When it was made.</param>
/// <param name="Confirmations">The confirmations so far, at most one of each party.</param>
public sealed record Recommendation(
    WalkNumber Walk,
    ImmutableArray<ProposalReference> Proposals,
    PollId? Poll,
    DateTimeOffset RecommendedAt,
    ImmutableArray<Confirmation> Confirmations)
{
    /// <summary>Gets whether both parties have confirmed, so that it is decided (beslutat).</summary>
    public bool IsDecided => IsConfirmedBy(Party.Municipality) && IsConfirmedBy(Party.Police);

    /// <summary>Tells whether a party has confirmed.</summary>
    public bool IsConfirmedBy(Party party) => Confirmations.Any(confirmation => confirmation.Party == party);
}

/// <summary>A party's confirmation.</summary>
/// <param name="Party">The party.</param>
/// <param name="By">The member who confirmed.</param>
/// <param name="Title">The member's role at the time.</param>
/// <param name="At">When it was given, or recorded.</param>
/// <param name="Recorded">How it was told, and to whom, when a coordinator recorded it; nothing when the member confirmed themself.</param>
public sealed record Confirmation(Party Party, MemberId By, string Title, DateTimeOffset At, RecordedConfirmation? Recorded = null)
{
    /// <summary>Gets the day the member confirmed.</summary>
    public DateOnly Day => Recorded?.Day ?? SwedishTime.DayAt(At);
}
