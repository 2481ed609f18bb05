using System.Collections.Immutable;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Tests.Polls;

public sealed class VoteTests
{
    private static readonly MemberId Voter = A.Member(1);
    private readonly Poll _poll = A.PollOf(options: 4, picks: 2);

    [Fact]
    public void Vote_TwoOptionsInAnyOrder_CountsInThePollsOrder()
    {
        VoteAnswer answer = _poll.Vote(Voter, [A.Proposal(3), A.Proposal(1)], A.Noon);

        Ballot ballot = Assert.IsType<VoteAnswer.Counted>(answer).Ballot;
        Assert.Equal(Voter, ballot.Member);
        Assert.Equal([A.Proposal(1), A.Proposal(3)], ballot.Picks);
        Assert.Equal(A.Noon, ballot.CastAt);
        Assert.False(ballot.IsAbstention);
    }

    [Fact]
    public void Vote_OnePickWhereUpToTwoMayBe_Counts() =>
        Assert.IsType<VoteAnswer.Counted>(_poll.Vote(Voter, [A.Proposal(4)], A.Noon));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Vote_ForNothing_Abstains(bool exactly)
    {
        VoteAnswer answer = A.PollOf(exactly: exactly).Vote(Voter, [], A.Noon);

        Assert.True(Assert.IsType<VoteAnswer.Counted>(answer).Ballot.IsAbstention);
    }

    [Fact]
    public void Vote_JustBeforeTheClosingTime_Counts() =>
        Assert.IsType<VoteAnswer.Counted>(_poll.Vote(Voter, [A.Proposal(1)], _poll.ClosesAt.AddTicks(-1)));

    [Fact]
    public void Vote_AtTheClosingTime_IsTooLate() =>
        Assert.Equal(new PollIsClosed(_poll.ClosesAt), Refused(_poll, Voter, _poll.ClosesAt, A.Proposal(1)));

    [Fact]
    public void Vote_AfterAnEarlyClosing_TellsWhenItClosed()
    {
        DateTimeOffset early = A.Noon.AddHours(2);
        Poll closed = _poll with { Result = new PollResult(early, [], [], 0, PollOutcome.NoVotes, [], []) };

        Assert.Equal(new PollIsClosed(early), Refused(closed, Voter, early.AddMinutes(1), A.Proposal(1)));
    }

    [Fact]
    public void Vote_ByOneNotOnTheRoll_IsRefused() =>
        Assert.Equal(new NotOnRoll(), Refused(_poll, A.Stranger, A.Noon, A.Proposal(1)));

    [Fact]
    public void Vote_ByOneNotOnTheRollAfterClosing_IsToldAboutTheRoll() =>
        Assert.Equal(new NotOnRoll(), Refused(_poll, A.Stranger, _poll.ClosesAt, A.Proposal(1)));

    [Fact]
    public void Vote_WithWrongPicksAfterClosing_IsToldAboutTheClosing() =>
        Assert.Equal(new PollIsClosed(_poll.ClosesAt), Refused(_poll, Voter, _poll.ClosesAt, A.Proposal(9)));

    [Fact]
    public void Vote_AThirdPick_IsTooMany() =>
        Assert.Equal(new TooManyPicks(3, 2), Refused(_poll, Voter, A.Noon, A.Proposal(1), A.Proposal(2), A.Proposal(3)));

    [Fact]
    public void Vote_OneWhereTwoAreDemanded_IsTooFew() =>
        Assert.Equal(new TooFewPicks(1, 2), Refused(A.PollOf(exactly: true), Voter, A.Noon, A.Proposal(1)));

    [Fact]
    public void Vote_TheSameTwice_IsRefused() =>
        Assert.Equal(new PickedTwice(A.Proposal(2)), Refused(_poll, Voter, A.Noon, A.Proposal(2), A.Proposal(2)));

    [Fact]
    public void Vote_ForWhatIsNotOnTheBallot_NamesItAndWhatCanBePicked()
    {
        var refusal = Assert.IsType<NotOnBallot>(Refused(_poll, Voter, A.Noon, A.Proposal(1), A.Proposal(1, walk: 2)));

        Assert.Equal(A.Proposal(1, walk: 2), refusal.Pick);
        Assert.Equal(_poll.Options, refusal.Options);
    }

    [Fact]
    public void Box_VotesAgain_KeepsTheLastOnly()
    {
        BallotBox box = BallotBox.Empty.With(Ballot(Voter, 1, 2)).With(Ballot(Voter, 3));

        Assert.Equal([A.Proposal(3)], box.BallotOf(Voter)!.Picks);
        Assert.Equal(new Turnout(Party.Municipality, 1, 5), box.TurnoutOf(Party.Municipality, _poll));
    }

    [Fact]
    public void Turnout_OfSomeoneNotOnTheRoll_CountsNothing() =>
        Assert.Equal(new Turnout(Party.Police, 0, 2), new BallotBox([Ballot(A.Stranger, 1)]).TurnoutOf(Party.Police, _poll));

    private static Ballot Ballot(MemberId member, params int[] picks) => new(member, [.. picks.Select(pick => A.Proposal(pick))], A.Noon);

    private static Refusal Refused(Poll poll, MemberId member, DateTimeOffset now, params ImmutableArray<ProposalReference> picks) =>
        Assert.IsType<VoteAnswer.Refused>(poll.Vote(member, picks, now)).Reason;
}
