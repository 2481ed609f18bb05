using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Polls;

/// <summary>Opens a poll among a walk's candidates. Only a coordinator.</summary>
/// <remarks>
/// The walk is carried out, every proposal is assessed, and at least three are candidates. Two need no poll
/// (<see cref="Decisions.RecommendWithoutPoll"/>), but the group may demand one (domain reference 9.5), with a rule of at most two.
/// Members of both parties are entitled to vote; substitutes that were put in stand on the roll in the absent ones' place. No other
/// poll of the walk is open, nor has left a result or a tie. After a poll that was not quorate, or that nobody picked anything in, it
/// opens again with the candidates that are left; so it does when every proposal recommended has been returned. Where a measure's place is
/// to be filled there is one place, and two candidates are enough.
/// </remarks>
/// <param name="Poll">The new poll's identifier; opening the same one again changes nothing.</param>
/// <param name="Walk">The walk.</param>
/// <param name="Rules">The rules; the picks are as many as there are places, whatever they say.</param>
/// <param name="ClosesAt">When it closes: at least an hour ahead, at most 60 days.</param>
public sealed record OpenPoll(PollId Poll, WalkNumber Walk, PollRules Rules, DateTimeOffset ClosesAt) : Command
{
    /// <summary>The shortest time a poll can be open.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromHours(1);

    /// <summary>The longest time a poll can be open.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(60);
}
