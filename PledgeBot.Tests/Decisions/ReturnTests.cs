using System.Collections.Immutable;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.StatusReports;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Decisions;

/// <summary>What becomes of a recommendation when something goes out of it, or out of what was next.</summary>
public sealed class ReturnTests
{
    private static readonly WalkNumber Walk = new(1);
    private readonly Story _story = A.Story();

    private ImmutableArray<ProposalReference> Recommended => _story.Partnership.Recommendations[Walk].Proposals;

    private Poll Latest => _story.Partnership.LatestPollOf(Walk)!;

    [Fact]
    public void Return_RecordedByACoordinator_SaysWhoReturnedItAndHow()
    {
        Ranked();
        var told = new Told(A.Chief, new DateOnly(2020, 9, 10), Manner.ByPhone);

        _story.Do(new ReturnProposal(A.Proposal(1), "Inga pengar", A.Poll(9), told), A.Coordinator);

        ReturnedProposal returned = Assert.Single(_story.Partnership.Recommendations[Walk].Returned);
        Assert.Equal((Party.Police, A.Chief, "Lokalpolisområdeschef"), (returned.Party, returned.By, returned.Title));
        Assert.Equal(new RecordedConfirmation(A.Chief, new DateOnly(2020, 9, 10), Manner.ByPhone, "Trygghetssamordnare"), returned.Recorded);
        Assert.Equal([A.Proposal(2), A.Proposal(3)], Recommended);
    }

    [Fact]
    public void Return_OfBoth_RecommendsTheNextTwo()
    {
        Ranked();
        Return(1);
        Return(2);

        Assert.Equal([A.Proposal(3), A.Proposal(4)], Recommended);
        Assert.Single(_story.Partnership.Polls);
    }

    [Fact]
    public void Return_ComesBackNever()
    {
        Ranked();
        Return(1);
        Assert.Equal(new NotRecommended(A.Proposal(1)), _story.Refusal(new ReturnProposal(A.Proposal(1), "Igen", A.Poll(9)), A.Chief));
        Return(2);
        Return(3);

        Assert.Equal([A.Proposal(4)], Recommended);
        Return(4);
        Assert.Equal(new NothingToConfirm(Walk), _story.Refusal(new ConfirmRecommendation(Walk), A.Chief));
        Assert.Equal([new Waiting.NothingLeft(Walk, 1)], _story.Report.Waiting);
        Assert.Equal([A.Proposal(5)], _story.Partnership.CandidatesOf(Walk));
    }

    [Fact]
    public void Return_WithNobodyNext_LeavesTheRestToBeConfirmedAnew()
    {
        _story.Do(new RecommendWithoutPoll(_story.WalkWithCandidates(2)), A.Coordinator);
        _story.Do(new ConfirmRecommendation(Walk), A.SafetyManager);

        Return(2);

        Assert.Equal([A.Proposal(1)], Recommended);
        Assert.Empty(_story.Partnership.Recommendations[Walk].Confirmations);
        _story.Do(new ConfirmRecommendation(Walk), A.Chief);
        Assert.Empty(_story.Partnership.Measures);
    }

    [Fact]
    public void Return_WithTwoEqualNext_OpensARunOffThatDecides()
    {
        Ranked(equals: true);
        Return(2);

        Assert.Equal([A.Proposal(3), A.Proposal(4)], Latest.Options);
        Assert.Equal(1, Latest.Rules.Picks);
        Assert.Equal([A.Proposal(1)], Recommended);
        Assert.Equal(new NotSettledYet(Walk), _story.Refusal(new ConfirmRecommendation(Walk), A.Chief));

        _story.CloseAfter(Latest.Id, [4], [4], [4], [3], [], [], []);
        Assert.Equal([A.Proposal(1), A.Proposal(4)], Recommended);
    }

    [Fact]
    public void Return_WhileARunOffIsOpen_BreaksItOffWhenThereArePlacesForBoth()
    {
        Ranked(equals: true);
        Return(2);
        PollId runOff = Latest.Id;

        Return(1);

        Assert.Equal(A.Proposal(1), _story.Partnership.FindPoll(runOff)!.Withdrawn);
        Assert.Equal([A.Proposal(3), A.Proposal(4)], Recommended);
    }

