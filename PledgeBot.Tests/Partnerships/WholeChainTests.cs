using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Tests.Partnerships;

public sealed class WholeChainTests
{
    [Fact]
    public void Partnership_FromWalkToDone_KeepsOneReferenceAllTheWay()
    {
        Story story = A.Story();
        WalkNumber walk = story.PlanWalk();
        for (int i = 0; i < 5; i++)
        {
            story.Propose(walk, $"Åtgärd {i + 1}");
        }

        story.Do(A.CarryOutWalk(walk), A.Streets);
        story.Triage(A.Proposal(1));
        story.Triage(A.Proposal(2), A.Assessment(TriageClass.FaultReport));
        story.Triage(A.Proposal(3));
        story.Triage(A.Proposal(4));
        story.Triage(A.Proposal(5));

        PollId poll = story.OpenPoll(walk);
        PollResult result = story.CloseAfter(poll, [3, 5], [3, 5], [3], [5, 3], [1], [4, 3], []);

        Assert.Equal(PollOutcome.Clear, result.Outcome);
        Recommendation recommendation = story.Partnership.Recommendations[walk];
        Assert.Equal([A.Proposal(3), A.Proposal(5)], recommendation.Proposals);
        Assert.False(recommendation.IsDecided);
        Assert.Empty(story.Partnership.Measures);

        story.Do(new ConfirmRecommendation(walk), A.Chief);
        Assert.Empty(story.Partnership.Measures);
        story.Do(new ConfirmRecommendation(walk), A.SafetyManager);

        Assert.True(story.Partnership.Recommendations[walk].IsDecided);
        Assert.Equal([A.Proposal(3), A.Proposal(5)], story.Partnership.Measures.Keys);

        story.Do(new ChangeMeasureStatus(A.Proposal(5), MeasureStatus.Done, null, "Synad på plats"), A.Streets);

        Measure done = story.Partnership.Measures[A.Proposal(5)];
        Assert.Equal("Åtgärd 5", done.Suggestion);
        Assert.Equal(new MeasureClosure(new DateOnly(2020, 9, 10), "Synad på plats"), done.Closure);
        Assert.Equal("V1-05", done.Reference.ToString());
    }

    [Fact]
    public void Partnership_FoldedAgainFromItsLog_IsTheSame()
    {
        Story story = A.Story();
        WalkNumber walk = story.WalkWithCandidates(3);
        story.CloseAfter(story.OpenPoll(walk), [1, 2], [1, 2], [1], [2], [3], [], []);
        story.Confirm(walk);

        Partnership again = story.Log.Aggregate(Partnership.Empty(story.Partnership.Id), (state, recorded) => state.Evolve(recorded));

        Assert.Equal(story.Partnership.Version, again.Version);
        Assert.Equal(story.Partnership.Members, again.Members);
        Assert.Equal(story.Partnership.Measures, again.Measures);
        Assert.Equal(story.Partnership.Weekly.News, again.Weekly.News);
        Assert.True(again.Recommendations[walk].IsConfirmedBy(Party.Police));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public void Evolve_EventThatIsNotTheNext_Throws(long version)
    {
        var empty = Partnership.Empty(new PartnershipId(Guid.Empty));

        var recorded = new RecordedEvent(version, A.Noon, null, new PartnershipFormed("Tomelilla kommun", "Ystad", IsDemo: true));

        Assert.Throws<InvalidOperationException>(() => empty.Evolve(recorded));
    }

    [Fact]
    public void Evolve_FirstEvent_LeavesTheStateBeforeAsItWas()
    {
        var empty = Partnership.Empty(new PartnershipId(Guid.Empty));

        Partnership formed = empty.Evolve(new RecordedEvent(1, A.Noon, null, new PartnershipFormed("Tomelilla kommun", "Ystad", IsDemo: true)));

        Assert.Equal(1, formed.Version);
        Assert.Equal("Tomelilla kommun", formed.Formed?.Municipality);
        Assert.Equal(0, empty.Version);
        Assert.Null(empty.Formed);
    }

    [Fact]
    public void Evolve_KnowsEveryKindOfEvent()
    {
        IEnumerable<Type> kinds = typeof(PartnershipEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PartnershipEvent)));
        Story story = A.Story();
        story.Do(new SetPollRules(PollRules.Usual with { Exactly = true }), A.Coordinator);

