using System.Collections.Immutable;
using PledgeBot.Domain.Members;

namespace PledgeBot.Domain.Walks;

/// <summary>A safety walk (trygghetsvandring).</summary>
/// <param name="Number">Its number.</param>
/// <param name="Locality">The town or village (ort).</param>
/// <param name="Route">The route or meeting point; public places only.</param>
/// <param name="StartsAt">When it starts, local time in Sweden.</param>
/// <param name="Leader">The member who leads it.</param>
/// <param name="CarriedOut">When and with how many it was carried out; nothing before that.</param>
public sealed record Walk(WalkNumber Number, string Locality, string Route, DateTime StartsAt, MemberId Leader, WalkOutcome? CarriedOut)
{
    /// <summary>Gets the public reason why the walk gives no measures; nothing when it may.</summary>
    public string? NoMeasuresBecause { get; init; }

    /// <summary>Gets whether the walk has been carried out.</summary>
    public bool IsCarriedOut => CarriedOut is not null;

    /// <summary>Gets the planned day.</summary>
    public DateOnly Date => DateOnly.FromDateTime(StartsAt);

    /// <summary>Gets the day that decides which promise the walk belongs to: the day it was carried out, before that the planned one.</summary>
    public DateOnly HeldOn => CarriedOut?.Date ?? Date;
}

/// <summary>How a walk went.</summary>
/// <param name="Date">The day it was carried out.</param>
/// <param name="Participants">The participants in each group that came; groups with none are left out.</param>
public sealed record WalkOutcome(DateOnly Date, ImmutableArray<ParticipantCount> Participants)
{
    /// <summary>Gets how many walked along in all.</summary>
    public int ParticipantTotal => Participants.Sum(p => p.Count);
}
