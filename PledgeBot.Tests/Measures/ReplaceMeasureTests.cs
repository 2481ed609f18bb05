using System.Collections.Immutable;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.StatusReports;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Measures;

/// <summary>What takes the place of a measure that turned out to be impossible.</summary>
public sealed class ReplaceMeasureTests
{
    private static readonly WalkNumber Walk = new(1);
    private readonly Story _story = A.Story();

    private Poll Latest => _story.Partnership.LatestPollOf(Walk)!;

    private ImmutableArray<ProposalReference> Recommended => _story.Partnership.Recommendations[Walk].Proposals;

    private ProposalReference[] InPlace =>
        [.. _story.Partnership.Measures.Values.Where(measure => measure.Status != MeasureStatus.Replaced).Select(measure => measure.Reference)];

    [Fact]
    public void Replace_TheSecondTime_ChangesNothing()
    {
        Decided();
        Replace(1);

        Assert.Empty(_story.Do(new ReplaceMeasure(A.Proposal(1), "Något annat", ByNewPoll: true, A.Poll(9), _story.Now), A.Coordinator));
        Assert.Equal("Marken såldes", _story.Partnership.Measures[A.Proposal(1)].Closure!.Note);
    }

    [Fact]
    public void Replace_NeedsBothConfirmationsAnew()
    {
        Decided();
        Replace(1);
        Assert.Equal(
            [new Waiting.PartyConfirmation(Walk, Party.Municipality), new Waiting.PartyConfirmation(Walk, Party.Police)], _story.Report.Waiting);

        _story.Do(new ConfirmRecommendation(Walk), A.Chief);
        Assert.Equal([A.Proposal(2)], InPlace);
        _story.Do(new ConfirmRecommendation(Walk), A.SafetyManager);
        Assert.Equal([A.Proposal(2), A.Proposal(3)], InPlace);
    }

    [Fact]
    public void Replace_WithTwoEqualNext_OpensARunOffWithTheRollOfToday()
    {
        Decided(equals: true);
        _story.Do(A.Members[5] with { Duties = Duties.Vote }, A.Coordinator);
        _story.Now = _story.Now.AddDays(40);

        Replace(1);

        Assert.Equal([A.Proposal(3), A.Proposal(4)], Latest.Options);
        Assert.Equal((1, A.Proposal(1)), (Latest.Rules.Picks, Latest.Replaces));
        Assert.True(Latest.IsOnRoll(A.RescueService));
        Assert.Equal(new NotSettledYet(Walk), _story.Refusal(Replacing(2), A.Coordinator));

        _story.CloseAfter(Latest.Id, [4], [4], [4], [3], [], [], [3]);
        Assert.Equal([A.Proposal(4)], Recommended);
        _story.Confirm(Walk);
        Assert.Equal([A.Proposal(2), A.Proposal(4)], InPlace);
    }

    [Fact]
    public void Replace_WhenTheRunOffTiesToo_IsSettledAndConfirmed()
    {
        Decided(equals: true);
        Replace(1);
        PollId runOff = Latest.Id;
        _story.CloseAfter(runOff, [4], [3], [], [], [], [], []);
        Assert.Equal([new Waiting.Settlement(runOff, Walk, PollOutcome.Tie, LastResort.Agreement)], _story.Report.Waiting);

        _story.Do(new ProposeSettlement(runOff, [A.Proposal(3)]), A.Chief);
        _story.Do(new ProposeSettlement(runOff, [A.Proposal(3)]), A.SafetyManager);

        Assert.Equal([A.Proposal(3)], Recommended);
        Assert.Equal(A.Proposal(1), _story.Partnership.Recommendations[Walk].Replaces);
    }

    [Fact]
    public void Replace_WhenOneOfATieLeftToSettleIsWithdrawn_RecommendsTheOther()
    {
        Decided(equals: true);
        Replace(1);
        _story.CloseAfter(Latest.Id, [4], [3], [], [], [], [], []);

        _story.Do(new WithdrawProposal(A.Proposal(3), "Byggs om", A.Poll(9)), A.Coordinator);

        Assert.Equal([A.Proposal(4)], Recommended);
    }

    [Fact]
    public void Replace_ByANewPoll_VotesForOnePlaceAmongAllThatAreLeft()
    {
        Decided();

        Replace(1, byNewPoll: true);

        Assert.Null(Latest.RunOffOf);
        Assert.Equal([A.Proposal(3), A.Proposal(4), A.Proposal(5)], Latest.Options);
        Assert.Equal((1, A.Proposal(1)), (Latest.Rules.Picks, Latest.Replaces));
        Assert.Equal(new TooManyPicks(2, 1), Latest.RefusePicks([A.Proposal(3), A.Proposal(4)]));

        _story.CloseAfter(Latest.Id, [5], [5], [5], [3], [], [], []);
        Assert.Equal([A.Proposal(5)], Recommended);
        _story.Confirm(Walk);
        Assert.Equal([A.Proposal(2), A.Proposal(5)], InPlace);
    }

    [Fact]
    public void Replace_ByANewPoll_WhichIsNotQuorate_MayBeVotedOnAgain()
    {
        Decided();
        Replace(1, byNewPoll: true);
        _story.Now = Latest.ClosesAt;
        _story.Do(_story.Closing(Latest.Id), by: null);
        _story.Close(Latest.Id);

        PollId again = _story.OpenPoll(Walk);

        Assert.Equal((1, A.Proposal(1)), (Latest.Rules.Picks, Latest.Replaces));
        Assert.Equal(3, _story.Partnership.FindPoll(again)!.Options.Length);
        _story.CloseAfter(again, [4], [4], [4], [4], [], [], []);
        _story.Confirm(Walk);
        Assert.Equal([A.Proposal(2), A.Proposal(4)], InPlace);
    }

