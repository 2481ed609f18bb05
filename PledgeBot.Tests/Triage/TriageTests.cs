using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Triage;

public sealed class TriageTests
{
    private readonly Story _story = A.Story();
    private readonly ProposalReference _reference;

    public TriageTests() => _reference = _story.Propose(_story.PlanWalk());

    private Proposal Proposal => _story.Partnership.Proposals[_reference];

    [Fact]
    public void Triage_ACandidate_KeepsThePlanTrimmed()
    {
        _story.Triage(_reference, new Assessment(TriageClass.Candidate, A.Plan(" Gata/park "), " Snabbt gjort "));

        Assert.True(Proposal.IsCandidate);
        Assert.Equal(new Assessment(TriageClass.Candidate, A.Plan("Gata/park"), "Snabbt gjort"), Proposal.Assessment);
    }

    [Theory]
    [InlineData(TriageClass.FaultReport)]
    [InlineData(TriageClass.NeedsBudget)]
    [InlineData(TriageClass.AlreadyPlanned)]
    public void Triage_AnotherClass_NeedsNoNoteAndCarriesNoPlan(TriageClass to)
    {
        _story.Triage(_reference, new Assessment(to, A.Plan(), ""));

        Assert.False(Proposal.IsCandidate);
        Assert.Equal(new Assessment(to, null, ""), Proposal.Assessment);
    }

    [Fact]
    public void Triage_SomeoneElses_KeepsWhose()
    {
        _story.Triage(_reference, A.Assessment(TriageClass.SomeoneElses, "Skånetrafiken"));

        Assert.Equal("Skånetrafiken", Proposal.Assessment!.Note);
    }

    [Fact]
    public void Triage_NoteAtItsLongest_IsAllowed() =>
        _story.Triage(_reference, A.Assessment(TriageClass.FaultReport, new string('x', 200)));

    [Theory]
    [InlineData("2020-09-07")]
    [InlineData("2020-12-31")]
    public void Triage_DueTodayOrOnTheLastDay_IsAllowed(string due)
    {
        var day = DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture);

        _story.Triage(_reference, A.Candidate(A.Plan(due: day)));

        Assert.Equal(day, Proposal.Assessment!.Plan!.Due);
    }

    [Fact]
    public void Triage_Again_TheLastAssessmentCounts()
    {
        _story.Triage(_reference);

        _story.Triage(_reference, A.Assessment(TriageClass.AlreadyPlanned));

        Assert.Equal(TriageClass.AlreadyPlanned, Proposal.Assessment!.Class);
    }

    [Fact]
    public void Triage_TheSameAgain_ChangesNothing()
    {
        _story.Triage(_reference);

        Assert.Empty(_story.Do(new TriageProposal(_reference, A.Candidate()), A.Officer));
    }

    [Fact]
    public void Triage_BeforeThePeriodBegins_CannotBeDueBeforeIt()
    {
        var nextYear = new Domain.Promises.PromisePeriod(new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31));
        _story.Do(A.GivePromise(nextYear), A.Coordinator);
        ProposalReference reference = _story.Propose(_story.PlanWalk(new DateTime(2021, 4, 1, 18, 0, 0)));

        var due = new DateOnly(2020, 12, 31);
        Assert.Equal(
            new DueOutsidePeriod(due, nextYear.First, nextYear.Last),
            _story.Refusal(new TriageProposal(reference, A.Candidate(A.Plan(due: due))), A.Coordinator));
    }
}
