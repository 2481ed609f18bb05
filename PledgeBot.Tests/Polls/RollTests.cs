using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Polls;

/// <summary>Who is on the list of voters: substitutes before the opening, conflicts of interest after it.</summary>
public sealed class RollTests
{
    private readonly Story _story = A.Story();

    [Fact]
    public void Substitute_StandsInTheAbsentOnesPlace()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        _story.Do(new PutInSubstitute(walk, A.Streets, A.RescueService), A.Coordinator);

        Assert.Equal(
            [A.Coordinator, A.SafetyManager, A.RescueService, A.School, A.SocialServices, A.Officer, A.Chief],
            RollOf(_story.OpenPoll(walk)));
    }

    [Fact]
    public void Substitute_PutInAgainForTheSame_ReplacesTheFirstOne()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        _story.Do(new PutInSubstitute(walk, A.Streets, A.RescueService), A.Coordinator);
        Assert.Empty(_story.Do(new PutInSubstitute(walk, A.Streets, A.RescueService), A.Coordinator));
        _story.Do(new PutInSubstitute(walk, A.Streets, A.Communicator), A.Coordinator);

        Assert.Contains(A.Communicator, RollOf(_story.OpenPoll(walk)));
        Assert.Single(_story.Partnership.Substitutions);
    }

    [Fact]
    public void Substitute_TakenOut_LeavesTheMemberOnTheRoll()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        _story.Do(new PutInSubstitute(walk, A.Streets, A.RescueService), A.Coordinator);
        _story.Do(new PutInSubstitute(walk, A.Streets, null), A.Coordinator);

        Assert.Equal(A.Voters, RollOf(_story.OpenPoll(walk)));
    }

    [Fact]
    public void Substitute_WhoLeavesBeforeTheOpening_LeavesTheMemberOnTheRoll()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        _story.Do(new PutInSubstitute(walk, A.Streets, A.RescueService), A.Coordinator);
        _story.Do(new UnlistMember(A.RescueService), A.Coordinator);

        Assert.Equal(A.Voters, RollOf(_story.OpenPoll(walk)));
    }

    [Fact]
    public void Substitute_WhoGetsAVoteOfTheirOwn_VotesOnce()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        _story.Do(new PutInSubstitute(walk, A.Streets, A.RescueService), A.Coordinator);
        _story.Do(A.Members[5] with { Duties = Duties.Vote }, A.Coordinator);

        MemberId[] roll = RollOf(_story.OpenPoll(walk));

        Assert.Equal(8, roll.Length);
        Assert.Equal(roll.Distinct(), roll);
        Assert.Contains(A.Streets, roll);
    }

    [Fact]
    public void Substitute_ForOneWhoIsNoLongerEntitled_DoesNotVote()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        _story.Do(new PutInSubstitute(walk, A.Streets, A.RescueService), A.Coordinator);
        _story.Do(A.Members[2] with { Duties = Duties.None }, A.Coordinator);

        Assert.Equal(A.Voters.Remove(A.Streets), RollOf(_story.OpenPoll(walk)));
    }

    [Fact]
    public void Substitute_OfAMemberWhoChangedParty_DoesNotVote()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        _story.Do(new PutInSubstitute(walk, A.Streets, A.RescueService), A.Coordinator);
        _story.Do(A.Members[2] with { Party = Party.Police }, A.Coordinator);

        Assert.Equal(A.Voters, RollOf(_story.OpenPoll(walk)));
    }

    [Fact]
    public void Substitute_OnAnotherWalk_DoesNotVoteInThisOne()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        _story.Do(new PutInSubstitute(_story.PlanWalk(), A.Streets, A.RescueService), A.Coordinator);

        Assert.Equal(A.Voters, RollOf(_story.OpenPoll(walk)));
    }

    [Fact]
    public void Substitute_MonthsLaterWhenAMeasureIsReplaced_IsForgotten()
    {
        WalkNumber walk = _story.WalkWithCandidates(5);
        _story.Do(new PutInSubstitute(walk, A.Streets, A.RescueService), A.Coordinator);
        PollId poll = _story.OpenPoll(walk);
        foreach (RollEntry entry in _story.Partnership.FindPoll(poll)!.Roll)
        {
            _story.Vote(poll, entry.Member, 1, 2);
        }

        _story.Close(poll);
        _story.Confirm(walk);
        _story.Do(new Domain.Measures.ReplaceMeasure(A.Proposal(1), "Marken såldes", ByNewPoll: true, A.Poll(2), _story.Now.AddDays(5)), A.Coordinator);

        Assert.Equal(A.Voters, RollOf(A.Poll(2)));
    }

    [Fact]
    public void Conflict_LeavesTheRollAndTheBallotIsNotCounted()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.Vote(poll, A.Streets, 3);

        _story.Do(new DeclareConflict(poll, A.Streets), A.Streets);

        Poll open = _story.Partnership.FindPoll(poll)!;
        Assert.False(open.IsOnRoll(A.Streets));
        Assert.Equal(A.Streets, Assert.Single(open.Conflicted).Member);
        Assert.Equal(new VoteAnswer.Refused(new NotOnRoll()), open.Vote(A.Streets, [A.Proposal(1)], _story.Now));
        Assert.Empty(_story.Do(new DeclareConflict(poll, A.Streets), A.Streets));

        // Also if the ballot should still lie in the box.
        PollResult result = _story.Close(poll);
        Assert.Equal(0, result.Totals[2].Votes);
        Assert.Empty(result.Ballots);
        Assert.Equal(4, result.Turnouts[0].Entitled);
    }

    [Fact]
    public void Conflict_CountsTheQuorumOnTheRest()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.Vote(poll, A.Coordinator, 1, 2);
        _story.Vote(poll, A.SafetyManager, 1, 2);
        _story.Vote(poll, A.Chief, 1);

        _story.Do(new DeclareConflict(poll, A.School), A.Coordinator);
        _story.Do(new DeclareConflict(poll, A.Streets), A.Coordinator);

        Assert.Equal(PollOutcome.Clear, _story.Close(poll).Outcome);
    }

    [Fact]
    public void Conflict_OfTheLastWhoHasNotAnswered_LetsThePollCloseEarly()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        foreach (MemberId voter in A.Voters[1..])
        {
            _story.Vote(poll, voter, 1, 2);
        }

        _story.Do(new DeclareConflict(poll, A.Coordinator), A.Coordinator);
        _story.Do(_story.Closing(poll), by: null);

        Assert.Equal(A.Noon, _story.Partnership.FindPoll(poll)!.Result!.ClosedAt);
    }

    [Fact]
    public void Conflict_OfAWholeParty_IsNotQuorateAndNotExtended()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3), PollRules.Usual);
        _story.Do(new DeclareConflict(poll, A.Officer), A.Officer);
        _story.Do(new DeclareConflict(poll, A.Chief), A.Chief);

        Assert.Equal(PollOutcome.NotQuorate, _story.CloseAfter(poll, [1], [1], [1], [1]).Outcome);
        Assert.Empty(_story.Partnership.FindPoll(poll)!.Extensions);
        Assert.NotNull(_story.Partnership.UnsettledOf(new WalkNumber(1)));
    }

    [Fact]
    public void Conflict_FollowsToTheRunOffAndToANewPoll()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        PollId first = _story.OpenPoll(walk);
        _story.Do(new DeclareConflict(first, A.SocialServices), A.SocialServices);
        _story.Vote(first, A.Coordinator, 1, 2);
        _story.Vote(first, A.SafetyManager, 1, 3);
        _story.Vote(first, A.Streets);
        _story.Vote(first, A.Chief);
        _story.Close(first);

        Poll runOff = _story.Partnership.LatestPollOf(walk)!;
        Assert.Equal(first, runOff.RunOffOf);
        Assert.False(runOff.IsOnRoll(A.SocialServices));
        Assert.Equal(A.SocialServices, Assert.Single(runOff.Conflicted).Member);

        Story other = A.Story();
        other.WalkWithCandidates(3);
        PollId poll = other.OpenPoll(walk);
        other.Do(new DeclareConflict(poll, A.SocialServices), A.SocialServices);
        other.Close(poll);
        PollId again = other.OpenPoll(walk);
        Assert.False(other.Partnership.FindPoll(again)!.IsOnRoll(A.SocialServices));
    }

    [Fact]
    public void Departed_BeforeARunOff_StaysOnItsRollAndIsNoted()
    {
        PollId first = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.Vote(first, A.Coordinator, 1, 2);
        _story.Vote(first, A.SafetyManager, 1, 3);
        _story.Vote(first, A.School);
        _story.Vote(first, A.Chief);
        _story.Do(new UnlistMember(A.Streets), A.Coordinator);
        _story.Close(first);

        Poll runOff = _story.Partnership.LatestPollOf(new WalkNumber(1))!;
        Assert.True(runOff.IsOnRoll(A.Streets));
        Assert.Equal([A.Streets], runOff.Departed);
    }

    [Fact]
    public void Extension_ByTheOwnerWhoNoLongerCoordinates_IsForAnyCoordinator()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.Do(A.Members[0] with { Duties = Duties.Vote }, A.Officer);

        _story.Do(new ExtendPoll(poll, A.Noon.AddDays(5), "Sportlov"), A.Officer);

        Assert.Equal(A.Noon.AddDays(5), _story.Partnership.FindPoll(poll)!.ClosesAt);
    }

    [Fact]
    public void Extension_TheSameAgain_ChangesNothing()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        var extend = new ExtendPoll(poll, A.Noon.AddDays(5), "Sportlov");
        _story.Do(extend, A.Coordinator);

        Assert.Empty(_story.Do(extend, A.Coordinator));
    }

    [Fact]
    public void Extension_ByTheRules_ComesAlsoAfterTheOwnersAndOnlyOnce()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3), PollRules.Usual);
        _story.Do(new ExtendPoll(poll, A.Noon.AddDays(4), "Sportlov"), A.Coordinator);
        _story.Now = A.Noon.AddDays(4);
        Assert.IsType<PollExtended>(Assert.Single(_story.Do(_story.Closing(poll), by: null)));

        // Friday noon and three working days.
        Assert.Equal(A.Noon.AddDays(9), _story.Partnership.FindPoll(poll)!.ClosesAt);
        Assert.Equal(PollOutcome.NotQuorate, _story.Close(poll).Outcome);
    }

    private MemberId[] RollOf(PollId poll) => [.. _story.Partnership.FindPoll(poll)!.Roll.Select(entry => entry.Member)];
}