    [Fact]
    public void Return_WhileARunOffAmongThreeIsOpen_BeginsItAgainForBothPlaces()
    {
        PollId first = _story.OpenPoll(_story.WalkWithCandidates(5));
        _story.CloseAfter(first, [1, 2], [1, 2], [1, 2], [3, 4], [5], [], []);
        Return(2);
        PollId runOff = Latest.Id;
        _story.Vote(runOff, A.Streets, 3);

        _story.Do(new ReturnProposal(A.Proposal(1), "Inga pengar", A.Poll(3)), A.Chief);

        Assert.NotNull(_story.Partnership.FindPoll(runOff)!.Withdrawn);
        Assert.Equal((A.Poll(3), 2), (Latest.Id, Latest.Rules.Picks));
        Assert.Equal([A.Proposal(3), A.Proposal(4), A.Proposal(5)], Latest.Options);
        Assert.Equal(first, Latest.RunOffOf);
    }

    [Fact]
    public void Return_WhenARunOffsTimeHasPassed_WaitsForItsCount()
    {
        Ranked(equals: true);
        Return(2);
        _story.Now = Latest.ClosesAt;

        Assert.Equal(new NotSettledYet(Walk), _story.Refusal(new ReturnProposal(A.Proposal(1), "Inga pengar", A.Poll(9)), A.Chief));
    }

    [Fact]
    public void Return_OfWhatARunOffChose_GivesThePlaceToItsNext()
    {
        Ranked(equals: true);
        Return(2);
        _story.CloseAfter(Latest.Id, [4], [4], [4], [3], [], [], []);

        Return(4);

        Assert.Equal([A.Proposal(1), A.Proposal(3)], Recommended);
    }

    [Fact]
    public void Return_OfWhatWasSettledOn_GivesTheRestARunOffOfTheirOwn()
    {
        PollId first = _story.OpenPoll(_story.WalkWithCandidates(4));
        _story.CloseAfter(first, [1, 2], [1, 3], [1, 4], [], [], [], []);
        PollId runOff = _story.RunOffOf(first);
        _story.CloseAfter(runOff, [2], [3], [4], [], [], [], []);
        Settle(runOff, 3);
        Assert.Equal([A.Proposal(1), A.Proposal(3)], Recommended);

        Return(3);

        Assert.Equal(runOff, Latest.RunOffOf);
        Assert.Equal([A.Proposal(2), A.Proposal(4)], Latest.Options);
        Assert.Null(_story.Partnership.UnsettledOf(Walk));
        Assert.Equal([A.Proposal(3)], _story.Partnership.FindPoll(runOff)!.Settlement!.Chosen);
    }

    [Fact]
    public void Return_WhenEqualsFurtherDownBecomeNext_GivesThemARunOffThoughTheyStoodInOne()
    {
        PollId first = _story.OpenPoll(_story.WalkWithCandidates(4));
        _story.CloseAfter(first, [1, 2], [1, 3], [1, 4], [], [], [], []);
        PollId runOff = _story.RunOffOf(first);
        _story.CloseAfter(runOff, [2], [2], [3], [4], [], [], []);
        Assert.Equal([A.Proposal(1), A.Proposal(2)], Recommended);

        Return(2);

        Assert.Equal([A.Proposal(3), A.Proposal(4)], Latest.Options);
        Assert.False(Latest.HasEnded);
    }

