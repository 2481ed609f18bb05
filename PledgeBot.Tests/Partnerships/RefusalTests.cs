using System.Collections.Immutable;
using System.Text.Json;
using PledgeBot.Domain.DecisionRecords;
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
        ["Triage: budget too long"] = Triage(new TextTooLong(TextField.Budget, 100, 101), A.Candidate(A.Plan() with { Budget = Text(101) })),
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
        ["Open: two candidates when exactly two are to be picked"] = new(
            new TooFewCandidates(First, 2),
            new OpenPoll(A.Poll(50), First, new PollRules(2, Exactly: true), A.Noon.AddDays(10)),
            A.Coordinator,
            story => story.WalkWithCandidates(2)),
        ["Open: one candidate"] = Open(new TooFewCandidates(First, 1), story => story.WalkWithCandidates(1)),
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
        ["Open: a casting vote without a chair"] = new(
            new ChairNeeded(),
            new OpenPoll(A.Poll(50), First, PollRules.Usual with { LastResort = LastResort.CastingVote }, A.Noon.AddDays(10)),
            A.Coordinator,
            story => story.WalkWithCandidates(3)),

        ["Rules: a chair who cannot vote"] = Rules(new ChairNeeded(), PollRules.Usual with { LastResort = LastResort.CastingVote, Chair = A.RescueService }),
        ["Rules: a chair for nothing"] = Rules(new ChairNeeded(), PollRules.Usual with { Chair = A.Coordinator }),
        ["Rules: extended for too long"] = Rules(new DaysOutOfRange(0, 10), PollRules.Usual with { ExtensionDays = 11 }),
        ["Rules: a run-off of no time"] = Rules(new DaysOutOfRange(1, 10), PollRules.Usual with { RunOffDays = 0 }),

        ["Substitute: no such walk"] = Substitute(new NoSuchWalk(First), A.Streets, A.RescueService, story => { }),
        ["Substitute: for one who cannot vote"] = Substitute(new AbsentNotEntitled(), A.Communicator, A.RescueService),
        ["Substitute: of the other party"] = Substitute(new CannotSubstitute(), A.Officer, A.RescueService),
        ["Substitute: one who votes already"] = Substitute(new CannotSubstitute(), A.Streets, A.School),
        ["Substitute: not on the list"] = Substitute(new CannotSubstitute(), A.Streets, A.Stranger),
        ["Substitute: in for somebody else"] = Substitute(
            new CannotSubstitute(),
            A.Streets,
            A.RescueService,
            story => story.Do(new PutInSubstitute(story.PlanWalk(), A.School, A.RescueService), A.Coordinator)),
        ["Substitute: while a poll is open"] = Substitute(
            new RollIsFrozen(First), A.Streets, A.RescueService, story => story.OpenPoll(story.WalkWithCandidates(3))),
        ["Substitute: when the group has recommended"] = Substitute(new RollIsFrozen(First), A.Streets, A.RescueService, Recommend),

        ["Conflict: no such poll"] = new(new NoSuchPoll(), new DeclareConflict(A.Poll(1), A.Streets), A.Streets),
        ["Conflict: somebody else's"] = new(
            new DutyNeeded(Duties.Coordinate), new DeclareConflict(A.Poll(1), A.Streets), A.School, story => story.OpenPoll(story.WalkWithCandidates(3))),
        ["Conflict: in the closing second"] = new(
            new PollIsClosed(A.Noon.AddDays(3)),
            new DeclareConflict(A.Poll(1), A.Streets),
            A.Streets,
            story =>
            {
                story.OpenPoll(story.WalkWithCandidates(3));
                story.Now = A.Noon.AddDays(3);
            }),
        ["Conflict: not on the roll"] = new(
            new NotOnRoll(), new DeclareConflict(A.Poll(1), A.RescueService), A.RescueService, story => story.OpenPoll(story.WalkWithCandidates(3))),
        ["Conflict: of one not on the roll"] = new(
            new VoterNotOnRoll(), new DeclareConflict(A.Poll(1), A.RescueService), A.Coordinator, story => story.OpenPoll(story.WalkWithCandidates(3))),

        ["Extend: no such poll"] = new(new NoSuchPoll(), new ExtendPoll(A.Poll(1), A.Noon.AddDays(4), "Sportlov"), A.Coordinator),
        ["Extend: another than who opened it"] = Extend(new NotThePollsOwner(), A.Noon.AddDays(4), by: A.Officer),
        ["Extend: but why"] = Extend(new TextMissing(TextField.ExtensionReason), A.Noon.AddDays(4), " "),
        ["Extend: too long a reason"] = Extend(new TextTooLong(TextField.ExtensionReason, 200, 201), A.Noon.AddDays(4), Text(201)),
        ["Extend: to when it closes anyway"] = Extend(new ExtensionOutOfRange(A.Noon.AddDays(3), A.Noon.AddDays(60)), A.Noon.AddDays(3)),
        ["Extend: too far"] = Extend(new ExtensionOutOfRange(A.Noon.AddDays(3), A.Noon.AddDays(60)), A.Noon.AddDays(60).AddTicks(1)),
        ["Extend: at its closing"] = new(
            new PollIsClosed(A.Noon.AddDays(3)),
            new ExtendPoll(A.Poll(1), A.Noon.AddDays(5), "Sportlov"),
            A.Coordinator,
            story =>
            {
                story.OpenPoll(story.WalkWithCandidates(3));
                story.Now = A.Noon.AddDays(3);
            }),
        ["Extend: one that was broken off"] = new(
            new PollWasCancelled(A.Proposal(1)),
            new ExtendPoll(A.Poll(1), A.Noon.AddDays(5), "Sportlov"),
            A.Coordinator,
            story =>
            {
                story.OpenPoll(story.WalkWithCandidates(4));
                story.Do(new WithdrawProposal(A.Proposal(1), "Byggs om", A.Poll(2)), A.Coordinator);
            }),

        ["Withdraw: no such proposal"] = new(
            new NoSuchProposal(A.Proposal(1)), new WithdrawProposal(A.Proposal(1), "Byggs om", A.Poll(99)), A.Coordinator),
        ["Withdraw: a measure"] = Withdraw(new IsMeasure(A.Proposal(1)), story => story.Decide()),
        ["Withdraw: what is recommended"] = Withdraw(new IsRecommended(A.Proposal(1)), Recommend),
        ["Withdraw: no candidate"] = Withdraw(
            new NotACandidate(A.Proposal(1)), story => story.Triage(story.Propose(story.CarryOutWalk()), A.Assessment(TriageClass.FaultReport))),
        ["Withdraw: but why"] = Withdraw(
            new TextMissing(TextField.WithdrawalReason), story => story.OpenPoll(story.WalkWithCandidates(3)), reason: ""),
        ["Withdraw: too long a reason"] = Withdraw(
            new TextTooLong(TextField.WithdrawalReason, 200, 201), story => story.OpenPoll(story.WalkWithCandidates(3)), Text(201)),

        ["Settle: a poll that left nothing"] = Settle(new NothingToSettle(), story => story.OpenPoll(story.WalkWithCandidates(3)), A.Proposal(1)),
        ["Settle: a poll with a run-off after it"] = Settle(new NothingToSettle(), story => Tie(story), A.Proposal(2)),
        ["Settle: more than there are places"] = Settle(
            new WrongSettlement([A.Proposal(1), A.Proposal(2), A.Proposal(3)], 1, 2),
            NotQuorate,
            A.Proposal(1),
            A.Proposal(2),
            A.Proposal(3)),
        ["Settle: nothing"] = Settle(new WrongSettlement([A.Proposal(1), A.Proposal(2), A.Proposal(3)], 1, 2), NotQuorate),
        ["Settle: what was not tied"] = new(
            new WrongSettlement([A.Proposal(2), A.Proposal(3)], 1, 1),
            new ProposeSettlement(A.Poll(2), [A.Proposal(1)]),
            A.Chief,
            story => TieAfterRunOff(story, LastResort.Agreement)),
        ["Settle: with a conflict of interest"] = new(
            new HasConflict(),
            new ProposeSettlement(A.Poll(1), [A.Proposal(1)]),
            A.Chief,
            story =>
            {
                PollId poll = story.OpenPoll(story.WalkWithCandidates(3));
                story.Do(new DeclareConflict(poll, A.Chief), A.Chief);
                story.Close(poll);
            }),
        ["Settle: told by one without the duty"] = new(
            new NotAConfirmer(),
            new ProposeSettlement(A.Poll(1), [A.Proposal(1)], new Told(A.Officer, A.Today, Manner.ByPhone)),
            A.Coordinator,
            NotQuorate),
        ["Casting vote: nothing to settle"] = new(
            new NothingToSettle(),
            new GiveCastingVote(A.Poll(1), [A.Proposal(1)], "Flest bor där"),
            A.Coordinator,
            story => story.OpenPoll(story.WalkWithCandidates(3))),
        ["Casting vote: not by the rules"] = CastingVote(
            new NotTheLastResort(LastResort.CastingVote), A.Coordinator, story => TieAfterRunOff(story, LastResort.Lots)),
        ["Casting vote: another than the chair"] = CastingVote(new NotTheChair(), A.Officer),
        ["Casting vote: but why"] = CastingVote(new TextMissing(TextField.CastingReason), A.Coordinator, reason: " "),
        ["Casting vote: too long a reason"] = CastingVote(new TextTooLong(TextField.CastingReason, 300, 301), A.Coordinator, reason: Text(301)),
        ["Casting vote: for what was not tied"] = new(
            new WrongSettlement([A.Proposal(2), A.Proposal(3)], 1, 1),
            new GiveCastingVote(A.Poll(2), [A.Proposal(1)], "Flest bor där"),
            A.Coordinator,
            story => TieAfterRunOff(story, LastResort.CastingVote)),
        ["Lots: nothing to settle"] = new(
            new NothingToSettle(), new DrawLots(A.Poll(1), new string('0', 64)), A.Coordinator, story => story.OpenPoll(story.WalkWithCandidates(3))),
        ["Lots: not by the rules"] = new(
            new NotTheLastResort(LastResort.Lots),
            new DrawLots(A.Poll(2), new string('0', 64)),
            A.Coordinator,
            story => TieAfterRunOff(story, LastResort.Agreement)),
        ["Lots: when there is no tie"] = new(
            new NotTheLastResort(LastResort.Lots),
            new DrawLots(A.Poll(1), new string('0', 64)),
            A.Coordinator,
            story => story.Close(story.OpenPoll(story.WalkWithCandidates(3), new PollRules(2, Exactly: false, LastResort: LastResort.Lots)))),

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

        ["Confirm: while a run-off is open"] = new(new NotSettledYet(First), new ConfirmRecommendation(First), A.Chief, story => TieAfterReturn(story)),
        ["Confirm: with a conflict of interest"] = new(
            new HasConflict(),
            new ConfirmRecommendation(First),
            A.Chief,
            story =>
            {
                PollId poll = story.OpenPoll(story.WalkWithCandidates(3));
                story.Do(new DeclareConflict(poll, A.Chief), A.Chief);
                story.CloseAfter(poll, [1, 2], [1, 2], [1], [2], [], [1]);
            }),
        ["Return: what is not recommended"] = Return(new NotRecommended(A.Proposal(3)), ThreeRanked, number: 3),
        ["Return: what is decided"] = Return(
            new AlreadyDecided(First),
            story =>
            {
                ThreeRanked(story);
                story.Confirm(First);
            }),
        ["Return: but why"] = Return(new TextMissing(TextField.ReturnReason), ThreeRanked, reason: "\n"),
        ["Return: too long a reason"] = Return(new TextTooLong(TextField.ReturnReason, 300, 301), ThreeRanked, reason: Text(301)),
        ["Return: told tomorrow"] = new(
            new DayNotCome(A.Today.AddDays(4)),
            new ReturnProposal(A.Proposal(1), "Inga pengar", A.Poll(99), new Told(A.Chief, A.Today.AddDays(4), Manner.ByPhone)),
            A.Coordinator,
            ThreeRanked),
        ["Return: the coordinator's own"] = new(
            new OwnConfirmation(First),
            new ReturnProposal(A.Proposal(1), "Inga pengar", A.Poll(99), new Told(A.Coordinator, A.Today, Manner.ByPhone)),
            A.Coordinator,
            story =>
            {
                ThreeRanked(story);
                story.Do(A.Members[0] with { Duties = Duties.Coordinate | Duties.Confirm }, by: null);
            }),
        ["Dissent: no recommendation"] = Dissent(new NothingToConfirm(First), story => story.WalkWithCandidates(3)),
        ["Dissent: when it is decided"] = Dissent(new AlreadyDecided(First), story => story.Decide()),
        ["Dissent: not on the roll"] = Dissent(new NotOnRoll(), ThreeRanked, by: A.RescueService),
        ["Dissent: of one not entitled when there was no poll"] = Dissent(new NotOnRoll(), Recommend, by: A.RescueService),
        ["Dissent: nothing said"] = Dissent(new TextMissing(TextField.DissentText), ThreeRanked, text: " "),
        ["Dissent: too much said"] = Dissent(new TextTooLong(TextField.DissentText, 500, 501), ThreeRanked, text: Text(501)),
        ["Without measures: candidates left"] = WithoutMeasures(new HasCandidates(First), story => story.WalkWithCandidates(1)),
        ["Without measures: not all assessed"] = WithoutMeasures(
            new NotAllTriaged(First, [A.Proposal(1)]), story => story.Propose(story.CarryOutWalk())),
        ["Without measures: decided"] = WithoutMeasures(new AlreadyRecommended(First), story => story.Decide()),
        ["Without measures: a poll is open"] = WithoutMeasures(
            new AnotherPollOpen(First, A.Noon.AddDays(3)), story => story.OpenPoll(story.WalkWithCandidates(3))),
        ["Without measures: but why"] = WithoutMeasures(new TextMissing(TextField.NoMeasuresReason), story => story.CarryOutWalk(), ""),
        ["Without measures: too long a reason"] = WithoutMeasures(
            new TextTooLong(TextField.NoMeasuresReason, 300, 301), story => story.CarryOutWalk(), Text(301)),
        ["Open: closed without measures"] = Open(
            new ClosedWithoutMeasures(First), story => story.Do(new CloseWithoutMeasures(story.CarryOutWalk(), "Inget att göra"), A.Coordinator)),

        ["Diary number: no such walk"] = new(new NoSuchWalk(First), new EnterDiaryNumber(First, Party.Police, "A1/2020"), A.Coordinator),
        ["Diary number: none"] = new(
            new TextMissing(TextField.DiaryNumber), new EnterDiaryNumber(First, Party.Police, " "), A.Coordinator, story => story.PlanWalk()),
        ["Diary number: too long"] = new(
            new TextTooLong(TextField.DiaryNumber, 40, 41), new EnterDiaryNumber(First, Party.Police, Text(41)), A.Coordinator, story => story.PlanWalk()),
        ["Correct: no record"] = new(new NoRecordYet(First), new CorrectRecord(First, "Fel datum"), A.Coordinator, story => story.Decide()),
        ["Correct: nothing"] = new(new TextMissing(TextField.CorrectionText), new CorrectRecord(First, ""), A.Coordinator, Recorded),
        ["Correct: too much"] = new(new TextTooLong(TextField.CorrectionText, 500, 501), new CorrectRecord(First, Text(501)), A.Coordinator, Recorded),

        ["Replace: no such measure"] = Replace(new NoSuchMeasure(A.Proposal(1)), story => story.WalkWithCandidates(3)),
        ["Replace: ended"] = Replace(new MeasureEnded(A.Proposal(1), MeasureStatus.Done), Finish),
        ["Replace: but why"] = Replace(new TextMissing(TextField.PublicReason), story => story.Decide(), ""),
        ["Replace: too long a reason"] = Replace(new TextTooLong(TextField.PublicReason, 300, 301), story => story.Decide(), Text(301)),
        ["Replace: the walk's other measure is being replaced"] = new(
            new NotSettledYet(First),
            new ReplaceMeasure(A.Proposal(2), "Marken såldes", ByNewPoll: false, A.Poll(99), A.Noon.AddDays(9)),
            A.Coordinator,
            story =>
            {
                ThreeRanked(story);
                story.Confirm(First);
                story.Do(new ReplaceMeasure(A.Proposal(1), "Marken såldes", ByNewPoll: false, A.Poll(99), A.Noon.AddDays(9)), A.Coordinator);
            }),
        ["Replace: nobody is next, but somebody is left"] = Replace(
            new NobodyNextInRank(First, 1),
            story =>
            {
                story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(3)), [1, 2], [1, 2], [1], [1], [], [], []);
                story.Confirm(First);
            }),
        ["Replace: by a poll that closes too soon"] = new(
            new ClosingTimeOutOfRange(A.Noon.AddDays(3).AddHours(1), A.Noon.AddDays(63)),
            new ReplaceMeasure(A.Proposal(1), "Marken såldes", ByNewPoll: true, A.Poll(99), A.Noon.AddDays(3)),
            A.Coordinator,
            story =>
            {
                story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(4)), [1, 2], [1, 2], [1], [2], [], [], []);
                story.Confirm(First);
            }),
        ["Status: replaced"] = Status(new ReplaceInstead(A.Proposal(1)), MeasureStatus.Replaced, "Marken såldes"),
        ["Status: taken up again after being replaced"] = new(
            new MeasureEnded(A.Proposal(1), MeasureStatus.Replaced),
            new ChangeMeasureStatus(A.Proposal(1), MeasureStatus.Ongoing, null, ""),
            A.Coordinator,
            story => story.Do(
                new ReplaceMeasure(story.Decide(), "Marken såldes", ByNewPoll: false, A.Poll(99), A.Noon.AddDays(9)), A.Coordinator)),
        ["Triage: what another walk has decided"] = new(
            new SameAsMeasure(A.Proposal(1)),
            new TriageProposal(A.Proposal(1, walk: 2), A.Candidate()),
            A.Coordinator,
            story =>
            {
                story.Decide();
                story.Do(A.RegisterProposal(story.CarryOutWalk()), A.Streets);
            }),
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
            typeof(PickedTwice), typeof(NotOnBallot), typeof(TooManyPicks), typeof(TooFewPicks),
            typeof(VotedThemself), typeof(OwnVote), typeof(MayNotAbstain),
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

    private static Case Rules(Refusal expected, PollRules rules) => new(expected, new SetPollRules(rules), A.Coordinator);

    private static Case Substitute(Refusal expected, MemberId absent, MemberId substitute, Action<Story>? before = null) =>
        new(expected, new PutInSubstitute(First, absent, substitute), A.Coordinator, before ?? (story => story.PlanWalk()));

    private static Case Extend(Refusal expected, DateTimeOffset closesAt, string reason = "Sportlov", MemberId? by = null) =>
        new(expected, new ExtendPoll(A.Poll(1), closesAt, reason), by ?? A.Coordinator, story => story.OpenPoll(story.WalkWithCandidates(3)));

    private static Case Withdraw(Refusal expected, Action<Story> before, string reason = "Byggs om") =>
        new(expected, new WithdrawProposal(A.Proposal(1), reason, A.Poll(99)), A.Coordinator, before);

    private static Case Settle(Refusal expected, Action<Story> before, params ImmutableArray<ProposalReference> chosen) =>
        new(expected, new ProposeSettlement(A.Poll(1), chosen), A.Chief, before);

    private static Case CastingVote(Refusal expected, MemberId by, Action<Story>? before = null, string reason = "Flest bor där") =>
        new(expected, new GiveCastingVote(A.Poll(2), [A.Proposal(2)], reason), by, before ?? (story => TieAfterRunOff(story, LastResort.CastingVote)));

    private static Case Return(Refusal expected, Action<Story> before, int number = 1, string reason = "Inga pengar") =>
        new(expected, new ReturnProposal(A.Proposal(number), reason, A.Poll(99)), A.Chief, before);

    private static Case Dissent(Refusal expected, Action<Story> before, MemberId? by = null, string text = "Hellre häcken") =>
        new(expected, new GiveDissent(First, text), by ?? A.Streets, before);

    private static Case WithoutMeasures(Refusal expected, Action<Story> before, string reason = "Inget att göra") =>
        new(expected, new CloseWithoutMeasures(First, reason), A.Coordinator, before);

    private static Case Replace(Refusal expected, Action<Story> before, string reason = "Marken såldes") =>
        new(expected, new ReplaceMeasure(A.Proposal(1), reason, ByNewPoll: false, A.Poll(99), A.Noon.AddDays(9)), A.Coordinator, before);

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

    private static void NotQuorate(Story story) => story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(3)), [1]);

    /// <summary>Ends a poll and its run-off with number 1 chosen, and 2 and 3 equal.</summary>
    private static void TieAfterRunOff(Story story, LastResort resort)
    {
        MemberId? chair = resort == LastResort.CastingVote ? A.Coordinator : null;
        PollId poll = story.OpenPoll(story.WalkWithCandidates(3), new PollRules(2, Exactly: false, LastResort: resort, Chair: chair));
        story.CloseAfter(poll, [1, 2], [1, 3], [1, 2], [1, 3], [], [], []);
        story.CloseAfter(story.RunOffOf(poll), [2], [3], [], [], [], [], []);
    }

    /// <summary>Ranks number 1 before 2, and 2 before 3; the first two are recommended.</summary>
    private static void ThreeRanked(Story story) =>
        story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(3)), [1, 2], [1, 2], [1, 3], [], [], [], []);

    /// <summary>Has 2 returned, with 3 and 4 next and equal.</summary>
    private static void TieAfterReturn(Story story)
    {
        story.CloseAfter(story.OpenPoll(story.WalkWithCandidates(4)), [1, 2], [1, 2], [1, 3], [1, 4], [], [], []);
        story.Do(new ReturnProposal(A.Proposal(2), "Inga pengar", A.Poll(99)), A.Chief);
    }

    private static void Recorded(Story story)
    {
        story.Decide();
        story.Do(new RecordDecision(First, new RecordNumber(2020, 1), "sha256:00"), by: null);
    }

    private static void Finish(Story story) =>
        story.Do(new ChangeMeasureStatus(story.Decide(), MeasureStatus.Done, null, "Synad på plats"), A.Streets);

    private sealed record Case(Refusal Expected, Command Command, MemberId? By, Action<Story>? Before = null, bool StartsEmpty = false);
}
