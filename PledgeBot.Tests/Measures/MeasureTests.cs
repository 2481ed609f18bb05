using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Proposals;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Measures;

public sealed class MeasureTests
{
    private readonly Story _story = A.Story();
    private readonly ProposalReference _reference;

    public MeasureTests() => _reference = _story.Decide();

    private Measure Measure => _story.Partnership.Measures[_reference];

    [Theory]
    [InlineData(MeasureStatus.Planned)]
    [InlineData(MeasureStatus.Ongoing)]
    public void ChangeStatus_ToAnOpenOne_KeepsNoNote(MeasureStatus to)
    {
        var changed = (MeasureStatusChanged)Assert.Single(
            _story.Do(new ChangeMeasureStatus(_reference, to, A.Today.AddDays(5), "Något"), A.RescueService));

        Assert.Equal(new MeasureStatusChanged(_reference, MeasureStatus.Chosen, to, A.Today, ""), changed);
        Assert.Equal(to, Measure.Status);
        Assert.Null(Measure.Closure);
    }

    [Fact]
    public void ChangeStatus_DoneWithoutADay_WasDoneToday()
    {
        Do(MeasureStatus.Done, " Synad på plats ");

        Assert.Equal(new MeasureClosure(A.Today, "Synad på plats"), Measure.Closure);
        Assert.False(Measure.IsOpen);
    }

    [Fact]
    public void ChangeStatus_DoneOnAnEarlierDay_KeepsThatDay()
    {
        _story.Do(new ChangeMeasureStatus(_reference, MeasureStatus.Done, new DateOnly(2020, 9, 1), new string('x', 300)), A.Streets);

        Assert.Equal(new DateOnly(2020, 9, 1), Measure.Closure!.Date);
    }

    [Fact]
    public void ChangeStatus_WillNotBeDone_KeepsThePublicReasonAndIsSettledToday()
    {
        _story.Do(new ChangeMeasureStatus(_reference, MeasureStatus.WillNotBeDone, new DateOnly(2020, 1, 1), "Marken är såld"), A.Streets);

        Assert.Equal(new MeasureClosure(A.Today, "Marken är såld"), Measure.Closure);
    }

    [Fact]
    public void ChangeStatus_TheSameAgain_ChangesNothing()
    {
        Do(MeasureStatus.Done, "Synad");

        Assert.Empty(_story.Do(new ChangeMeasureStatus(_reference, MeasureStatus.Done, null, ""), A.Streets));
        Assert.Equal("Synad", Measure.Closure!.Note);
    }

    [Theory]
    [InlineData(MeasureStatus.Done)]
    [InlineData(MeasureStatus.WillNotBeDone)]
    public void ChangeStatus_TakenUpAgainByACoordinator_IsOpenAgain(MeasureStatus ended)
    {
        Do(ended, "Skäl");

        _story.Do(new ChangeMeasureStatus(_reference, MeasureStatus.Ongoing, null, ""), A.Officer);

        Assert.True(Measure.IsOpen);
        Assert.Null(Measure.Closure);
    }

    [Fact]
    public void Replan_AnotherPlan_IsKeptTrimmed()
    {
        _story.Do(new ReplanMeasure(_reference, A.Plan(" Fritid ", A.Today)), A.Coordinator);

        Assert.Equal(A.Plan("Fritid", A.Today), Measure.Plan);
    }

    [Fact]
    public void Replan_TheSameAgain_ChangesNothingEvenWhenOverdue()
    {
        _story.Now = A.Noon.AddDays(100);

        Assert.Empty(_story.Do(new ReplanMeasure(_reference, A.Plan()), A.Coordinator));
    }

    [Fact]
    public void IsOverdue_OnItsDueDay_IsNotYet()
    {
        Assert.False(Measure.IsOverdueOn(Measure.Plan.Due));
        Assert.True(Measure.IsOverdueOn(Measure.Plan.Due.AddDays(1)));
    }

    [Theory]
    [InlineData(MeasureStatus.Done)]
    [InlineData(MeasureStatus.WillNotBeDone)]
    public void IsOverdue_WhenEnded_NeverIs(MeasureStatus ended)
    {
        Do(ended, "Skäl");

        Assert.False(Measure.IsOverdueOn(Measure.Plan.Due.AddDays(1)));
    }

    private void Do(MeasureStatus to, string note) => _story.Do(new ChangeMeasureStatus(_reference, to, null, note), A.Streets);
}
