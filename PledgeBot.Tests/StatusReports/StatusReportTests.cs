using System.Collections.Immutable;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.StatusReports;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.StatusReports;

public sealed class StatusReportTests
{
    private readonly Story _story = A.Story();

    [Fact]
    public void Of_DutyThatNobodyOfAPartyHas_Waits()
    {
        _story.Do(new UnlistMember(A.Chief), A.Coordinator);

        Assert.Equal([new Waiting.DutyOf(Party.Police, Duties.Confirm)], _story.Report.Waiting);
    }

    [Fact]
    public void Of_NothingHappenedYet_HasThePromiseAndItsDays()
    {
        StatusReport report = _story.Report;

        Assert.Equal(A.Today, report.Today);
        Assert.Equal(1, report.Promise?.Number);
        Assert.Equal(115, report.DaysLeft);
        Assert.Empty(report.Measures);
        Assert.Empty(report.Waiting);
    }

    [Fact]
    public void Of_NoPromise_HasNoDaysLeft()
    {
        var story = new Story(A.Noon);
        story.Do(A.FormPartnership(), by: null);

        Assert.Null(story.Report.Promise);
        Assert.Equal(0, story.Report.DaysLeft);
    }

    [Fact]
    public void Of_MeasuresOfEveryKind_CountsEachOnce()
    {
        ProposalReference done = _story.Decide();
        ProposalReference dropped = _story.Decide();
        _story.Decide(due: new DateOnly(2020, 9, 7));
        _story.Decide(due: new DateOnly(2020, 9, 8));
        ProposalReference replaced = _story.Decide();
        _story.Do(new ReplaceMeasure(replaced, "Marken såldes", ByNewPoll: false, A.Poll(99), A.Noon.AddDays(9)), A.Coordinator);
        _story.Do(new ChangeMeasureStatus(done, MeasureStatus.Done, null, "Synad"), A.Streets);
        _story.Do(new ChangeMeasureStatus(dropped, MeasureStatus.WillNotBeDone, null, "För dyrt"), A.Streets);
        _story.Now = A.Noon.AddDays(1);

        StatusReport report = _story.Report;

        Assert.Equal((1, 1, 1, 1, 1), (report.Done, report.WillNotBeDone, report.Overdue, report.OnTrack, report.Replaced));
        Assert.Equal(5, report.Measures.Length);
    }

    [Fact]
    public void Of_TheNextPromise_LeavesTheEarlierOnesMeasuresOutButTellsWhatIsOverdue()
    {
        ProposalReference reference = _story.Decide();
        _story.Do(A.GivePromise(new PromisePeriod(new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31))), A.Coordinator);
        _story.Now = new DateTimeOffset(2021, 1, 2, 12, 0, 0, TimeSpan.Zero);

        StatusReport report = _story.Report;

