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

    /// <summary>The group made its recommendation.</summary>
    public sealed record RecommendationMade(DateTimeOffset At, WalkNumber Walk) : NewsItem(At);

    /// <summary>Both parties decided; the measures begin.</summary>
    public sealed record Decided(DateTimeOffset At, WalkNumber Walk) : NewsItem(At);

    /// <summary>A measure's status changed; one item for each measure, from the first status to the last, and none if they are the same.</summary>
    public sealed record MeasureMoved(DateTimeOffset At, ProposalReference Reference, MeasureStatus From, MeasureStatus To) : NewsItem(At);

    /// <summary>A measure got another plan; one item for each measure.</summary>
    public sealed record MeasureReplanned(DateTimeOffset At, ProposalReference Reference) : NewsItem(At);
}
