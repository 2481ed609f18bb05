using PledgeBot.Domain.Promises;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Promises;

public sealed class PromiseTests
{
    private static readonly PromisePeriod NextTwoYears = new(new DateOnly(2021, 1, 1), new DateOnly(2022, 12, 31));

    private readonly Story _story = A.Story();

    [Fact]
    public void Give_ASecondPromise_GetsTheNextNumber()
    {
        _story.Do(A.GivePromise(NextTwoYears) with { Title = " Löften 2021–2022 " }, A.Coordinator);

        Promise promise = _story.Partnership.Promises[1];
        Assert.Equal(2, promise.Number);
        Assert.Equal("Löften 2021–2022", promise.Title);
        Assert.Equal(NextTwoYears, promise.Period);
    }

    [Fact]
    public void PromiseOn_TheDaysAroundABoundary_IsTheOneWhosePeriodHasTheDay()
    {
        _story.Do(A.GivePromise(NextTwoYears), A.Coordinator);

        Assert.Equal(1, _story.Partnership.PromiseOn(new DateOnly(2020, 12, 31))?.Number);
        Assert.Equal(2, _story.Partnership.PromiseOn(new DateOnly(2021, 1, 1))?.Number);
        Assert.Null(_story.Partnership.PromiseOn(new DateOnly(2023, 1, 1)));
        Assert.Equal(2, _story.Partnership.CurrentPromise(new DateOnly(2023, 1, 1))?.Number);
    }

    [Fact]
    public void PromiseOf_AWalkCarriedOutInAnotherPeriodThanPlanned_FollowsTheDayItWasCarriedOut()
    {
        _story.Do(A.GivePromise(NextTwoYears), A.Coordinator);
        var walk = _story.PlanWalk(new DateTime(2020, 12, 30, 18, 0, 0));
        Assert.Equal(1, _story.Partnership.PromiseOf(walk)?.Number);

        _story.Now = new DateTimeOffset(2021, 1, 15, 12, 0, 0, TimeSpan.Zero);
        _story.Do(A.CarryOutWalk(walk, new DateOnly(2021, 1, 14)), A.Streets);

        Assert.Equal(2, _story.Partnership.PromiseOf(walk)?.Number);
    }

    [Theory]
    [InlineData("2020-12-30", 1)]
    [InlineData("2020-12-31", 0)]
    [InlineData("2021-01-01", 0)]
    public void DaysLeftAfter_NearTheEnd_CountsDownToNone(string day, int expected) =>
        Assert.Equal(expected, A.Period.DaysLeftAfter(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Period_EndingBeforeItBegins_CannotBeMade() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PromisePeriod(A.Today, A.Today.AddDays(-1)));
}