        // A poll that is broken off, extended in two ways, ties, and is settled; then a return, a decision and its records.
        WalkNumber walk = story.WalkWithCandidates(5);
        story.Do(new AddProposalPhoto(A.Proposal(1), A.Photo(1)), A.Streets);
        story.Do(new PutInSubstitute(walk, A.School, A.RescueService), A.Coordinator);
        PollId brokenOff = story.OpenPoll(walk, PollRules.Usual);
        story.Do(new WithdrawProposal(A.Proposal(5), "Byggs om", A.Poll(2)), A.Coordinator);
        Assert.NotNull(story.Partnership.FindPoll(brokenOff)!.Withdrawn);
        story.Do(new DeclareConflict(A.Poll(2), A.SocialServices), A.SocialServices);
        story.Do(new ExtendPoll(A.Poll(2), story.Now.AddDays(9), "Sportlov"), A.Coordinator);
        MemberId[] voters = [A.Coordinator, A.SafetyManager, A.Streets, A.Officer, A.Chief];
        int[][] ballots = [[1, 2], [1, 3], [1, 2], [1, 3], [1, 4]];
        foreach ((MemberId voter, int[] picks) in voters.Zip(ballots))
        {
            story.Vote(A.Poll(2), voter, picks);
        }

        story.Close(A.Poll(2));
        PollId runOff = story.RunOffOf(A.Poll(2));
        story.Close(runOff);
        story.Do(new ProposeSettlement(runOff, [A.Proposal(2)]), A.SafetyManager);
        story.Do(new ProposeSettlement(runOff, [A.Proposal(2)]), A.Chief);
        story.Do(new ReturnProposal(A.Proposal(2), "Inga pengar", A.Poll(99)), A.Chief);
        story.Do(new GiveDissent(walk, "Hellre nummer 4"), A.Streets);
        story.Confirm(walk);
        story.Do(new RecordDecision(walk, new RecordNumber(2020, 1), "sha256:00"), by: null);
        story.Do(new EnterDiaryNumber(walk, Party.Police, "A1/2020"), A.Officer);
        story.Do(new CorrectRecord(walk, "Vandringen var den 3 september"), A.Coordinator);
        story.Do(new ChangeMeasureStatus(A.Proposal(1), MeasureStatus.Ongoing, null, ""), A.Streets);
        story.Do(new ReplanMeasure(A.Proposal(1), A.Plan("Kultur och fritid")), A.Coordinator);
        story.Do(new ReplaceMeasure(A.Proposal(3), "Marken såldes", ByNewPoll: false, A.Poll(99), story.Now.AddDays(9)), A.Coordinator);

        // Another poll, which nobody answers.
        PollId notQuorate = story.OpenPoll(story.WalkWithCandidates(3), PollRules.Usual);
        story.Now = story.Partnership.FindPoll(notQuorate)!.ClosesAt;
        story.Do(story.Closing(notQuorate), by: null);

        story.Do(new CloseWithoutMeasures(story.CarryOutWalk(), "Inget att göra"), A.Coordinator);
        story.Do(new Domain.Weekly.PostWeeklyStatus(), by: null);
        story.Do(new Domain.Weekly.ScheduleWeekly(DayOfWeek.Friday, new TimeOnly(15, 0)), A.Coordinator);
        story.Do(new UnlistMember(A.Communicator), A.Coordinator);

        Assert.Empty(kinds.Except(story.Log.Select(recorded => recorded.Event.GetType())));
    }
}
