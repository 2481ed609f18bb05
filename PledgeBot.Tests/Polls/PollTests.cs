using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Polls;

public sealed class PollTests
{
    private readonly Story _story = A.Story();

    [Fact]
    public void Open_ThreeCandidates_FreezesOptionsRollAndRules()
    {
        WalkNumber walk = _story.WalkWithCandidates(2);
        _story.Triage(_story.Propose(walk), A.Assessment(TriageClass.NeedsBudget));
        _story.Triage(_story.Propose(walk));
        PollId id = _story.OpenPoll(walk, exactly: true);

        _story.Do(A.Members[5] with { Duties = Duties.Vote }, by: null);
        _story.Do(A.Members[2] with { Duties = Duties.None, Title = "Förr på gata/park" }, by: null);

        Poll poll = _story.Partnership.FindPoll(id)!;
        Assert.Equal([A.Proposal(1), A.Proposal(2), A.Proposal(4)], poll.Options);
        Assert.Equal(A.Voters, poll.Roll.Select(entry => entry.Member));
        Assert.Equal("Gata/park", poll.Roll.Single(entry => entry.Member == A.Streets).Title);
        Assert.Equal(new PollRules(2, Exactly: true), poll.Rules);
        Assert.Null(poll.RunOffOf);
        Assert.Equal(A.Noon, poll.OpenedAt);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60 * 24)]
    public void Open_ClosingAtTheBoundary_IsAllowed(int hours)
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3), closesAt: A.Noon.AddHours(hours));

        Assert.Equal(A.Noon.AddHours(hours), _story.Partnership.FindPoll(poll)!.ClosesAt);
    }

    [Fact]
    public void Open_ClosingTimeWithAnOffset_IsKeptAsUtc()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3), closesAt: new DateTimeOffset(2020, 9, 9, 15, 0, 0, TimeSpan.FromHours(2)));

        Assert.Equal(TimeSpan.Zero, _story.Partnership.FindPoll(poll)!.ClosesAt.Offset);
    }

    [Fact]
    public void Open_TheSamePollTwice_ChangesNothing()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        PollId poll = _story.OpenPoll(walk);

        Assert.Empty(_story.Do(new OpenPoll(poll, walk, new PollRules(2, Exactly: true), A.Noon.AddDays(9)), A.Officer));
    }

    [Fact]
    public void Close_AtTheClosingTime_IsClosedThenHoweverLateItIsRecorded()
    {
        PollId id = _story.OpenPoll(_story.WalkWithCandidates(3));
        DateTimeOffset closesAt = _story.Partnership.FindPoll(id)!.ClosesAt;
        _story.Now = closesAt.AddDays(2);

        _story.Do(_story.Closing(id), by: null);

        Assert.Equal(closesAt, _story.Partnership.FindPoll(id)!.Result!.ClosedAt);
    }

    [Fact]
    public void Close_EverybodyHasAnswered_ClosesEarly()
    {
        PollId id = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.Now = A.Noon.AddHours(5);
        foreach (MemberId voter in A.Voters)
        {
            _story.Vote(id, voter, 1, 2);
        }

        _story.Do(_story.Closing(id), A.Coordinator);

        Poll poll = _story.Partnership.FindPoll(id)!;
        Assert.Equal(_story.Now, poll.Result!.ClosedAt);
        Assert.False(poll.IsOpenAt(_story.Now));
    }

    [Fact]
    public void Close_AClosedPoll_ChangesNothing()
    {
        PollId id = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.Close(id);

        Assert.Empty(_story.Do(_story.Closing(id), by: null));
    }

    [Fact]
    public void Close_OneAheadAndTwoEqual_ChoosesTheOneAndRecommendsNothingYet()
    {
        PollResult result = _story.CloseAfter(_story.OpenPoll(_story.WalkWithCandidates(3)), [1, 2], [2, 3], [1, 2], [2, 3], [], [], []);

        Assert.Equal(PollOutcome.Tie, result.Outcome);
        Assert.Equal([A.Proposal(2)], result.Chosen);
        Assert.Equal([A.Proposal(1), A.Proposal(3)], result.Tied);
        Assert.Empty(_story.Partnership.Recommendations);
    }

    [Fact]
    public void Close_HalfOfTheRollAnswered_IsNotQuorate()
    {
        // Six on the roll, with the police among those who answer.
        _story.Do(A.Members[4] with { Duties = Duties.None }, by: null);
        PollId id = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.Vote(id, A.Coordinator, 1, 2);
        _story.Vote(id, A.Streets, 1, 2);
        _story.Vote(id, A.Chief, 1, 2);

        Assert.Equal(PollOutcome.NotQuorate, _story.Close(id).Outcome);
    }

    [Fact]
    public void Close_OneMoreThanHalf_IsQuorate()
    {
        _story.Do(A.Members[4] with { Duties = Duties.None }, by: null);
        PollId id = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.Vote(id, A.Coordinator, 1, 2);
        _story.Vote(id, A.Streets, 1, 2);
        _story.Vote(id, A.School);
        _story.Vote(id, A.Chief, 1, 2);

        Assert.Equal(PollOutcome.Clear, _story.Close(id).Outcome);
    }

    [Fact]
    public void Close_NobodyFromThePolice_IsNotQuorate()
    {
        PollId id = _story.OpenPoll(_story.WalkWithCandidates(3));

        PollResult result = _story.CloseAfter(id, [1, 2], [1, 2], [1, 2], [1, 2], [1, 2]);

        Assert.Equal(PollOutcome.NotQuorate, result.Outcome);
        Assert.Equal([new Turnout(Party.Municipality, 5, 5), new Turnout(Party.Police, 0, 2)], result.Turnouts);
    }

    [Fact]
    public void Close_EverybodyAbstained_HasNoVotes()
    {
        PollResult result = _story.CloseAfter(_story.OpenPoll(_story.WalkWithCandidates(3)), [], [], [], [], [], [], []);

        Assert.Equal(PollOutcome.NoVotes, result.Outcome);
        Assert.Equal(7, result.Abstentions);
        Assert.Empty(result.Chosen);
    }

    [Fact]
    public void Close_OnlyOneGotVotes_ChoosesThatOneAlone()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);

        PollResult result = _story.CloseAfter(_story.OpenPoll(walk), [2], [2], [], [], [], [], []);

        Assert.Equal(PollOutcome.Clear, result.Outcome);
        Assert.Equal([A.Proposal(2)], result.Chosen);
        Assert.Empty(result.Tied);
        Assert.Equal([A.Proposal(2)], _story.Partnership.Recommendations[walk].Proposals);
    }

    [Fact]
    public void Close_TwoEqualAheadOfTheRest_ChoosesBoth()
    {
        PollResult result = _story.CloseAfter(_story.OpenPoll(_story.WalkWithCandidates(3)), [3, 1], [3, 1], [2], [], [], [], []);

        Assert.Equal(PollOutcome.Clear, result.Outcome);
        Assert.Equal([A.Proposal(1), A.Proposal(3)], result.Chosen);
    }

    [Fact]
    public void Close_MoreVotesOnAHigherNumber_PutsItFirst()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);

        _story.CloseAfter(_story.OpenPoll(walk), [3, 1], [3, 1], [3], [2], [], [], []);

        Assert.Equal([A.Proposal(3), A.Proposal(1)], _story.Partnership.Recommendations[walk].Proposals);
    }

    [Fact]
    public void RunOff_AfterOneClear_HasOnePlaceAndTheSameRoll()
    {
        PollId first = Tie();
        _story.Do(A.Members[5] with { Duties = Duties.Vote }, by: null);

        PollId second = _story.RunOffOf(first);

        Poll runOff = _story.Partnership.FindPoll(second)!;
        Assert.Equal(first, runOff.RunOffOf);
        Assert.Equal([A.Proposal(1), A.Proposal(3)], runOff.Options);
        Assert.Equal(new PollRules(1, Exactly: true), runOff.Rules);
        Assert.Equal(A.Voters, runOff.Roll.Select(entry => entry.Member));
    }

    [Fact]
    public void RunOff_ThatIsClear_RecommendsTheFirstPollsChoiceFirst()
    {
        PollId runOff = _story.RunOffOf(Tie());

        PollResult result = _story.CloseAfter(runOff, [1], [1], [1], [3], [], [], []);

        Assert.Equal([A.Proposal(1)], result.Chosen);
        Recommendation recommendation = Assert.Single(_story.Partnership.Recommendations.Values);
        Assert.Equal([A.Proposal(2), A.Proposal(1)], recommendation.Proposals);
        Assert.Equal(runOff, recommendation.Poll);
    }

    [Fact]
    public void RunOff_OfThreeForBothPlaces_LetsEachPickTwo()
    {
        PollId first = _story.OpenPoll(_story.WalkWithCandidates(4));
        PollResult tie = _story.CloseAfter(first, [1, 2], [2, 3], [3, 1], [], [], [], []);

        PollId runOff = _story.RunOffOf(first);

        Assert.Equal(PollOutcome.Tie, tie.Outcome);
        Assert.Empty(tie.Chosen);
        Assert.Equal([A.Proposal(1), A.Proposal(2), A.Proposal(3)], tie.Tied);
        Assert.Equal(2, _story.Partnership.FindPoll(runOff)!.Rules.Picks);
    }

    [Fact]
    public void Open_AfterAPollThatWasNotQuorate_HasTheSameCandidates()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        PollId first = _story.OpenPoll(walk);
        _story.CloseAfter(first, [1]);

        PollId second = _story.OpenPoll(walk);

        Assert.Equal(_story.Partnership.FindPoll(first)!.Options, _story.Partnership.FindPoll(second)!.Options.AsEnumerable());
        Assert.Equal(second, _story.Partnership.LatestPollOf(walk)!.Id);
    }

    [Fact]
    public void Open_OnTwoWalksAtOnce_KeepsThemApart()
    {
        PollId first = _story.OpenPoll(_story.WalkWithCandidates(3));
        PollId second = _story.OpenPoll(_story.WalkWithCandidates(3));

        _story.Do(new ClosePoll(second, VotesForOne(second), A.Poll(99)), by: null);

        Assert.Null(_story.Partnership.FindPoll(first)!.Result);
        Assert.Equal(new WalkNumber(2), Assert.Single(_story.Partnership.Recommendations).Key);
    }

    /// <summary>Ends a poll with number 2 clearly ahead, and 1 and 3 equal.</summary>
    private PollId Tie()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        PollResult result = _story.CloseAfter(poll, [1, 2], [2, 3], [1, 2], [2, 3], [], [], []);
        Assert.Equal(PollOutcome.Tie, result.Outcome);
        return poll;
    }

    private BallotBox VotesForOne(PollId poll)
    {
        foreach (MemberId voter in A.Voters)
        {
            _story.Vote(poll, voter, 1);
        }

        return _story.BoxOf(poll);
    }
}
