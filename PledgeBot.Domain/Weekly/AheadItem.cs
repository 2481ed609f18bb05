using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Weekly;

/// <summary>Something with a day in the coming weeks.</summary>
/// <param name="Day">The day, in Sweden.</param>
public abstract record AheadItem(DateOnly Day)
{
    /// <summary>A measure is to be done.</summary>
    public sealed record MeasureIsDue(DateOnly Day, ProposalReference Reference, string Suggestion) : AheadItem(Day);

    /// <summary>A walk is planned.</summary>
    public sealed record WalkComes(DateOnly Day, WalkNumber Number, string Locality) : AheadItem(Day);

    /// <summary>A poll closes.</summary>
    public sealed record PollCloses(DateOnly Day, WalkNumber Walk) : AheadItem(Day);

    /// <summary>The promise's period ends.</summary>
    public sealed record PeriodEnds(DateOnly Day) : AheadItem(Day);
}
