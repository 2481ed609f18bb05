using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Domain.Weekly;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Weekly;

public sealed class NewsTests
{
    private readonly Story _story = A.Story();

    private IEnumerable<NewsItem> News => _story.Partnership.Weekly.News;

    [Fact]
    public void News_SetUp_IsNoNews() => Assert.Empty(News);

    [Fact]
    public void News_TheWholeWay_StandsInOrder()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        _story.CloseAfter(_story.OpenPoll(walk), [1, 2], [1, 2], [1], [2], [], [], []);
        _story.Confirm(walk);
        _story.Do(new ChangeMeasureStatus(A.Proposal(1), MeasureStatus.Planned, null, ""), A.Streets);
        _story.Do(new ReplanMeasure(A.Proposal(2), A.Plan("Fritid")), A.Coordinator);

        DateTimeOffset later = A.Noon.AddDays(3);
        Assert.Equal(
            [
                new NewsItem.WalkPlanned(A.Noon, walk),
                new NewsItem.WalkCarriedOut(A.Noon, walk),
                new NewsItem.ProposalsRegistered(A.Noon, walk, 3),
                new NewsItem.PollOpened(A.Noon, walk),
                new NewsItem.RecommendationMade(later, walk),
                new NewsItem.Decided(later, walk),
                new NewsItem.MeasureMoved(later, A.Proposal(1), MeasureStatus.Chosen, MeasureStatus.Planned),
                new NewsItem.MeasureReplanned(later, A.Proposal(2)),
            ],
            News);
    }

    [Fact]
    public void News_PollWithATie_RecommendsNothing()
    {
        _story.CloseAfter(_story.OpenPoll(_story.WalkWithCandidates(3)), [1, 2], [2, 3], [], [], [], [], []);

        Assert.DoesNotContain(News, item => item is NewsItem.RecommendationMade);
    }

    [Fact]
    public void News_ProposalsOnTwoWalks_AreCountedApartAndStandWhereTheLastOneCame()
    {
        WalkNumber first = _story.PlanWalk();
        WalkNumber second = _story.PlanWalk();
        _story.Propose(first);
        _story.Propose(second);
        _story.Now = A.Noon.AddHours(1);
        _story.Propose(first);

        Assert.Equal(
            [new NewsItem.ProposalsRegistered(A.Noon, second, 1), new NewsItem.ProposalsRegistered(A.Noon.AddHours(1), first, 2)],
            News.OfType<NewsItem.ProposalsRegistered>());
    }

    [Fact]
    public void News_MeasureMovedTwice_GoesFromTheFirstStatusToTheLast()
    {
        ProposalReference reference = _story.Decide();
        Move(reference, MeasureStatus.Planned);
        Move(reference, MeasureStatus.Ongoing);

        Assert.Equal([new NewsItem.MeasureMoved(A.Noon, reference, MeasureStatus.Chosen, MeasureStatus.Ongoing)], News.OfType<NewsItem.MeasureMoved>());
    }

    [Fact]
    public void News_MeasureMovedBack_IsNoNews()
    {
        ProposalReference reference = _story.Decide();
        Move(reference, MeasureStatus.Planned);
        Move(reference, MeasureStatus.Chosen);

        Assert.DoesNotContain(News, item => item is NewsItem.MeasureMoved);
    }

    [Fact]
    public void News_MeasureReplannedTwice_IsToldOnce()
    {
        ProposalReference reference = _story.Decide();
        _story.Do(new ReplanMeasure(reference, A.Plan("Fritid")), A.Coordinator);
        _story.Do(new ReplanMeasure(reference, A.Plan("Skola")), A.Coordinator);

        Assert.Single(News.OfType<NewsItem.MeasureReplanned>());
    }

    [Fact]
    public void News_MoreThanFits_LosesTheOldest()
    {
        for (int i = 0; i <= WeeklyPosts.MostNews; i++)
        {
            _story.PlanWalk();
        }

        Assert.Equal(WeeklyPosts.MostNews, News.Count());
        Assert.Equal(new NewsItem.WalkPlanned(A.Noon, new WalkNumber(2)), News.First());
    }

    [Fact]
    public void Post_AWeek_ClearsTheNewsAndIsRemembered()
    {
        _story.PlanWalk();

        _story.Do(new PostWeeklyStatus(), by: null);

        Assert.Empty(News);
        Assert.Equal(new Week(2020, 37), _story.Partnership.Weekly.LastPosted);
    }

    [Fact]
    public void Post_TheSameWeekAgain_ChangesNothing()
    {
        _story.Do(new PostWeeklyStatus(), by: null);

        // Sunday the 13th, a minute before midnight in Sweden.
        _story.Now = new DateTimeOffset(2020, 9, 13, 21, 59, 0, TimeSpan.Zero);
        Assert.Empty(_story.Do(new PostWeeklyStatus(), by: null));

        _story.Now = _story.Now.AddMinutes(1);
        Assert.Equal(new WeeklyStatusPosted(new Week(2020, 38)), Assert.Single(_story.Do(new PostWeeklyStatus(), by: null)));
    }

    [Fact]
    public void News_AfterAPost_CountsFromThere()
    {
        ProposalReference reference = _story.Decide();
        Move(reference, MeasureStatus.Planned);
        _story.Do(new PostWeeklyStatus(), by: null);

        Move(reference, MeasureStatus.Ongoing);

        Assert.Equal([new NewsItem.MeasureMoved(A.Noon, reference, MeasureStatus.Planned, MeasureStatus.Ongoing)], News);
    }

    private void Move(ProposalReference reference, MeasureStatus to) => _story.Do(new ChangeMeasureStatus(reference, to, null, ""), A.Streets);
}