    [Fact]
    public void Replace_ByANewPollWithOneLeft_NeedsNone()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.CloseAfter(poll, [1, 2], [1, 2], [1], [2], [], [], []);
        _story.Confirm(Walk);

        Replace(1, byNewPoll: true);

        Assert.Equal([A.Proposal(3)], Recommended);
        Assert.Equal(A.Proposal(1), _story.Partnership.Recommendations[Walk].Replaces);
    }

    [Fact]
    public void Replace_WhenTheNewPollIsBrokenOffWithOneLeft_RecommendsThat()
    {
        Decided();
        Replace(1, byNewPoll: true);
        _story.Do(new WithdrawProposal(A.Proposal(3), "Byggs om", A.Poll(3)), A.Coordinator);
        Assert.Equal((A.Poll(3), A.Proposal(1)), (Latest.Id, Latest.Replaces));

        _story.Do(new WithdrawProposal(A.Proposal(4), "Byggs om", A.Poll(4)), A.Coordinator);

        Assert.Equal([A.Proposal(5)], Recommended);
        Assert.Equal(A.Proposal(1), _story.Partnership.Recommendations[Walk].Replaces);
        _story.Confirm(Walk);
        Assert.Equal([A.Proposal(2), A.Proposal(5)], InPlace);
    }

    [Fact]
    public void Replace_WhenWhatTookThePlaceIsReturned_GoesOnToTheNextAndKeepsThePlacesApart()
    {
        Decided();
        Replace(1);
        Return(3);
        Assert.Equal([A.Proposal(4)], Recommended);
        Return(4);
        Assert.Equal([new Waiting.NothingLeft(Walk, 1)], _story.Report.Waiting);

        _story.Do(new RecommendWithoutPoll(Walk), A.Coordinator);

        Assert.Equal([A.Proposal(5)], Recommended);
        Assert.Equal(A.Proposal(1), _story.Partnership.Recommendations[Walk].Replaces);
        Return(5);

        // The place stays empty, and the walk has its other measure.
        Assert.Empty(_story.Report.Waiting);
        Assert.Equal(new HasCandidates(Walk), _story.Refusal(new CloseWithoutMeasures(Walk, "Slut"), A.Coordinator));
        Replace(2);
        Assert.Empty(_story.Report.Waiting);
        Assert.Empty(InPlace);
    }

    [Fact]
    public void Replace_BothOneAfterTheOther_FollowsTheRank()
    {
        Decided();
        Replace(2);
        _story.Confirm(Walk);
        Replace(1);
        _story.Confirm(Walk);

        Assert.Equal([A.Proposal(3), A.Proposal(4)], InPlace);
        Assert.Equal(A.Proposal(2), _story.Partnership.Measures[A.Proposal(3)].Replaces);
        Assert.Equal(A.Proposal(1), _story.Partnership.Measures[A.Proposal(4)].Replaces);
    }

    [Fact]
    public void Replace_WhereOnlyOneWasChosen_FillsOnePlace()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.CloseAfter(poll, [1], [1], [1], [1], [], [], []);
        _story.Confirm(Walk);
        Assert.Equal([A.Proposal(1)], InPlace);

        Replace(1, byNewPoll: true);
        _story.CloseAfter(Latest.Id, [2], [2], [2], [3], [], [], []);

        Assert.Equal([A.Proposal(2)], Recommended);
        _story.Confirm(Walk);
        Assert.Equal([A.Proposal(2)], InPlace);
    }

    [Fact]
    public void Replace_LeavesTheOtherMeasureToGoOn()
    {
        Decided();
        Replace(1);

        _story.Do(new ChangeMeasureStatus(A.Proposal(2), MeasureStatus.Done, null, "Synad"), A.Streets);

        Assert.Equal(MeasureStatus.Done, _story.Partnership.Measures[A.Proposal(2)].Status);
        Assert.Equal(new MeasureEnded(A.Proposal(2), MeasureStatus.Done), _story.Refusal(Replacing(2), A.Coordinator));
        _story.Confirm(Walk);
        Assert.Equal([A.Proposal(2), A.Proposal(3)], InPlace);
    }

    [Fact]
    public void Replace_ByANewPoll_NeedsVotersOfBothParties()
    {
        Decided();
        _story.Do(A.Members[7] with { Duties = Duties.Coordinate }, A.Coordinator);
        _story.Do(A.Members[8] with { Duties = Duties.Confirm }, A.Coordinator);

        Assert.Equal(new PartyWithoutVoters(Party.Police), _story.Refusal(Replacing(1, byNewPoll: true), A.Coordinator));
    }

    // Ranks 1, 2, 3, 4, and both parties confirm 1 and 2; with equals 3 and 4 are. Nobody picks 5.
    private void Decided(bool equals = false)
    {
        int[][] ballots = equals
            ? [[1, 2], [1, 2], [1, 2], [1, 3], [4], [], []]
            : [[1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [4], []];
        _story.CloseAfter(_story.OpenPoll(_story.WalkWithCandidates(5)), ballots);
        _story.Confirm(Walk);
    }

    private ReplaceMeasure Replacing(int number, bool byNewPoll = false) =>
        new(A.Proposal(number), "Marken såldes", byNewPoll, A.Poll(_story.Partnership.Polls.Length + 1), _story.Now.AddDays(5));

    private void Replace(int number, bool byNewPoll = false) => _story.Do(Replacing(number, byNewPoll), A.Coordinator);

    private void Return(int number) =>
        _story.Do(new ReturnProposal(A.Proposal(number), "Inga pengar", A.Poll(_story.Partnership.Polls.Length + 1)), A.Chief);
}
