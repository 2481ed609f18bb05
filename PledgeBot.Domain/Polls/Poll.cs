using System.Collections.Immutable;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Polls;

/// <summary>A poll among a walk's candidates (omröstning). Its ballots lie apart, in a <see cref="BallotBox"/>.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Walk">The walk whose candidates it is about.</param>
/// <param name="RunOffOf">The poll whose tie it resolves; nothing for a first poll.</param>
/// <param name="Options">The proposals on the ballot, frozen at opening, in order of reference.</param>
/// <param name="Roll">The list of voters, frozen at opening; without those who have left it because of a conflict of interest.</param>
/// <param name="Rules">The rules, fixed at opening.</param>
/// <param name="OpenedAt">When it opened.</param>
/// <param name="ClosesAt">The first instant at which ballots are refused.</param>
/// <param name="Result">The result; nothing until the closing is recorded.</param>
public sealed record Poll(
    PollId Id,
    WalkNumber Walk,
    PollId? RunOffOf,
    ImmutableArray<ProposalReference> Options,
    ImmutableArray<RollEntry> Roll,
    PollRules Rules,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosesAt,
    PollResult? Result)
{
    /// <summary>Gets the coordinator who opened it; nothing when it followed from something else.</summary>
    public MemberId? OpenedBy { get; init; }

    /// <summary>Gets the measure that turned out impossible, whose place the poll fills; nothing for the walk's first choice.</summary>
    public ProposalReference? Replaces { get; init; }

    /// <summary>Gets those who left the roll because of a conflict of interest (jäv).</summary>
    public ImmutableArray<RollEntry> Conflicted { get; init; } = [];

    /// <summary>Gets those on the roll who were taken off the list of members while the poll was open; their votes stay.</summary>
    public ImmutableArray<MemberId> Departed { get; init; } = [];

    /// <summary>Gets when, and why, it got more time, in that order.</summary>
    public ImmutableArray<PollExtension> Extensions { get; init; } = [];

    /// <summary>Gets the candidate whose withdrawal broke it off; nothing when it was not broken off.</summary>
    public ProposalReference? Withdrawn { get; init; }

    /// <summary>Gets what each party last said to choose, where the poll left it unsettled.</summary>
    public ImmutableArray<SettlementProposed> Proposed { get; init; } = [];

    /// <summary>Gets how it was settled what the poll left unsettled; nothing before that, and when it left nothing.</summary>
    public Settlement? Settlement { get; init; }

    /// <summary>Gets whether it is over and done: counted, or broken off. A poll whose time has passed is not, until that is recorded.</summary>
    public bool HasEnded => Result is not null || Withdrawn is not null;

    /// <summary>Tells whether a ballot cast at the given instant would count. The closing time itself is closed.</summary>
    public bool IsOpenAt(DateTimeOffset instant) => !HasEnded && instant < ClosesAt;

    /// <summary>Answers an attempt to vote. Voting again is allowed until the poll closes, and replaces what stood before.</summary>
    /// <param name="member">Who votes.</param>
    /// <param name="picks">The proposals picked, in any order; none means that the member abstains.</param>
    /// <param name="now">The present.</param>
    public VoteAnswer Vote(MemberId member, ImmutableArray<ProposalReference> picks, DateTimeOffset now)
    {
        return IsOnRoll(member)
            ? Cast(member, picks, recording: null, now)
            : new VoteAnswer.Refused(new NotOnRoll());
    }

    /// <summary>
    /// Answers an attempt to record a vote that a member has given by phone or at a meeting (domain reference 6.2). Only a
    /// coordinator, and for somebody else. It replaces what was recorded before, but never a vote that the member has cast
    /// themself; their own vote, when they cast one later, replaces it.
    /// </summary>
    /// <param name="recorder">Who records.</param>
    /// <param name="member">Who votes.</param>
    /// <param name="picks">The proposals picked, in any order; none means that the member abstains.</param>
    /// <param name="manner">How the member told it.</param>
    /// <param name="box">The ballots, read in the same transaction that will store this one.</param>
    /// <param name="now">The present.</param>
    public VoteAnswer Record(
        Member recorder, MemberId member, ImmutableArray<ProposalReference> picks, Manner manner, BallotBox box, DateTimeOffset now)
    {
        if (!recorder.Has(Duties.Coordinate))
        {
            return new VoteAnswer.Refused(new DutyNeeded(Duties.Coordinate));
        }

        if (recorder.Id == member)
        {
            return new VoteAnswer.Refused(new OwnVote());
        }

        if (Roll.FirstOrDefault(entry => entry.Member == member) is not { } voter)
        {
            return new VoteAnswer.Refused(new VoterNotOnRoll());
        }

        return box.HasVotedThemself(member)
            ? new VoteAnswer.Refused(new VotedThemself(voter.Title))
            : Cast(member, picks, new BallotRecording(recorder.Id, manner), now);
    }

    /// <summary>Tells whether a member is on the list of voters.</summary>
    public bool IsOnRoll(MemberId member) => Roll.Any(entry => entry.Member == member);

    /// <summary>Gives the reason why picks are no ballot of this poll, whoever they are from; nothing when they are one.</summary>
    /// <param name="picks">The proposals picked, in any order; none means abstaining.</param>
    public Refusal? RefusePicks(ImmutableArray<ProposalReference> picks)
    {
        if (picks.IsEmpty && !Rules.MayAbstain)
        {
            return new MayNotAbstain();
        }

        for (int i = 0; i < picks.Length; i++)
        {
            if (picks.IndexOf(picks[i]) < i)
            {
                return new PickedTwice(picks[i]);
            }
        }

        foreach (ProposalReference pick in picks)
        {
            if (!Options.Contains(pick))
            {
                return new NotOnBallot(pick, Options);
            }
        }

        if (picks.Length > Rules.Picks)
        {
            return new TooManyPicks(picks.Length, Rules.Picks);
        }

        return Rules.Exactly && picks.Length > 0 && picks.Length < Rules.Picks
            ? new TooFewPicks(picks.Length, Rules.Picks)
            : null;
    }

    /// <summary>Gives the reason why the poll, which is not open, takes no more votes.</summary>
    public Refusal RefuseVotes() => Withdrawn is { } candidate ? new PollWasCancelled(candidate) : new PollIsClosed(Result?.ClosedAt ?? ClosesAt);

    private VoteAnswer Cast(MemberId member, ImmutableArray<ProposalReference> picks, BallotRecording? recording, DateTimeOffset now)
    {
        if (!IsOpenAt(now))
        {
            return new VoteAnswer.Refused(RefuseVotes());
        }

        return RefusePicks(picks) is { } refusal
            ? new VoteAnswer.Refused(refusal)
            : new VoteAnswer.Counted(new Ballot(member, [.. Options.Where(option => picks.Contains(option))], now, recording));
    }
}
