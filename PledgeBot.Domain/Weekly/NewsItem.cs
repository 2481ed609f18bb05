using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Weekly;

/// <summary>Something that happened since the last weekly status.</summary>
/// <param name="At">When; for an item that gathers several events, the last of them.</param>
public abstract record NewsItem(DateTimeOffset At)
{
    /// <summary>A walk was planned.</summary>
    public sealed record WalkPlanned(DateTimeOffset At, WalkNumber Walk) : NewsItem(At);

    /// <summary>A walk was carried out.</summary>
    public sealed record WalkCarriedOut(DateTimeOffset At, WalkNumber Walk) : NewsItem(At);

    /// <summary>Proposals were registered; one item for each walk, counted up.</summary>
    public sealed record ProposalsRegistered(DateTimeOffset At, WalkNumber Walk, int Count) : NewsItem(At);

    /// <summary>A poll opened.</summary>
    public sealed record PollOpened(DateTimeOffset At, WalkNumber Walk) : NewsItem(At);

    /// <summary>A poll got more time; one item for each walk, to the last closing time.</summary>
    public sealed record PollExtended(DateTimeOffset At, WalkNumber Walk, DateTimeOffset ClosesAt) : NewsItem(At);

    /// <summary>A poll was broken off because a candidate went out.</summary>
    public sealed record PollCancelled(DateTimeOffset At, WalkNumber Walk, ProposalReference Withdrawn) : NewsItem(At);

    /// <summary>A party returned what was recommended.</summary>
    public sealed record ProposalReturned(DateTimeOffset At, ProposalReference Reference) : NewsItem(At);

    /// <summary>A walk was closed without measures.</summary>
    public sealed record ClosedWithoutMeasures(DateTimeOffset At, WalkNumber Walk) : NewsItem(At);

    /// <summary>The group made its recommendation.</summary>
    public sealed record RecommendationMade(DateTimeOffset At, WalkNumber Walk) : NewsItem(At);

    /// <summary>Both parties decided; the measures begin.</summary>
    public sealed record Decided(DateTimeOffset At, WalkNumber Walk) : NewsItem(At);

    /// <summary>A measure's status changed; one item for each measure, from the first status to the last, and none if they are the same.</summary>
    public sealed record MeasureMoved(DateTimeOffset At, ProposalReference Reference, MeasureStatus From, MeasureStatus To) : NewsItem(At);

    /// <summary>A measure turned out to be impossible and gives its place to another.</summary>
    public sealed record MeasureReplaced(DateTimeOffset At, ProposalReference Reference) : NewsItem(At);

    /// <summary>A measure got another plan; one item for each measure.</summary>
    public sealed record MeasureReplanned(DateTimeOffset At, ProposalReference Reference) : NewsItem(At);
}
