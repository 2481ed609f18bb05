using System.Text.Json;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Tests.Partnerships;

/// <summary>One table of what is refused, and with which facts. Refusals of ballots are tested with the ballots.</summary>
public sealed class RefusalTests
{
    private static readonly WalkNumber First = new(1);
    private static readonly WalkNumber Missing = new(7);
    private static readonly DateOnly Tomorrow = A.Today.AddDays(1);
    private static readonly DateOnly Yesterday = A.Today.AddDays(-1);

    private static readonly Dictionary<string, Case> Cases = new(StringComparer.Ordinal)
    {
        ["Form: no municipality"] = new(new TextMissing(TextField.Municipality), A.FormPartnership() with { Municipality = " " }, By: null, StartsEmpty: true),
        ["Form: no police area"] = new(new TextMissing(TextField.PoliceArea), A.FormPartnership() with { PoliceArea = "" }, By: null, StartsEmpty: true),
        ["Form: name too long"] = new(new TextTooLong(TextField.Municipality, 100, 101), A.FormPartnership() with { Municipality = Text(101) }, By: null, StartsEmpty: true),
        ["Form: founder without role"] = new(
            new TextMissing(TextField.MemberTitle), A.FormPartnership() with { Founder = new Founder(Party.Police, " ") }, A.Stranger, StartsEmpty: true),
        ["Form: founder's role too long"] = new(
            new TextTooLong(TextField.MemberTitle, 60, 61), A.FormPartnership() with { Founder = new Founder(Party.Police, Text(61)) }, A.Stranger, StartsEmpty: true),
        ["List: no role"] = new(new TextMissing(TextField.MemberTitle), A.Members[0] with { Title = "\t" }, By: null),
        ["List: role too long"] = new(new TextTooLong(TextField.MemberTitle, 60, 61), A.Members[0] with { Title = Text(61) }, By: null),
        ["List: last coordinator"] = new(
            new LastCoordinator(),
            A.Members[0] with { Duties = Duties.Vote },
            A.Coordinator,
            story => story.Do(new UnlistMember(A.Officer), A.Coordinator)),
        ["Unlist: last coordinator"] = new(
            new LastCoordinator(), new UnlistMember(A.Coordinator), A.Coordinator, story => story.Do(new UnlistMember(A.Officer), A.Coordinator)),
        ["Unlist: not on the list"] = new(new NoSuchMember(), new UnlistMember(A.Stranger), A.Coordinator),
        ["Give: no title"] = new(new TextMissing(TextField.PromiseTitle), A.GivePromise() with { Title = "" }, By: null),
        ["Give: no commitments"] = new(new TextMissing(TextField.Commitment), A.GivePromise() with { Commitments = [] }, By: null),
        ["Give: blank commitment"] = new(new TextMissing(TextField.Commitment), A.GivePromise() with { Commitments = ["Ett", " "] }, By: null),
        ["Give: commitment too long"] = new(new TextTooLong(TextField.Commitment, 1000, 1001), A.GivePromise() with { Commitments = [Text(1001)] }, By: null),
        ["Give: too many commitments"] = new(
            new TooManyCommitments(6, 5), A.GivePromise() with { Commitments = [.. Enumerable.Repeat("Ett", 6)] }, By: null),
        ["Give: too many signatories"] = new(
            new TooManySignatories(11, 10), A.GivePromise() with { Signatories = [.. Enumerable.Repeat("Chef", 11)] }, By: null),
        ["Give: blank signatory"] = new(new TextMissing(TextField.Signatory), A.GivePromise() with { Signatories = [""] }, By: null),

        ["Plan: no locality"] = new(new TextMissing(TextField.Locality), A.PlanWalk(locality: "  "), A.Coordinator),
        ["Plan: locality too long"] = new(new TextTooLong(TextField.Locality, 60, 61), A.PlanWalk(locality: Text(61)), A.Coordinator),
        ["Plan: no route"] = new(new TextMissing(TextField.Route), A.PlanWalk(route: ""), A.Coordinator),
        ["Plan: route too long"] = new(new TextTooLong(TextField.Route, 200, 201), A.PlanWalk(route: Text(201)), A.Coordinator),
        ["Plan: the day after the period"] = new(
            new OutsidePromise(new DateOnly(2021, 1, 1)), A.PlanWalk(startsAt: new DateTime(2021, 1, 1, 0, 0, 0)), A.Coordinator),
        ["Plan: the day before the period"] = new(
            new OutsidePromise(new DateOnly(2019, 12, 31)), A.PlanWalk(startsAt: new DateTime(2019, 12, 31, 23, 59, 0)), A.Coordinator),
        ["Plan: unknown leader"] = new(new LeaderNotAMember(), A.PlanWalk(leader: A.Stranger), A.Coordinator),

        ["Carry out: no such walk"] = new(new NoSuchWalk(Missing), A.CarryOutWalk(Missing), A.Coordinator),
        ["Carry out: not the leader"] = new(new NotTheLeader(), A.CarryOutWalk(First), A.School, story => story.PlanWalk()),
        ["Carry out: the second time"] = new(
            new WalkAlreadyCarriedOut(First, new DateOnly(2020, 9, 3)), A.CarryOutWalk(First, A.Today), A.Coordinator, story => story.CarryOutWalk()),
        ["Carry out: tomorrow"] = new(new DayNotCome(Tomorrow), A.CarryOutWalk(First, Tomorrow), A.Streets, story => story.PlanWalk()),
        ["Carry out: outside the period"] = new(
            new OutsidePromise(new DateOnly(2019, 12, 31)), A.CarryOutWalk(First, new DateOnly(2019, 12, 31)), A.Streets, story => story.PlanWalk()),
        ["Carry out: nobody came"] = new(
            new NoParticipants(), A.CarryOutWalk(First, null, new ParticipantCount(ParticipantGroup.Police, 0)), A.Streets, story => story.PlanWalk()),
        ["Carry out: too many"] = new(
            new ParticipantsOutOfRange(ParticipantGroup.YoungPeople, 500),
            A.CarryOutWalk(First, null, new ParticipantCount(ParticipantGroup.Police, 1), new ParticipantCount(ParticipantGroup.YoungPeople, 501)),
            A.Streets,
            story => story.PlanWalk()),
        ["Carry out: fewer than none"] = new(
            new ParticipantsOutOfRange(ParticipantGroup.Police, 500),
            A.CarryOutWalk(First, null, new ParticipantCount(ParticipantGroup.Police, -1)),
            A.Streets,
            story => story.PlanWalk()),

        ["Register: no such walk"] = new(new NoSuchWalk(Missing), A.RegisterProposal(Missing), A.Streets),
        ["Register: a poll has opened"] = new(
            new ProposalsClosed(First), A.RegisterProposal(First), A.Streets, story => story.OpenPoll(story.WalkWithCandidates(3))),
        ["Register: recommended without a poll"] = new(
            new ProposalsClosed(First), A.RegisterProposal(First), A.Streets, story => story.Decide()),
        ["Register: no place"] = new(new TextMissing(TextField.Place), A.RegisterProposal(First, place: " "), A.Streets, story => story.PlanWalk()),
        ["Register: place too long"] = new(
            new TextTooLong(TextField.Place, 100, 101), A.RegisterProposal(First, place: Text(101)), A.Streets, story => story.PlanWalk()),
        ["Register: no problem"] = new(new TextMissing(TextField.Problem), A.RegisterProposal(First, problem: ""), A.Streets, story => story.PlanWalk()),
        ["Register: problem too long"] = new(
            new TextTooLong(TextField.Problem, 300, 301), A.RegisterProposal(First, problem: Text(301)), A.Streets, story => story.PlanWalk()),
        ["Register: no suggestion"] = new(
            new TextMissing(TextField.Suggestion), A.RegisterProposal(First, suggestion: "\n"), A.Streets, story => story.PlanWalk()),
        ["Register: suggestion too long"] = new(
            new TextTooLong(TextField.Suggestion, 300, 301), A.RegisterProposal(First, suggestion: Text(301)), A.Streets, story => story.PlanWalk()),
        ["Register: the hundredth"] = new(
            new TooManyProposals(First, 99), A.RegisterProposal(First), A.Streets, story => ProposeOften(story, 99)),
        ["Photo: no such proposal"] = new(new NoSuchProposal(A.Proposal(1)), new AddProposalPhoto(A.Proposal(1), A.Photo(1)), A.Streets),

        ["Triage: no such proposal"] = new(
            new NoSuchProposal(A.Proposal(2)), new TriageProposal(A.Proposal(2), A.Candidate()), A.Coordinator, story => ProposeOften(story, 1)),
        ["Triage: a poll has opened"] = new(
            new TriageClosed(A.Proposal(1)),
            new TriageProposal(A.Proposal(1), A.Assessment(TriageClass.FaultReport)),
            A.Coordinator,
            story => story.OpenPoll(story.WalkWithCandidates(3))),
        ["Triage: recommended without a poll"] = new(
            new TriageClosed(A.Proposal(1)),
            new TriageProposal(A.Proposal(1), A.Assessment(TriageClass.FaultReport)),
            A.Coordinator,
            story => story.Decide()),
        ["Triage: candidate without a plan"] = Triage(new PlanMissing(A.Proposal(1)), A.Candidate() with { Plan = null }),
        ["Triage: nobody responsible"] = Triage(new TextMissing(TextField.Responsible), A.Candidate(A.Plan(responsible: " "))),
        ["Triage: responsible too long"] = Triage(new TextTooLong(TextField.Responsible, 80, 81), A.Candidate(A.Plan(responsible: Text(81)))),
        ["Triage: due yesterday"] = Triage(
            new DueOutsidePeriod(Yesterday, A.Today, A.Period.Last), A.Candidate(A.Plan(due: Yesterday))),
        ["Triage: due after the period"] = Triage(
            new DueOutsidePeriod(A.Period.Last.AddDays(1), A.Today, A.Period.Last), A.Candidate(A.Plan(due: A.Period.Last.AddDays(1)))),
        ["Triage: someone else's, but whose"] = Triage(new TextMissing(TextField.TriageNote), A.Assessment(TriageClass.SomeoneElses, " ")),
        ["Triage: note too long"] = Triage(new TextTooLong(TextField.TriageNote, 200, 201), A.Assessment(TriageClass.FaultReport, Text(201))),

        ["Open: no such walk"] = Open(new NoSuchWalk(First), story => { }),
        ["Open: walk not carried out"] = Open(new WalkNotCarriedOut(First), story => story.PlanWalk()),
        ["Open: decided before"] = Open(new AlreadyRecommended(First), story => story.Decide()),
        ["Open: not all assessed"] = Open(
            new NotAllTriaged(First, [A.Proposal(4), A.Proposal(5)]),
            story =>
            {
                WalkNumber walk = story.WalkWithCandidates(3);
                story.Propose(walk);
                story.Propose(walk);
            }),
        ["Open: two candidates"] = Open(new TooFewCandidates(First, 2), story => story.WalkWithCandidates(2)),
        ["Open: no proposals"] = Open(new TooFewCandidates(First, 0), story => story.CarryOutWalk()),
        ["Open: another is open"] = Open(
            new AnotherPollOpen(First, A.Noon.AddDays(3)), story => story.OpenPoll(story.WalkWithCandidates(3))),
        ["Open: another waits to be counted"] = Open(
            new AnotherPollOpen(First, A.Noon.AddDays(3)),
            story =>
            {
                story.OpenPoll(story.WalkWithCandidates(3));
                story.Now = A.Noon.AddDays(3);
            }),
        ["Open: after a tie"] = Open(new TieNotSettled(First), story => story.Close(story.RunOffOf(Tie(story)))),
        ["Open: after a run-off that was not quorate"] = Open(new TieNotSettled(First), story => story.Close(story.RunOffOf(Tie(story)))),
        ["Open: no police entitled to vote"] = Open(
            new PartyWithoutVoters(Party.Police),
            story =>
            {
                story.WalkWithCandidates(3);
                story.Do(A.Members[7] with { Duties = Duties.Coordinate }, by: null);
                story.Do(A.Members[8] with { Duties = Duties.Confirm }, by: null);
            }),
        ["Open: closes too soon"] = Open(
            new ClosingTimeOutOfRange(A.Noon.AddHours(1), A.Noon.AddDays(60)), story => story.WalkWithCandidates(3), A.Noon.AddHours(1).AddTicks(-1)),
        ["Open: closes too late"] = Open(
            new ClosingTimeOutOfRange(A.Noon.AddHours(1), A.Noon.AddDays(60)), story => story.WalkWithCandidates(3), A.Noon.AddDays(60).AddTicks(1)),


        ["Close: no such poll"] = new(new NoSuchPoll(), new ClosePoll(A.Poll(1), BallotBox.Empty, A.Poll(99)), A.Coordinator),
        ["Close: too early"] = new(
            new TooEarlyToClose(A.Noon.AddDays(3), 7),
            new ClosePoll(A.Poll(1), BallotBox.Empty, A.Poll(99)),
            A.Coordinator,
            story =>
            {
                story.OpenPoll(story.WalkWithCandidates(3));
                story.Now = A.Noon.AddDays(3).AddTicks(-1);
            }),

        ["Recommend: no such walk"] = new(new NoSuchWalk(First), new RecommendWithoutPoll(First), A.Coordinator),
        ["Recommend: walk not carried out"] = new(
            new WalkNotCarriedOut(First), new RecommendWithoutPoll(First), A.Coordinator, story => story.PlanWalk()),
        ["Recommend: not all assessed"] = new(
            new NotAllTriaged(First, [A.Proposal(2)]), new RecommendWithoutPoll(First), A.Coordinator, story => story.Propose(story.WalkWithCandidates(1))),
        ["Recommend: the second time"] = new(new AlreadyRecommended(First), new RecommendWithoutPoll(First), A.Coordinator, story => story.Decide()),
        ["Recommend: nothing"] = new(new TooFewCandidates(First, 0), new RecommendWithoutPoll(First), A.Coordinator, story => story.CarryOutWalk()),
        ["Recommend: three candidates"] = new(
            new PollNeeded(First, 3), new RecommendWithoutPoll(First), A.Coordinator, story => story.WalkWithCandidates(3)),
        ["Confirm: no recommendation"] = new(
            new NothingToConfirm(First), new ConfirmRecommendation(First), A.Chief, story => story.WalkWithCandidates(3)),
        ["Confirm: after a tie"] = new(new NothingToConfirm(First), new ConfirmRecommendation(First), A.Chief, story => Tie(story)),

        ["Record confirmation: no recommendation"] = new(
            new NothingToConfirm(First), RecordConfirmation(A.Chief), A.Coordinator, story => story.WalkWithCandidates(3)),
        ["Record confirmation: of one without the duty"] = new(new NotAConfirmer(), RecordConfirmation(A.Officer), A.Coordinator, Recommend),
        ["Record confirmation: of one not on the list"] = new(new NotAConfirmer(), RecordConfirmation(A.Stranger), A.Coordinator, Recommend),
        ["Record confirmation: the coordinator's own"] = new(
            new OwnConfirmation(First),
            RecordConfirmation(A.Coordinator),
            A.Coordinator,
            story =>
            {
                Recommend(story);
                story.Do(A.Members[0] with { Duties = Duties.Coordinate | Duties.Confirm }, by: null);
            }),
        ["Record confirmation: of a party that has confirmed"] = new(
            new PartyHasConfirmed(First, Party.Police),
            RecordConfirmation(A.Chief),
            A.Coordinator,
            story =>
            {
                Recommend(story);
                story.Do(new ConfirmRecommendation(First), A.Chief);
            }),
        ["Record confirmation: tomorrow"] = new(new DayNotCome(Tomorrow), RecordConfirmation(A.Chief, Tomorrow), A.Coordinator, Recommend),
        ["Record confirmation: before the recommendation"] = new(
            new ConfirmedTooEarly(Yesterday, A.Today), RecordConfirmation(A.Chief, Yesterday), A.Coordinator, Recommend),

        ["Status: no such measure"] = new(
            new NoSuchMeasure(A.Proposal(1)), new ChangeMeasureStatus(A.Proposal(1), MeasureStatus.Ongoing, null, ""), A.Streets, story => story.WalkWithCandidates(2)),
        ["Status: done, but how was it checked"] = Status(new TextMissing(TextField.ControlNote), MeasureStatus.Done, " "),
        ["Status: control note too long"] = Status(new TextTooLong(TextField.ControlNote, 300, 301), MeasureStatus.Done, Text(301)),
        ["Status: done tomorrow"] = Status(new DayNotCome(Tomorrow), MeasureStatus.Done, "Synad", Tomorrow),
        ["Status: will not be done, but why"] = Status(new TextMissing(TextField.PublicReason), MeasureStatus.WillNotBeDone, ""),
        ["Status: reason too long"] = Status(new TextTooLong(TextField.PublicReason, 300, 301), MeasureStatus.WillNotBeDone, Text(301)),
        ["Status: taken up again by another than a coordinator"] = new(
            new MeasureEnded(A.Proposal(1), MeasureStatus.Done), new ChangeMeasureStatus(A.Proposal(1), MeasureStatus.Ongoing, null, ""), A.Streets, Finish),
        ["Status: from one end to the other"] = new(
            new MeasureEnded(A.Proposal(1), MeasureStatus.Done),
            new ChangeMeasureStatus(A.Proposal(1), MeasureStatus.WillNotBeDone, null, "Ångrat"),
            A.Coordinator,
            Finish),
        ["Replan: no such measure"] = new(new NoSuchMeasure(A.Proposal(1)), new ReplanMeasure(A.Proposal(1), A.Plan()), A.Coordinator),
        ["Replan: ended"] = new(
            new MeasureEnded(A.Proposal(1), MeasureStatus.Done), new ReplanMeasure(A.Proposal(1), A.Plan("Skola")), A.Coordinator, Finish),
        ["Replan: nobody responsible"] = new(
            new TextMissing(TextField.Responsible), new ReplanMeasure(A.Proposal(1), A.Plan(" ")), A.Coordinator, story => story.Decide()),
        ["Replan: due yesterday"] = new(
            new DueOutsidePeriod(Yesterday, A.Today, A.Period.Last),
            new ReplanMeasure(A.Proposal(1), A.Plan(due: Yesterday)),
            A.Coordinator,
            story => story.Decide()),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Decide_NotAllowed_TellsWhyWithTheFacts(string name)
    {
        Case refused = Cases[name];
        Story story = refused.StartsEmpty ? new Story(A.Noon) : A.Story();
        refused.Before?.Invoke(story);

        Refusal reason = story.Refusal(refused.Command, refused.By);

        Assert.Equal(Facts(refused.Expected), Facts(reason));
    }

    [Fact]
    public void EveryRefusal_IsGivenByARule()
    {
        Type[] ofBallots =
        [
            typeof(NotOnRoll), typeof(PollIsClosed), typeof(PickedTwice), typeof(NotOnBallot), typeof(TooManyPicks), typeof(TooFewPicks),
            typeof(VoterNotOnRoll), typeof(VotedThemself), typeof(OwnVote),
        ];
        Type[] ofPermissions = [typeof(NotAMember), typeof(DutyNeeded)];
        IEnumerable<Type> all = typeof(Refusal).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal)));

        Assert.Empty(all.Except(Cases.Values.Select(refused => refused.Expected.GetType())).Except(ofBallots).Except(ofPermissions));
    }

    private static string Text(int length) => new('x', length);

    private static string Facts(Refusal refusal) => $"{refusal.Code} {JsonSerializer.Serialize<object>(refusal)}";

    private static Case Triage(Refusal expected, Assessment assessment) =>
        new(expected, new TriageProposal(A.Proposal(1), assessment), A.Coordinator, story => ProposeOften(story, 1));

    private static Case Open(Refusal expected, Action<Story> before, DateTimeOffset? closesAt = null) =>
        new(expected, new OpenPoll(A.Poll(50), First, new PollRules(2, Exactly: false), closesAt ?? A.Noon.AddDays(10)), A.Coordinator, before);

    private static Case Status(Refusal expected, MeasureStatus to, string note, DateOnly? date = null) =>
        new(expected, new ChangeMeasureStatus(A.Proposal(1), to, date, note), A.Streets, story => story.Decide());

    private static RecordConfirmation RecordConfirmation(MemberId member, DateOnly? day = null) =>
        new(First, member, day ?? A.Today, Manner.ByPhone);

    private static void Recommend(Story story) => story.Do(new RecommendWithoutPoll(story.WalkWithCandidates(1)), A.Coordinator);

    private static void ProposeOften(Story story, int times)
    {
        WalkNumber walk = story.PlanWalk();
        for (int i = 0; i < times; i++)
        {
            story.Propose(walk);
        }
    }

    private static PollId Tie(Story story)
    {
        PollId poll = story.OpenPoll(story.WalkWithCandidates(3));
        story.CloseAfter(poll, [1, 2], [1, 3], [1, 2], [1, 3], [], [], []);
        return poll;
    }

    private static void Finish(Story story) =>
        story.Do(new ChangeMeasureStatus(story.Decide(), MeasureStatus.Done, null, "Synad på plats"), A.Streets);

    private sealed record Case(Refusal Expected, Command Command, MemberId? By, Action<Story>? Before = null, bool StartsEmpty = false);
}