    [Fact]
    public void Settlement_AfterAPollWithoutQuorum_MayChooseOne()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(4));
        _story.CloseAfter(poll, [1]);
        Settle(poll, 4);

        Assert.Equal([A.Proposal(4)], Recommended);
        Return(4);
        Assert.Equal([new Waiting.NothingLeft(Walk, 3)], _story.Report.Waiting);
        Assert.Equal(A.Poll(2), _story.OpenPoll(Walk));
        Assert.Equal([A.Proposal(1), A.Proposal(2), A.Proposal(3)], Latest.Options);
    }

    [Fact]
    public void Settlement_AfterARunOffWithoutQuorum_FillsEveryPlace()
    {
        PollId first = _story.OpenPoll(_story.WalkWithCandidates(4));
        _story.CloseAfter(first, [1, 2], [2, 3], [1, 3], [], [], [], []);
        PollId runOff = _story.RunOffOf(first);
        _story.CloseAfter(runOff, [1, 2]);

        var tooFew = Assert.IsType<WrongSettlement>(_story.Refusal(new ProposeSettlement(runOff, [A.Proposal(1)]), A.Chief));
        Assert.Equal((2, 2), (tooFew.Fewest, tooFew.Most));
        _story.Do(new ProposeSettlement(runOff, [A.Proposal(3), A.Proposal(1)]), A.Chief);
        _story.Do(new ProposeSettlement(runOff, [A.Proposal(1), A.Proposal(3)], new Told(A.SafetyManager, A.Today, Manner.AtMeeting)), A.Coordinator);
        Assert.Equal([A.Proposal(1), A.Proposal(3)], Recommended);
    }

    [Fact]
    public void Settlement_TheSameAgainByTheSameParty_ChangesNothing()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(4));
        _story.CloseAfter(poll, [1]);
        _story.Do(new ProposeSettlement(poll, [A.Proposal(1)]), A.Chief);

        Assert.Empty(_story.Do(new ProposeSettlement(poll, [A.Proposal(1)]), A.Chief));
        Assert.Empty(_story.Partnership.Recommendations);
    }

    [Fact]
    public void Withdraw_WhatStandsAboveATie_BreaksTheRunOffOffAndRecommendsBoth()
    {
        PollId first = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.CloseAfter(first, [1, 2], [1, 3], [1], [], [], [], []);
        PollId runOff = _story.RunOffOf(first);

        Withdraw(1);

        Assert.Equal(A.Proposal(1), _story.Partnership.FindPoll(runOff)!.Withdrawn);
        Assert.Equal([A.Proposal(2), A.Proposal(3)], Recommended);
    }

    [Fact]
    public void Withdraw_OneOfTwoInARunOff_GivesTheOtherThePlace()
    {
        PollId first = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.CloseAfter(first, [1, 2], [1, 3], [1], [], [], [], []);

        Withdraw(3);

        Assert.Equal([A.Proposal(1), A.Proposal(2)], Recommended);
    }

    [Fact]
    public void Withdraw_WhatARunOffIsNotAbout_LeavesItOpen()
    {
        PollId first = _story.OpenPoll(_story.WalkWithCandidates(4));
        _story.CloseAfter(first, [1, 2], [1, 3], [1], [], [], [], []);
        PollId runOff = _story.RunOffOf(first);

        Withdraw(4);

        Assert.False(_story.Partnership.FindPoll(runOff)!.HasEnded);
    }

    [Fact]
    public void Withdraw_OneOfTwoThatWaitToBeSettled_GivesTheOtherThePlace()
    {
        PollId first = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.CloseAfter(first, [1, 2], [1, 3], [1], [], [], [], []);
        _story.Close(_story.RunOffOf(first));
        Assert.NotNull(_story.Partnership.UnsettledOf(Walk));

        Withdraw(2);

        Assert.Null(_story.Partnership.UnsettledOf(Walk));
        Assert.Equal([A.Proposal(1), A.Proposal(3)], Recommended);
    }

    [Fact]
    public void Withdraw_OneOfThreeWhileTheyAreVotedOn_RecommendsTheRestWithoutAPoll()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));

        Withdraw(2);

        Assert.Equal(A.Proposal(2), _story.Partnership.FindPoll(poll)!.Withdrawn);
        Assert.Equal([A.Proposal(1), A.Proposal(3)], Recommended);
        Assert.Null(_story.Partnership.Recommendations[Walk].Poll);
        Assert.Null(_story.Partnership.UnsettledOf(Walk));
        _story.Confirm(Walk);
        Assert.Equal(2, _story.Partnership.Measures.Count);
    }

    [Fact]
    public void Withdraw_AfterAPollWithoutQuorum_LetsTheRestBeRecommendedAndConfirmed()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.CloseAfter(poll, [1]);
        Withdraw(3);
        _story.Do(new RecommendWithoutPoll(Walk), A.Coordinator);

        Assert.Null(_story.Partnership.UnsettledOf(Walk));
        _story.Confirm(Walk);
        Assert.Equal(2, _story.Partnership.Measures.Count);
    }

    [Fact]
    public void Withdraw_AfterAPollThatWasBrokenOffFollowedOneWithoutQuorum_LeavesNothingToSettle()
    {
        _story.CloseAfter(_story.OpenPoll(_story.WalkWithCandidates(3)), [1]);
        _story.OpenPoll(Walk);

        Withdraw(1);

        Assert.Null(_story.Partnership.UnsettledOf(Walk));
        Assert.Equal([A.Proposal(2), A.Proposal(3)], Recommended);
        _story.Confirm(Walk);
    }

    [Fact]
    public void Withdraw_WhatIsNextInRank_LeavesTheRecommendationAndPassesItOver()
    {
        Ranked();
        _story.Do(new ConfirmRecommendation(Walk), A.Chief);

        Withdraw(3);
        Assert.Single(_story.Partnership.Recommendations[Walk].Confirmations);

        Return(1);
        Assert.Equal([A.Proposal(2), A.Proposal(4)], Recommended);
    }

    [Fact]
    public void Withdraw_WhenThePollsTimeHasPassed_WaitsForItsCount()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(4));
        _story.Now = _story.Partnership.FindPoll(poll)!.ClosesAt;

        Assert.Equal(new NotSettledYet(Walk), _story.Refusal(new WithdrawProposal(A.Proposal(1), "Byggs om", A.Poll(9)), A.Coordinator));
    }

    [Fact]
    public void Withdraw_TheSameAgain_ChangesNothing()
    {
        _story.OpenPoll(_story.WalkWithCandidates(4));
        Withdraw(1);

        Assert.Empty(_story.Do(new WithdrawProposal(A.Proposal(1), "Byggs om", A.Poll(9)), A.Coordinator));
    }

    [Fact]
    public void Withdraw_OnAFridayFromAPollOfADay_BeginsAgainUntilMonday()
    {
        _story.Now = new DateTimeOffset(2020, 9, 11, 8, 0, 0, TimeSpan.Zero);
        _story.OpenPoll(_story.WalkWithCandidates(4), closesAt: new DateTimeOffset(2020, 9, 11, 13, 0, 0, TimeSpan.Zero));

        Withdraw(1);

        Assert.Equal(new DateTimeOffset(2020, 9, 14, 13, 0, 0, TimeSpan.Zero), Latest.ClosesAt);
    }

    [Fact]
    public void Dissent_IsKeptOnceForEachMemberAndStaysWhenSomethingIsReturned()
    {
        Ranked();
        _story.Do(new GiveDissent(Walk, "Hellre nummer 3"), A.Streets);
        Assert.Empty(_story.Do(new GiveDissent(Walk, " Hellre nummer 3 "), A.Streets));
        _story.Do(new GiveDissent(Walk, "Hellre nummer 4"), A.Streets);
        Return(2);

        Assert.Equal("Hellre nummer 4", Assert.Single(_story.Partnership.Recommendations[Walk].Dissents).Text);
    }

    [Fact]
    public void RecordConfirmation_OfADayBeforeAReturn_IsOfWhatNoLongerStands()
    {
        Ranked();
        var before = DateOnly.FromDateTime(_story.Now.DateTime);
        _story.Now = _story.Now.AddDays(2);
        Return(1);

        Assert.Equal(
            new ConfirmedTooEarly(before, before.AddDays(2)),
            _story.Refusal(new RecordConfirmation(Walk, A.Chief, before, Manner.ByPhone), A.Coordinator));
    }

    // Ranks 1, 2, 3, 4; with equals 3 and 4 are. Nobody picks 5.
    private void Ranked(bool equals = false)
    {
        int[][] ballots = equals
            ? [[1, 2], [1, 2], [1, 2], [1, 3], [4], [], []]
            : [[1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [4], []];
        _story.CloseAfter(_story.OpenPoll(_story.WalkWithCandidates(5)), ballots);
        Assert.Equal([A.Proposal(1), A.Proposal(2)], Recommended);
    }

    private void Return(int number) =>
        _story.Do(new ReturnProposal(A.Proposal(number), "Inga pengar", A.Poll(_story.Partnership.Polls.Length + 1)), A.Chief);

    private void Withdraw(int number) =>
        _story.Do(new WithdrawProposal(A.Proposal(number), "Byggs om", A.Poll(_story.Partnership.Polls.Length + 1)), A.Coordinator);

    private void Settle(PollId poll, int number)
    {
        _story.Do(new ProposeSettlement(poll, [A.Proposal(number)]), A.Chief);
        _story.Do(new ProposeSettlement(poll, [A.Proposal(number)]), A.SafetyManager);
    }
}
