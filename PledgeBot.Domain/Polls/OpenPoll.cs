using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Polls;

/// <summary>Opens a poll among a walk's candidates. Only a coordinator.</summary>
/// <remarks>
/// The walk is carried out, every proposal is assessed, at least three are candidates (with one or two there is nothing
/// to vote about: <see cref="Decisions.RecommendWithoutPoll"/>), members of both parties are entitled to vote, and no
/// other poll of the walk is open or has a clear result. After a poll that was not quorate, or that nobody picked
/// anything in, it opens again with the same candidates; after a tie, and after a run-off that settled nothing, use
/// <see cref="OpenRunOff"/>. A poll whose time has passed is in the way until <see cref="ClosePoll"/> has recorded it.
/// </remarks>
/// <param name="Poll">The new poll's identifier; opening the same one again changes nothing.</param>
/// <param name="Walk">The walk.</param>
/// <param name="Exactly">Whether members must pick exactly two, or at most two.</param>
/// <param name="ClosesAt">When it closes: at least an hour ahead, at most 60 days.</param>
public sealed record OpenPoll(PollId Poll, WalkNumber Walk, bool Exactly, DateTimeOffset ClosesAt) : Command
{
    /// <summary>The shortest time a poll can be open.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromHours(1);

    /// <summary>The longest time a poll can be open.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(60);
}
