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
/// <param name="Proposals">The proposals recommended, at most two, in order of rank; without those that were returned.</param>
/// <param name="Poll">The latest poll that it rests on; nothing when there were too few candidates to vote about.</param>
/// <param name="RecommendedAt">When it was made, or made anew.</param>
/// <param name="Confirmations">The confirmations so far, at most one of each party.</param>
public sealed record Recommendation(
    WalkNumber Walk,
    ImmutableArray<ProposalReference> Proposals,
    PollId? Poll,
    DateTimeOffset RecommendedAt,
    ImmutableArray<Confirmation> Confirmations)
{
    /// <summary>Gets the measure whose place the proposal takes; nothing when the walk's two are chosen the first time.</summary>
    public ProposalReference? Replaces { get; init; }

    /// <summary>Gets what the parties returned while this was to be decided, in that order.</summary>
    public ImmutableArray<ReturnedProposal> Returned { get; init; } = [];

    /// <summary>Gets the dissenting opinions, at most one of each member, in the order they were given.</summary>
    public ImmutableArray<Dissent> Dissents { get; init; } = [];

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

/// <summary>A proposal that a party returned.</summary>
/// <param name="Reference">The proposal.</param>
/// <param name="Party">The party.</param>
/// <param name="By">The member who returned it.</param>
/// <param name="Title">The member's role at the time.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When it was returned, or that was recorded.</param>
/// <param name="Recorded">How it was told, and to whom, when a coordinator recorded it; nothing when the member did it themself.</param>
public sealed record ReturnedProposal(
    ProposalReference Reference, Party Party, MemberId By, string Title, string Reason, DateTimeOffset At, RecordedConfirmation? Recorded = null);

/// <summary>A member's dissenting opinion (avvikande mening).</summary>
/// <param name="By">The member.</param>
/// <param name="Party">The member's party.</param>
/// <param name="Title">The member's role at the time.</param>
/// <param name="Text">The opinion.</param>
/// <param name="At">When it was given.</param>
public sealed record Dissent(MemberId By, Party Party, string Title, string Text, DateTimeOffset At);
