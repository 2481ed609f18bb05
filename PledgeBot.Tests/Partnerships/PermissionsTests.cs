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
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Tests.Partnerships;

public sealed class PermissionsTests
{
    private static readonly WalkNumber Walk = new(1);

    // Each command with the duty it needs, and whether the clock, or the set-up, may ask for it.
    private static readonly Dictionary<string, (Command Command, Duties Duty, bool ByClock)> Commands = new (Command Command, Duties Duty, bool ByClock)[]
    {
        (A.FormPartnership(), Duties.None, true),
        (A.Members[0], Duties.Coordinate, true),
        (new UnlistMember(A.Streets), Duties.Coordinate, false),
        (A.GivePromise(), Duties.Coordinate, true),
        (A.PlanWalk(), Duties.Coordinate, false),
        (A.CarryOutWalk(Walk), Duties.None, false),
        (A.RegisterProposal(Walk), Duties.None, false),
        (new AddProposalPhoto(A.Proposal(1), A.Photo(1)), Duties.None, false),
        (new TriageProposal(A.Proposal(1), A.Candidate()), Duties.Coordinate, false),
        (new OpenPoll(A.Poll(1), Walk, new PollRules(2, Exactly: false), A.Noon.AddDays(1)), Duties.Coordinate, false),
        (new ClosePoll(A.Poll(1), BallotBox.Empty, A.Poll(99)), Duties.Coordinate, true),
        (new SetPollRules(PollRules.Usual), Duties.Coordinate, false),
        (new PutInSubstitute(Walk, A.Streets, A.RescueService), Duties.Coordinate, false),
        (new DeclareConflict(A.Poll(1), A.Streets), Duties.None, false),
        (new ExtendPoll(A.Poll(1), A.Noon.AddDays(9), "Sportlov"), Duties.Coordinate, false),
        (new WithdrawProposal(A.Proposal(1), "Vägen byggs om", A.Poll(99)), Duties.Coordinate, false),
        (new ProposeSettlement(A.Poll(1), [A.Proposal(1)]), Duties.Confirm, false),
        (new GiveCastingVote(A.Poll(1), [A.Proposal(1)], "Flest bor där"), Duties.None, false),
        (new DrawLots(A.Poll(1), new string('0', Lots.SeedLength)), Duties.Coordinate, false),
        (new RecommendWithoutPoll(Walk), Duties.Coordinate, false),
        (new ConfirmRecommendation(Walk), Duties.Confirm, false),
        (new RecordConfirmation(Walk, A.Chief, A.Today, Manner.ByPhone), Duties.Coordinate, false),
        (new ReturnProposal(A.Proposal(1), "Saknar pengar", A.Poll(99)), Duties.Confirm, false),
        (new GiveDissent(Walk, "Hellre belysning"), Duties.None, false),
        (new CloseWithoutMeasures(Walk, "Allt är felanmälningar"), Duties.Coordinate, false),
        (new EnterDiaryNumber(Walk, Party.Police, "A123.456/2020"), Duties.Coordinate, false),
        (new CorrectRecord(Walk, "Rätt datum är den 3 september"), Duties.Coordinate, false),
        (new RecordDecision(Walk, new RecordNumber(2020, 1), "sha256:00"), Duties.None, true),
        (new ReplaceMeasure(A.Proposal(1), "Marken såldes", ByNewPoll: false, A.Poll(99), A.Noon.AddDays(9)), Duties.Coordinate, false),
        (new ChangeMeasureStatus(A.Proposal(1), MeasureStatus.Ongoing, null, ""), Duties.None, false),
        (new ReplanMeasure(A.Proposal(1), A.Plan()), Duties.Coordinate, false),
        (new ScheduleWeekly(DayOfWeek.Friday, new TimeOnly(15, 0)), Duties.Coordinate, false),
        (new PostWeeklyStatus(), Duties.None, true),
    }.ToDictionary(entry => entry.Command.GetType().Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Commands.Keys];

    /// <summary>Gets those that a member may ask for at all.</summary>
    public static TheoryData<string> NamesForMembers => [.. Commands.Keys.Where(name => name is not (nameof(PostWeeklyStatus) or nameof(RecordDecision)))];

    [Fact]
    public void EveryCommand_IsInTheTable() =>
        Assert.Empty(typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Command))).Select(type => type.Name).Except(Commands.Keys, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Decide_ByAStranger_IsForMembers(string name) =>
        Assert.Equal(new NotAMember(), A.Story().Refusal(Commands[name].Command, A.Stranger));

    [Theory]
    [MemberData(nameof(Names))]
    public void Decide_ByNobody_IsOnlyForTheClock(string name) =>
        Assert.Equal(!Commands[name].ByClock, Reason(Commands[name].Command, by: null) is NotAMember);

    [Theory]
    [MemberData(nameof(NamesForMembers))]
    public void Decide_ByAMemberWithoutDuties_NamesTheDutyNeeded(string name)
    {
        Duties duty = Commands[name].Duty;

        Refusal? reason = Reason(Commands[name].Command, A.RescueService);

        Assert.Equal(duty == Duties.None ? null : new DutyNeeded(duty), reason as DutyNeeded);
    }

    [Theory]
    [MemberData(nameof(NamesForMembers))]
    public void Decide_ByAMemberWithTheDuty_IsNotHeldUp(string name)
    {
        Refusal? reason = Reason(Commands[name].Command, Commands[name].Duty == Duties.Confirm ? A.Chief : A.Officer);

        Assert.False(reason is DutyNeeded or NotAMember);
    }

    [Theory]
    [InlineData(nameof(PostWeeklyStatus))]
    [InlineData(nameof(RecordDecision))]
    public void Decide_WhatOnlyTheClockDoesByAMember_IsABug(string name) =>
        Assert.Throws<InvalidOperationException>(() => A.Story().Partnership.Decide(Commands[name].Command, new Moment(A.Coordinator, A.Noon)));

    [Fact]
    public void Decide_ReturnOrSettlementThatWasTold_NeedsACoordinator()
    {
        var told = new Told(A.Chief, A.Today, Manner.ByPhone);

        Assert.Equal(new DutyNeeded(Duties.Coordinate), Reason(new ReturnProposal(A.Proposal(1), "Saknar pengar", A.Poll(99), told), A.SafetyManager));
        Assert.Equal(new DutyNeeded(Duties.Coordinate), Reason(new ProposeSettlement(A.Poll(1), [A.Proposal(1)], told), A.SafetyManager));
    }

    [Fact]
    public void Decide_BeforeThePartnershipIsFormed_IsABug() =>
        Assert.Throws<InvalidOperationException>(() => new Story(A.Noon).Partnership.Decide(A.Members[0], new Moment(null, A.Noon)));

    private static Refusal? Reason(Command command, MemberId? by) =>
        (A.Story().Partnership.Decide(command, new Moment(by, A.Noon)) as Decision.Refused)?.Reason;
}