        Assert.Equal(2, report.Promise?.Number);
        Assert.Empty(report.Measures);
        Assert.Equal([new Waiting.OverdueMeasure(reference, "Måla tunneln vit", "Gata/park", new DateOnly(2020, 11, 30))], report.Waiting);
    }

    [Fact]
    public void Waiting_MeasureOnItsDueDay_IsNotOverdue()
    {
        ProposalReference reference = _story.Decide(due: A.Today);
        Assert.Empty(_story.Report.Waiting);

        // Midnight in Sweden, two hours before it is midnight in UTC.
        _story.Now = new DateTimeOffset(2020, 9, 7, 22, 0, 0, TimeSpan.Zero);
        Assert.Equal([new Waiting.OverdueMeasure(reference, "Måla tunneln vit", "Gata/park", A.Today)], _story.Report.Waiting);
    }

    [Fact]
    public void Waiting_WalkAfterItsDay_WaitsForItsLeader()
    {
        WalkNumber walk = _story.PlanWalk(new DateTime(2020, 9, 7, 18, 0, 0));
        Assert.Empty(_story.Report.Waiting);

        _story.Now = A.Noon.AddDays(1);
        Assert.Equal([new Waiting.WalkReport(walk, A.Today)], _story.Report.Waiting);

        _story.Do(A.CarryOutWalk(walk), A.Streets);
        Assert.Empty(_story.Report.Waiting);
    }

    [Fact]
    public void Waiting_Proposals_WaitForAssessmentThenForTheChoice()
    {
        WalkNumber walk = _story.CarryOutWalk();
        ProposalReference first = _story.Propose(walk);
        ProposalReference second = _story.Propose(walk);
        Assert.Equal([new Waiting.TriageOf(walk, 2)], _story.Report.Waiting);

        _story.Triage(first);
        Assert.Equal([new Waiting.TriageOf(walk, 1)], _story.Report.Waiting);

        _story.Triage(second, A.Assessment(TriageClass.FaultReport));
        Assert.Equal([new Waiting.Choice(walk, 1)], _story.Report.Waiting);
    }

    [Fact]
    public void Waiting_NoCandidates_WaitsToBeClosedWithoutMeasures()
    {
        WalkNumber walk = _story.CarryOutWalk();
        Assert.Empty(_story.Report.Waiting);

        _story.Triage(_story.Propose(walk), A.Assessment(TriageClass.FaultReport));
        Assert.Equal([new Waiting.NothingLeft(walk, 0)], _story.Report.Waiting);

        _story.Do(new CloseWithoutMeasures(walk, "Allt var felanmälningar"), A.Coordinator);
        Assert.Empty(_story.Report.Waiting);
    }

    [Fact]
    public void Waiting_EverythingReturned_WaitsForWhatIsLeft()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        _story.CloseAfter(_story.OpenPoll(walk), [1], [1], [1], [1], [], [], []);
        _story.Do(new ReturnProposal(A.Proposal(1), "Inga pengar", A.Poll(99)), A.Chief);
        Assert.Equal([new Waiting.NothingLeft(walk, 2)], _story.Report.Waiting);

        _story.Do(new RecommendWithoutPoll(walk), A.Coordinator);
        Assert.Equal(
            [new Waiting.PartyConfirmation(walk, Party.Municipality), new Waiting.PartyConfirmation(walk, Party.Police)],
            _story.Report.Waiting);

        _story.Do(new ReturnProposal(A.Proposal(2), "Inga pengar", A.Poll(99)), A.Chief);
        _story.Do(new ReturnProposal(A.Proposal(3), "Inga pengar", A.Poll(99)), A.Chief);
        Assert.Equal([new Waiting.NothingLeft(walk, 0)], _story.Report.Waiting);

        _story.Do(new CloseWithoutMeasures(walk, "Det finns inga pengar i år"), A.Coordinator);
        Assert.Empty(_story.Report.Waiting);
    }

    [Fact]
    public void Waiting_OnlyConfirmerOfAPartyHasAConflict_WaitsForAnotherToGetTheDuty()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        PollId poll = _story.OpenPoll(walk);
        _story.Do(new DeclareConflict(poll, A.Chief), A.Chief);
        _story.CloseAfter(poll, [1, 2], [1, 2], [1], [2], [], [1]);

        Assert.Equal(
            [
                new Waiting.PartyConfirmation(walk, Party.Municipality),
                new Waiting.PartyConfirmation(walk, Party.Police),
                new Waiting.DutyOf(Party.Police, Duties.Confirm),
            ],
            _story.Report.Waiting);

        _story.Do(A.Members[7] with { Duties = Duties.Coordinate | Duties.Vote | Duties.Confirm }, A.Coordinator);
        Assert.DoesNotContain(_story.Report.Waiting, waiting => waiting is Waiting.DutyOf);
    }

    [Fact]
    public void Waiting_MeasureReplacedWithNobodyLeft_IsForNobody()
    {
        ProposalReference only = _story.Decide();

        _story.Do(new ReplaceMeasure(only, "Marken såldes", ByNewPoll: false, A.Poll(99), A.Noon.AddDays(9)), A.Coordinator);

        Assert.Empty(_story.Report.Waiting);
    }

    [Fact]
    public void Waiting_OpenPoll_TellsTheTurnoutPerParty()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.Vote(poll, A.Streets, 1, 2);
        _story.Vote(poll, A.Chief);

        var votes = Assert.IsType<Waiting.Votes>(Assert.Single(_story.Report.Waiting));

        Assert.Equal(A.Noon.AddDays(3), votes.ClosesAt);
        Assert.Equal([new Turnout(Party.Municipality, 1, 5), new Turnout(Party.Police, 1, 2)], votes.Turnouts);
    }

    [Fact]
    public void Waiting_PollAtItsClosingTime_IsClosingWhetherOrNotItHasBeenRecorded()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        PollId poll = _story.OpenPoll(walk);
        _story.Now = A.Noon.AddDays(3);

        // Its ballots are not asked for, since it is no longer open.
        var report = StatusReport.Of(_story.Partnership, ImmutableDictionary<PollId, BallotBox>.Empty, _story.Now);

        Assert.Equal([new Waiting.PollClosing(poll, walk)], report.Waiting);
    }

    [Fact]
    public void Of_AnOpenPollWithoutItsBallots_IsABug()
    {
        _story.OpenPoll(_story.WalkWithCandidates(3));

        Assert.Throws<KeyNotFoundException>(
            () => StatusReport.Of(_story.Partnership, ImmutableDictionary<PollId, BallotBox>.Empty, _story.Now));
    }

    [Fact]
    public void Waiting_ClearResult_WaitsForEachPartyInTurn()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        _story.CloseAfter(_story.OpenPoll(walk), [1, 2], [1, 2], [1], [2], [], [], []);
        Assert.Equal([new Waiting.PartyConfirmation(walk, Party.Municipality), new Waiting.PartyConfirmation(walk, Party.Police)], _story.Report.Waiting);

        _story.Do(new ConfirmRecommendation(walk), A.SafetyManager);
        Assert.Equal([new Waiting.PartyConfirmation(walk, Party.Police)], _story.Report.Waiting);

        _story.Do(new ConfirmRecommendation(walk), A.Chief);
        Assert.Empty(_story.Report.Waiting);
    }

    [Fact]
    public void Waiting_Tie_WaitsForTheRunOffThenToBeSettled()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        PollId first = _story.OpenPoll(walk);
        _story.CloseAfter(first, [1, 2], [2, 3], [], [], [], [], []);

        PollId second = _story.RunOffOf(first);
        Assert.IsType<Waiting.Votes>(Assert.Single(_story.Report.Waiting));

        _story.Close(second);
        Assert.Equal([new Waiting.Settlement(second, walk, PollOutcome.NotQuorate, LastResort.Agreement)], _story.Report.Waiting);
    }

    [Theory]
    [InlineData(PollOutcome.NotQuorate)]
    [InlineData(PollOutcome.NoVotes)]
    public void Waiting_PollThatSettledNothing_WaitsToBeSettled(PollOutcome outcome)
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        _story.CloseAfter(_story.OpenPoll(walk), outcome == PollOutcome.NoVotes ? [[], [], [], [], [], [], []] : [[1]]);

        Assert.Equal([new Waiting.Settlement(_story.Partnership.LatestPollOf(walk)!.Id, walk, outcome, LastResort.Agreement)], _story.Report.Waiting);
    }

    [Fact]
    public void Waiting_EverythingAtOnce_StandsTheMostPressingFirst()
    {
        _story.PlanWalk();                                                               // V1, its day has passed
        _story.Propose(_story.CarryOutWalk());                                           // V2
        _story.WalkWithCandidates(1);                                                    // V3
        _story.CloseAfter(_story.OpenPoll(_story.WalkWithCandidates(3)), [1]);           // V4
        _story.CloseAfter(_story.OpenPoll(_story.WalkWithCandidates(3)), [1, 2], [2, 3], [], [], [], [], []); // V5
        _story.OpenPoll(_story.WalkWithCandidates(3), closesAt: _story.Now.AddHours(1)); // V6
        _story.OpenPoll(_story.WalkWithCandidates(3), closesAt: _story.Now.AddDays(9));  // V7
        _story.OpenPoll(_story.WalkWithCandidates(3), closesAt: _story.Now.AddDays(8));  // V8
        _story.Do(new RecommendWithoutPoll(_story.WalkWithCandidates(1)), A.Coordinator); // V9
        _story.Decide(due: new DateOnly(2020, 9, 14));                                   // V10
        _story.Decide(due: new DateOnly(2020, 9, 13));                                   // V11
        _story.Now = _story.Now.AddDays(2);

        Assert.Equal(
            [
                "OverdueMeasure V11",
                "OverdueMeasure V10",
                "PartyConfirmation V9",
                "PartyConfirmation V9",
                "Votes V8",
                "Votes V7",
                "PollClosing V5",
                "PollClosing V6",
                "Settlement V4",
                "Choice V3",
                "TriageOf V2",
                "WalkReport V1",
            ],
            _story.Report.Waiting.Select(waiting => $"{waiting.GetType().Name} {WalkOf(waiting)}"),
            StringComparer.Ordinal);
    }

    private static WalkNumber WalkOf(Waiting waiting) => waiting switch
    {
        Waiting.OverdueMeasure measure => measure.Reference.Walk,
        Waiting.PartyConfirmation confirmation => confirmation.Walk,
        Waiting.Votes votes => votes.Walk,
        Waiting.PollClosing closing => closing.Walk,
        Waiting.Settlement unsettled => unsettled.Walk,
        Waiting.NothingLeft nothing => nothing.Walk,
        Waiting.Choice choice => choice.Walk,
        Waiting.TriageOf triage => triage.Walk,
        Waiting.WalkReport report => report.Walk,
        _ => default,
    };
}
