using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Polls;

/// <summary>A vote that a member gave by phone or at a meeting, and a coordinator recorded: the rules of it.</summary>
public sealed class RecordedVoteTests
{
    private readonly Story _story = A.Story();
    private readonly PollId _id;

    public RecordedVoteTests() => _id = _story.OpenPoll(_story.WalkWithCandidates(4));

    private Poll Poll => _story.Partnership.FindPoll(_id)!;

    [Fact]
    public void Record_OfSomebodyElse_CountsAndSaysWhoRecordedItAndHow()
    {
        VoteAnswer answer = Record(BallotBox.Empty, A.Coordinator, A.Chief, 3, 1);

        Ballot ballot = Assert.IsType<VoteAnswer.Counted>(answer).Ballot;
        Assert.Equal([A.Proposal(1), A.Proposal(3)], ballot.Picks);
        Assert.Equal((A.Chief, new BallotRecording(A.Coordinator, Manner.ByPhone)), (ballot.Member, ballot.Recording));
    }

    [Fact]
    public void Record_OfNothing_Abstains() =>
        Assert.True(Assert.IsType<VoteAnswer.Counted>(Record(BallotBox.Empty, A.Officer, A.Streets)).Ballot.IsAbstention);

    [Fact]
    public void Record_ByAMemberWithoutTheDuty_IsForCoordinators() =>
        Assert.Equal(new DutyNeeded(Duties.Coordinate), Refused(Record(BallotBox.Empty, A.Streets, A.Chief, 1)));

    [Fact]
    public void Record_OfTheCoordinatorsOwn_IsCastInstead() =>
        Assert.Equal(new OwnVote(), Refused(Record(BallotBox.Empty, A.Coordinator, A.Coordinator, 1)));

    [Fact]
    public void Record_OfOneNotOnTheRoll_IsRefused() =>
        Assert.Equal(new VoterNotOnRoll(), Refused(Record(BallotBox.Empty, A.Coordinator, A.RescueService, 1)));

    [Fact]
    public void Record_OfOneWhoHasVotedThemself_LetsTheirOwnVoteStand()
    {
        _story.Vote(_id, A.Chief, 1, 2);

        Assert.Equal(new VotedThemself("Lokalpolisområdeschef"), Refused(Record(_story.BoxOf(_id), A.Coordinator, A.Chief, 3)));
    }

    [Fact]
    public void Record_Again_ReplacesWhatWasRecordedByAnyCoordinator()
    {
        BallotBox box = BallotBox.Empty.With(Counted(Record(BallotBox.Empty, A.Coordinator, A.Chief, 1)));

        box = box.With(Counted(Record(box, A.Officer, A.Chief, 2)));

        Assert.Equal([A.Proposal(2)], box.BallotOf(A.Chief)!.Picks);
        Assert.Equal(A.Officer, box.BallotOf(A.Chief)!.Recording!.By);
    }

    [Fact]
    public void Vote_AfterItWasRecorded_ReplacesItAndIsTheMembersOwn()
    {
        BallotBox box = BallotBox.Empty.With(Counted(Record(BallotBox.Empty, A.Coordinator, A.Chief, 1)));

        box = box.With(Counted(Poll.Vote(A.Chief, [A.Proposal(4)], _story.Now)));

        Assert.Equal([A.Proposal(4)], box.BallotOf(A.Chief)!.Picks);
        Assert.True(box.HasVotedThemself(A.Chief));
        Assert.Equal(new Turnout(Party.Police, 1, 2), box.TurnoutOf(Party.Police, Poll));
    }

    [Fact]
    public void Record_AtTheClosingTime_IsTooLate()
    {
        _story.Now = Poll.ClosesAt;

        Assert.Equal(new PollIsClosed(Poll.ClosesAt), Refused(Record(BallotBox.Empty, A.Coordinator, A.Chief, 1)));
    }

    [Fact]
    public void Record_TooManyPicks_IsRefusedAsAVoteIs() =>
        Assert.Equal(new TooManyPicks(3, 2), Refused(Record(BallotBox.Empty, A.Coordinator, A.Chief, 1, 2, 3)));

    [Fact]
    public void Turnout_OfRecordedVotes_TellsHowManyOfEachManner()
    {
        BallotBox box = BallotBox.Empty
            .With(Counted(Record(BallotBox.Empty, A.Coordinator, A.Streets, Manner.ByPhone, 1)))
            .With(Counted(Record(BallotBox.Empty, A.Coordinator, A.School, Manner.AtMeeting, 1)))
            .With(Counted(Record(BallotBox.Empty, A.Officer, A.SafetyManager, Manner.AtMeeting)))
            .With(Counted(Poll.Vote(A.Coordinator, [A.Proposal(1)], _story.Now)));

        Assert.Equal(new Turnout(Party.Municipality, 4, 5, ByPhone: 1, AtMeeting: 2), box.TurnoutOf(Party.Municipality, Poll));
        Assert.Equal(new Turnout(Party.Police, 0, 2), box.TurnoutOf(Party.Police, Poll));
    }

    [Fact]
    public void Close_WithRecordedVotes_CountsThemAndKeepsHowManyTheyWere()
    {
        foreach (MemberId voter in A.Voters[..4])
        {
            _story.Vote(_id, voter, 1, 2);
        }

        BallotBox box = _story.BoxOf(_id).With(Counted(Record(_story.BoxOf(_id), A.Coordinator, A.Chief, 1, 3)));
        _story.Now = Poll.ClosesAt;
        _story.Do(new ClosePoll(_id, box, A.Poll(99)), by: null);

        PollResult result = Poll.Result!;
        Assert.Equal([5, 4, 1, 0], result.Totals.Select(total => total.Votes));
        Assert.Equal([new Turnout(Party.Municipality, 4, 5), new Turnout(Party.Police, 1, 2, ByPhone: 1)], result.Turnouts);
        Assert.Equal(PollOutcome.Clear, result.Outcome);
    }

    private VoteAnswer Record(BallotBox box, MemberId by, MemberId member, params int[] numbers) =>
        Record(box, by, member, Manner.ByPhone, numbers);

    private VoteAnswer Record(BallotBox box, MemberId by, MemberId member, Manner manner, params int[] numbers) => Poll.Record(
        _story.Partnership.FindMember(by)!, member, [.. numbers.Select(number => A.Proposal(number))], manner, box, _story.Now);

    private static Ballot Counted(VoteAnswer answer) => Assert.IsType<VoteAnswer.Counted>(answer).Ballot;

    private static Refusal Refused(VoteAnswer answer) => Assert.IsType<VoteAnswer.Refused>(answer).Reason;
}
