using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Domain.Weekly;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Weekly;

public sealed class WeeklyStatusTests
{
    private readonly Story _story = A.Story();

    [Fact]
    public void Of_NothingNewAndNothingWaiting_IsQuiet()
    {
        WeeklyStatus status = _story.Week;

        Assert.Equal(new Week(2020, 37), status.Week);
        Assert.True(status.IsQuiet);
        Assert.Empty(status.Ahead);
    }

    [Fact]
    public void IsQuiet_SomethingNew_IsNot()
    {
        _story.PlanWalk(new DateTime(2020, 12, 1, 18, 0, 0));

        Assert.False(_story.Week.IsQuiet);
    }

    [Fact]
    public void IsQuiet_SomethingWaits_IsNot()
    {
        _story.PlanWalk();
        _story.Do(new PostWeeklyStatus(), by: null);

        Assert.Empty(_story.Week.News);
        Assert.False(_story.Week.IsQuiet);
    }

    [Fact]
    public void Ahead_FromTodayToTheTwentyFirstDay_HasWhatComesSoonestFirst()
    {
        ProposalReference last = _story.Decide(due: A.Today.AddDays(20));
        _story.Decide(due: A.Today.AddDays(21));
        WalkNumber today = _story.PlanWalk(new DateTime(2020, 9, 7, 18, 0, 0));
        _story.PlanWalk(new DateTime(2020, 9, 6, 18, 0, 0));
        _story.PlanWalk(new DateTime(2020, 9, 28, 0, 0, 0));
        WalkNumber polled = _story.WalkWithCandidates(3);
        _story.OpenPoll(polled, closesAt: A.Noon.AddDays(3));

        Assert.Equal(
            [
                new AheadItem.WalkComes(A.Today, today, "Tomelilla"),
                new AheadItem.PollCloses(A.Today.AddDays(3), polled),
                new AheadItem.MeasureIsDue(A.Today.AddDays(20), last, "Måla tunneln vit"),
            ],
            _story.Week.Ahead);
    }

    [Fact]
    public void Ahead_MeasureThatEnded_IsNotDue()
    {
        ProposalReference reference = _story.Decide(due: A.Today.AddDays(2));
        _story.Do(new ChangeMeasureStatus(reference, MeasureStatus.Done, null, "Synad"), A.Streets);

        Assert.Empty(_story.Week.Ahead);
    }

    [Fact]
    public void Ahead_PollPastItsTime_ClosesNoMore()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        Assert.Single(_story.Week.Ahead);

        _story.Now = _story.Partnership.FindPoll(poll)!.ClosesAt;

        Assert.Empty(_story.Week.Ahead);
    }

    [Fact]
    public void Ahead_PollClosingAfterMidnightInSweden_ClosesOnTheSwedishDay()
    {
        _story.OpenPoll(_story.WalkWithCandidates(3), closesAt: new DateTimeOffset(2020, 9, 9, 22, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2020, 9, 10), Assert.Single(_story.Week.Ahead).Day);
    }

    [Fact]
    public void Ahead_NearTheEndOfThePeriod_TellsIt()
    {
        _story.Now = new DateTimeOffset(2020, 12, 11, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal([new AheadItem.PeriodEnds(A.Period.Last)], _story.Week.Ahead);

        _story.Now = _story.Now.AddDays(-1);
        Assert.Empty(_story.Week.Ahead);
    }
}
