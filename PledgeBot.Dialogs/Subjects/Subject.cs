using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Subjects;

/// <summary>Names the subjects that have a card in the channel.</summary>
internal static class Subject
{
    /// <summary>A walk's card.</summary>
    public const string Walk = "walk";

    /// <summary>A poll's card.</summary>
    public const string Poll = "poll";

    /// <summary>The card of a walk's recommendation and decision.</summary>
    public const string Decision = "decision";

    /// <summary>A measure's card.</summary>
    public const string Measure = "measure";

    /// <summary>Gets the card of what has been set up; a partnership has one.</summary>
    public static CardSubject SetUp { get; } = new("set-up", "");

    /// <summary>Gets a walk's card.</summary>
    public static CardSubject Of(WalkNumber walk) => new(Walk, walk.ToString());

    /// <summary>Gets a poll's card.</summary>
    public static CardSubject Of(PollId poll) => new(Poll, poll.ToString());

    /// <summary>Gets the card of a walk's recommendation and decision.</summary>
    public static CardSubject OfDecision(WalkNumber walk) => new(Decision, walk.ToString());

    /// <summary>Gets a measure's card.</summary>
    public static CardSubject OfMeasure(ProposalReference measure) => new(Measure, measure.ToString());
}
