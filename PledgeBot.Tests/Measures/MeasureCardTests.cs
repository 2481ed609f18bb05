using PledgeBot.Dialogs.Measures;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Parts;

namespace PledgeBot.Tests.Measures;

public sealed class MeasureCardTests : IDisposable
{
    private readonly CultureScope _culture = CultureScope.For("sv");

    public void Dispose() => _culture.Dispose();

    [Fact]
    public void Draw_ChosenMeasure_HasTheWayAheadAndEveryButton()
    {
        (Story story, ProposalReference measure) = StoryWithMeasure();

        Snapshot.Match(Draw(story, measure).Card);
    }

    [Fact]
    public void Draw_OngoingMeasureForAMemberWithoutDuties_HasNoButtonForThePlan()
    {
        (Story story, ProposalReference measure) = StoryWithMeasure();
        story.Do(new ChangeMeasureStatus(measure, MeasureStatus.Ongoing, null, ""), A.RescueService);

        Snapshot.Match(Draw(story, measure, A.RescueService).Card);
    }

    [Fact]
    public void Draw_OverdueMeasure_SaysByHowManyDays()
    {
        (Story story, ProposalReference measure) = StoryWithMeasure(due: A.Today.AddDays(3));
        story.Now = A.Noon.AddDays(7);

        Snapshot.Match(Draw(story, measure).Card);
    }

    [Fact]
    public void Draw_DoneMeasure_SaysHowItWasChecked()
    {
        (Story story, ProposalReference measure) = StoryWithMeasure();
        story.Do(new ChangeMeasureStatus(measure, MeasureStatus.Done, A.Today, "Besök på plats, alla lampor lyser"), A.Streets);

        Snapshot.Match(Draw(story, measure).Card);
    }

    [Fact]
    public void Draw_MeasureThatWillNotBeDone_HasThePublicReason()
    {
        (Story story, ProposalReference measure) = StoryWithMeasure();
        story.Do(new ChangeMeasureStatus(measure, MeasureStatus.WillNotBeDone, null, "Tunneln stängs och rivs under hösten"), A.Streets);

        Snapshot.Match(Draw(story, measure).Card);
    }

    [Fact]
    public void Draw_InEnglish_IsInEnglish()
    {
        using var culture = CultureScope.For("en");
        (Story story, ProposalReference measure) = StoryWithMeasure();

        Snapshot.Match(Draw(story, measure).Card);
    }

    [Theory]
    [InlineData(0, "30 november 2020 (i dag)")]
    [InlineData(1, "30 november 2020 (1 dag kvar)")]
    [InlineData(-1, "30 november 2020 (försenad 1 dag)")]
    public void Draw_AroundTheDueDay_CountsTheDays(int daysLeft, string expected)
    {
        (Story story, ProposalReference measure) = StoryWithMeasure(due: new DateOnly(2020, 11, 30));
        story.Now = new DateTimeOffset(2020, 11, 30, 11, 0, 0, TimeSpan.Zero).AddDays(-daysLeft);

        Assert.Contains(expected, CardRules.TextOf(Draw(story, measure).Card), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_EndedMeasure_OnlyCoordinatorsCanTakeItUpAgain()
    {
        (Story story, ProposalReference measure) = StoryWithMeasure();
        story.Do(new ChangeMeasureStatus(measure, MeasureStatus.Done, null, "Besök på plats"), A.Streets);

        Assert.Null(Draw(story, measure, A.Streets).Card.Actions);
        Assert.Equal(["Ta upp igen"], Draw(story, measure, A.Officer).Card.Actions!.Select(action => action.Title!));
    }

    [Fact]
    public void Draw_MeasureOfADecision_BelongsInItsThread()
    {
        (Story story, ProposalReference measure) = StoryWithMeasure();

        Assert.Equal(Subject.OfDecision(measure.Walk), Draw(story, measure).Thread);
    }

    [Fact]
    public void Draw_EverybodysCard_IsRefreshedForThoseWhoDoNotCoordinate()
    {
        (Story story, ProposalReference measure) = StoryWithMeasure();
        Contact[] contacts =
        [
            new(A.Coordinator, "Anna", "directory-1", "29:coordinator"),
            new(A.RescueService, "Bo", "directory-2", "29:rescue"),
        ];

        CardRefresh? refresh = Draw(story, measure, contacts: contacts).Card.Refresh;

        Assert.Equal(["29:rescue"], refresh!.UserIds!);
    }

    [Fact]
    public void Draw_LongestTexts_KeepsToTheRules()
    {
        Story story = A.Story();
        WalkNumber walk = story.CarryOutWalk();
        string place = new string('å', RegisterProposal.LongestPlace);
        string suggestion = new string('ö', RegisterProposal.LongestSuggestion);
        story.Do(A.RegisterProposal(walk, place: place, suggestion: suggestion), A.RescueService);
        story.Triage(A.Proposal(1), A.Candidate(A.Plan(new string('ä', MeasurePlan.LongestResponsible))));
        story.Do(new Domain.Decisions.RecommendWithoutPoll(walk), A.Coordinator);
        story.Confirm(walk);
        string note = new('é', ChangeMeasureStatus.LongestNote);
        Contact[] contacts = [.. Enumerable.Range(1, 60).Select(n => new Contact(A.Member(n), "Namn", "d", "29:" + new string('x', 150)))];

        CardRules.Check(Draw(story, A.Proposal(1), contacts: contacts).Card);
        story.Do(new ChangeMeasureStatus(A.Proposal(1), MeasureStatus.WillNotBeDone, null, note), A.Streets);
        CardRules.Check(Draw(story, A.Proposal(1), contacts: contacts).Card);
    }

    [Theory]
    [InlineData("V1-09")]
    [InlineData("V1")]
    [InlineData("")]
    public void Draw_UnknownMeasure_IsNothing(string key)
    {
        (Story story, _) = StoryWithMeasure();

        Assert.Null(MeasureCard.Draw(key, View(story, null, [])));
    }

    private static (Story Story, ProposalReference Measure) StoryWithMeasure(DateOnly? due = null)
    {
        Story story = A.Story();
        return (story, story.Decide(due));
    }

    private static DrawnCard Draw(Story story, ProposalReference measure, MemberId? viewer = null, params Contact[] contacts) =>
        MeasureCard.Draw(measure.ToString(), View(story, viewer, contacts))!;

    private static CardView View(Story story, MemberId? viewer, Contact[] contacts) => new(
        story.Partnership,
        new Dictionary<Domain.Polls.PollId, Domain.Polls.BallotBox>(),
        contacts,
        viewer is { } id ? story.Partnership.FindMember(id) : null,
        story.Now);
}
