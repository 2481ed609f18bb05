using System.Collections.Immutable;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Domain.Partnerships;

/// <summary>
/// The state of one partnership: the fold of its log. It only composes; each subject keeps its own state and rules.
/// </summary>
public sealed record Partnership
{
    private Partnership(PartnershipId id) => Id = id;

    /// <summary>Gets the identifier.</summary>
    public PartnershipId Id { get; }

    /// <summary>Gets the number of the last event folded in; 0 before the first.</summary>
    public long Version { get; private init; }

    /// <summary>Gets who formed the partnership; nothing before that.</summary>
    public PartnershipFormed? Formed { get; private init; }

    /// <summary>Gets the list of members, in the order they were listed.</summary>
    public ImmutableArray<Member> Members { get; private init; } = [];

    /// <summary>Gets the promises, oldest first.</summary>
    public ImmutableArray<Promise> Promises { get; private init; } = [];

    /// <summary>Gets the walks in order of number.</summary>
    public ImmutableArray<Walk> Walks { get; private init; } = [];

    /// <summary>Gets the proposals in order of reference.</summary>
    public ImmutableSortedDictionary<ProposalReference, Proposal> Proposals { get; private init; } =
        ImmutableSortedDictionary<ProposalReference, Proposal>.Empty;

    /// <summary>Gets the polls in the order they opened.</summary>
    public ImmutableArray<Poll> Polls { get; private init; } = [];

    /// <summary>Gets the group's recommendations by walk.</summary>
    public ImmutableDictionary<WalkNumber, Recommendation> Recommendations { get; private init; } =
        ImmutableDictionary<WalkNumber, Recommendation>.Empty;

    /// <summary>Gets the measures in order of reference.</summary>
    public ImmutableSortedDictionary<ProposalReference, Measure> Measures { get; private init; } =
        ImmutableSortedDictionary<ProposalReference, Measure>.Empty;

    /// <summary>Gets where the weekly status stands.</summary>
    public WeeklyPosts Weekly { get; private init; } = WeeklyPosts.None;

    /// <summary>Gets a partnership in which nothing has happened.</summary>
    public static Partnership Empty(PartnershipId id) => new(id);

    /// <summary>Finds a member by identifier; nothing if the list has no such member.</summary>
    public Member? FindMember(MemberId id) => Members.FirstOrDefault(member => member.Id == id);

    /// <summary>Finds a walk by number; nothing if there is none.</summary>
    public Walk? FindWalk(WalkNumber number) => Walks.FirstOrDefault(walk => walk.Number == number);

    /// <summary>Gets a walk's proposals in order of reference.</summary>
    public IEnumerable<Proposal> ProposalsOf(WalkNumber walk) => Proposals.Values.Where(proposal => proposal.Reference.Walk == walk);

    /// <summary>Finds a poll by identifier; nothing if there is none.</summary>
    public Poll? FindPoll(PollId id) => Polls.FirstOrDefault(poll => poll.Id == id);

    /// <summary>Gets a walk's latest poll; nothing if it has had none.</summary>
    public Poll? LatestPollOf(WalkNumber walk) => Polls.LastOrDefault(poll => poll.Walk == walk);

    /// <summary>Gets the promise whose period has the day; the latest one if several have.</summary>
    public Promise? PromiseOn(DateOnly day) => Promises.LastOrDefault(promise => promise.Period.Contains(day));

    /// <summary>Gets the promise that a status at the given day is about: the one in force, otherwise the latest one.</summary>
    public Promise? CurrentPromise(DateOnly today) => PromiseOn(today) ?? Promises.LastOrDefault();
}
