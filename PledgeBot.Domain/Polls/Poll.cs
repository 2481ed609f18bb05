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
/// <param name="Roll">The list of voters, frozen at opening.</param>
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
    /// <summary>Tells whether a ballot cast at the given instant would count. The closing time itself is closed.</summary>
    public bool IsOpenAt(DateTimeOffset instant) => Result is null && instant < ClosesAt;

    /// <summary>Answers an attempt to vote. Voting again is allowed until the poll closes, and replaces what stood before.</summary>
    /// <param name="member">Who votes.</param>
    /// <param name="picks">The proposals picked, in any order; none means that the member abstains, which the rules always allow.</param>
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
    /// <param name="picks">The proposals picked, in any order; none is always a ballot.</param>
    public Refusal? RefusePicks(ImmutableArray<ProposalReference> picks)
    {
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

    private VoteAnswer Cast(MemberId member, ImmutableArray<ProposalReference> picks, BallotRecording? recording, DateTimeOffset now)
    {
        if (!IsOpenAt(now))
        {
            return new VoteAnswer.Refused(new PollIsClosed(Result?.ClosedAt ?? ClosesAt));
        }

        return RefusePicks(picks) is { } refusal
            ? new VoteAnswer.Refused(refusal)
            : new VoteAnswer.Counted(new Ballot(member, [.. Options.Where(option => picks.Contains(option))], now, recording));
    }
}
