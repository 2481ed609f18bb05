using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Polls;
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
    public void News_PollExtendedTwice_IsToldOnceWithTheLastClosing()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.Do(new ExtendPoll(poll, A.Noon.AddDays(4), "Sportlov"), A.Coordinator);
        _story.Now = A.Noon.AddHours(1);
        _story.Do(new ExtendPoll(poll, A.Noon.AddDays(5), "Sportlovet fortsätter"), A.Coordinator);

        Assert.Equal(
            [new NewsItem.PollExtended(A.Noon.AddHours(1), new WalkNumber(1), A.Noon.AddDays(5))], News.OfType<NewsItem.PollExtended>());
    }

    [Fact]
    public void News_PollBrokenOff_SaysWhatWentOutAndThatANewOneOpened()
    {
        WalkNumber walk = _story.WalkWithCandidates(4);
        _story.OpenPoll(walk);
        _story.Do(new WithdrawProposal(A.Proposal(2), "Byggs om", A.Poll(2)), A.Coordinator);

        Assert.Equal(
            [new NewsItem.PollOpened(A.Noon, walk), new NewsItem.PollCancelled(A.Noon, walk, A.Proposal(2)), new NewsItem.PollOpened(A.Noon, walk)],
            News.Where(item => item is NewsItem.PollOpened or NewsItem.PollCancelled));
    }

    [Fact]
    public void News_ReturnedReplacedAndClosed_AreTold()
    {
        WalkNumber walk = _story.WalkWithCandidates(2);
        _story.Do(new RecommendWithoutPoll(walk), A.Coordinator);
        _story.Do(new ReturnProposal(A.Proposal(2), "Inga pengar", A.Poll(99)), A.Chief);
        _story.Confirm(walk);
        _story.Do(new ReplaceMeasure(A.Proposal(1), "Marken såldes", ByNewPoll: false, A.Poll(99), A.Noon.AddDays(9)), A.Coordinator);
        WalkNumber empty = _story.CarryOutWalk();
        _story.Do(new CloseWithoutMeasures(empty, "Inget att göra"), A.Coordinator);

        Assert.Equal(
            [
                new NewsItem.ProposalReturned(A.Noon, A.Proposal(2)),
                new NewsItem.MeasureReplaced(A.Noon, A.Proposal(1)),
                new NewsItem.ClosedWithoutMeasures(A.Noon, empty),
            ],
            News.Where(item => item is NewsItem.ProposalReturned or NewsItem.MeasureReplaced or NewsItem.ClosedWithoutMeasures));
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
