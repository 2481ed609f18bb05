using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Decisions;

public sealed class DecisionTests
{
    private readonly Story _story = A.Story();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Recommend_OneOrTwoCandidates_NeedsNoPoll(int candidates)
    {
        WalkNumber walk = _story.WalkWithCandidates(candidates);

        _story.Do(new RecommendWithoutPoll(walk), A.Officer);

        Recommendation recommendation = _story.Partnership.Recommendations[walk];
        Assert.Equal(Enumerable.Range(1, candidates).Select(number => A.Proposal(number)), recommendation.Proposals);
        Assert.Null(recommendation.Poll);
        Assert.False(recommendation.IsDecided);
    }

    [Fact]
    public void Confirm_ForOneParty_DecidesNothing()
    {
        WalkNumber walk = Recommended();

        _story.Do(new ConfirmRecommendation(walk), A.Chief);

        Recommendation recommendation = _story.Partnership.Recommendations[walk];
        Assert.Equal([new Confirmation(Party.Police, A.Chief, "Lokalpolisområdeschef", A.Noon)], recommendation.Confirmations);
        Assert.False(recommendation.IsDecided);
        Assert.Empty(_story.Partnership.Measures);
    }

    [Fact]
    public void Confirm_ForTheSamePartyAgain_ChangesNothing()
    {
        WalkNumber walk = Recommended();
        _story.Do(A.Members[0] with { Duties = Duties.Confirm }, by: null);
        _story.Do(new ConfirmRecommendation(walk), A.SafetyManager);

        Assert.Empty(_story.Do(new ConfirmRecommendation(walk), A.SafetyManager));
        Assert.Empty(_story.Do(new ConfirmRecommendation(walk), A.Coordinator));
        Assert.Empty(_story.Partnership.Measures);
    }

    [Fact]
    public void Confirm_ForTheSecondParty_MakesMeasuresWithTheirPlans()
    {
        WalkNumber walk = Recommended();
        _story.Do(new ConfirmRecommendation(walk), A.SafetyManager);
        _story.Now = A.Noon.AddDays(1);

        _story.Do(new ConfirmRecommendation(walk), A.Chief);

        Assert.True(_story.Partnership.Recommendations[walk].IsDecided);
        Assert.Equal(
            new Measure(A.Proposal(1), "Måla tunneln vit", "Gångtunneln", A.Plan(), MeasureStatus.Chosen, A.Noon.AddDays(1), null),
            _story.Partnership.Measures[A.Proposal(1)]);
        Assert.Equal(2, _story.Partnership.Measures.Count);
    }

    [Fact]
    public void Confirm_WhenDecided_ChangesNothing()
    {
        WalkNumber walk = Recommended();
        _story.Confirm(walk);

        Assert.Empty(_story.Do(new ConfirmRecommendation(walk), A.Chief));
        Assert.Equal(2, _story.Partnership.Measures.Count);
    }

    [Fact]
    public void Record_ByACoordinator_IsTheOtherMembersConfirmationAndSaysHowItCame()
    {
        WalkNumber walk = Recommended();
        _story.Now = A.Noon.AddDays(2);

        _story.Do(new RecordConfirmation(walk, A.Chief, A.Today.AddDays(1), Manner.ByPhone), A.Coordinator);

        var recorded = new RecordedConfirmation(A.Chief, A.Today.AddDays(1), Manner.ByPhone, "Trygghetssamordnare");
        Confirmation confirmation = Assert.Single(_story.Partnership.Recommendations[walk].Confirmations);
        Assert.Equal(new Confirmation(Party.Police, A.Chief, "Lokalpolisområdeschef", _story.Now, recorded), confirmation);
        Assert.Equal(A.Today.AddDays(1), confirmation.Day);
        Assert.Equal(A.Coordinator, _story.Log[^1].By);
        Assert.Empty(_story.Partnership.Measures);
    }

    [Fact]
    public void Record_ForBothPartiesByOneCoordinator_DecidesWithTwoNamedMembers()
    {
        WalkNumber walk = Recommended();

        _story.Do(new RecordConfirmation(walk, A.Chief, A.Today, Manner.ByPhone), A.Coordinator);
        _story.Do(new RecordConfirmation(walk, A.SafetyManager, A.Today, Manner.AtMeeting), A.Coordinator);

        Recommendation recommendation = _story.Partnership.Recommendations[walk];
        Assert.True(recommendation.IsDecided);
        Assert.Equal([A.Chief, A.SafetyManager], recommendation.Confirmations.Select(confirmation => confirmation.By));
        Assert.Equal(2, _story.Partnership.Measures.Count);
    }

    [Fact]
    public void Confirm_AfterItWasRecorded_ChangesNothing()
    {
        WalkNumber walk = Recommended();
        _story.Do(new RecordConfirmation(walk, A.Chief, A.Today, Manner.ByPhone), A.Coordinator);

        Assert.Empty(_story.Do(new ConfirmRecommendation(walk), A.Chief));
    }

    private WalkNumber Recommended()
    {
        WalkNumber walk = _story.WalkWithCandidates(2);
        _story.Do(new RecommendWithoutPoll(walk), A.Coordinator);
        return walk;
    }
}
