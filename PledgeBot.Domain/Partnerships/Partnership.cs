using System.Collections.Immutable;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Domain.Partnerships;

/// <summary>
/// The state of one partnership: the fold of its log. It only composes; each subject keeps its own state and rules.
/// </summary>
public sealed record Partnership
{
    private Partnership(PartnershipId id) => Id = id;

    /// <summary>Gets the identifier.</summary>
    public PartnershipId Id { get; }

    /// <summary>Gets the number of the last event folded in; 0 before the first.</summary>
    public long Version { get; internal init; }

    /// <summary>Gets whose partnership it is; nothing before it is formed.</summary>
    public PartnershipFormed? Formed { get; internal init; }

    /// <summary>Gets who founded the partnership; nothing before that, and when the set-up of a demo did.</summary>
    public MemberId? FoundedBy { get; internal init; }

    /// <summary>Gets the list of members, in the order they were listed.</summary>
    public ImmutableArray<Member> Members { get; internal init; } = [];

    /// <summary>Gets the promises, oldest first.</summary>
    public ImmutableArray<Promise> Promises { get; internal init; } = [];

    /// <summary>Gets the walks in order of number.</summary>
    public ImmutableArray<Walk> Walks { get; internal init; } = [];

    /// <summary>Gets the proposals in order of reference.</summary>
    public ImmutableSortedDictionary<ProposalReference, Proposal> Proposals { get; internal init; } =
        ImmutableSortedDictionary<ProposalReference, Proposal>.Empty;

    /// <summary>Gets the polls in the order they opened.</summary>
    public ImmutableArray<Poll> Polls { get; internal init; } = [];

    /// <summary>Gets the group's recommendations by walk.</summary>
    public ImmutableDictionary<WalkNumber, Recommendation> Recommendations { get; internal init; } =
        ImmutableDictionary<WalkNumber, Recommendation>.Empty;

    /// <summary>Gets the measures in order of reference.</summary>
    public ImmutableSortedDictionary<ProposalReference, Measure> Measures { get; internal init; } =
        ImmutableSortedDictionary<ProposalReference, Measure>.Empty;

    /// <summary>Gets the rules that the group's coming polls begin with.</summary>
    public PollRules PollRules { get; internal init; } = PollRules.Usual;

    /// <summary>Gets the substitutes that are put in for coming polls.</summary>
    public ImmutableArray<Substitution> Substitutions { get; internal init; } = [];

    /// <summary>Gets the records of decision, in the order they were made.</summary>
    public ImmutableArray<DecisionRecord> DecisionRecords { get; internal init; } = [];

    /// <summary>Gets the records of decision that are to be made, at most one of each walk.</summary>
    public ImmutableArray<DueRecord> DueRecords { get; internal init; } = [];

    /// <summary>Gets where the weekly status stands.</summary>
    public WeeklyPosts Weekly { get; internal init; } = WeeklyPosts.None;

    /// <summary>Gets what belongs to the records of decision and to nothing else, by walk.</summary>
    internal ImmutableDictionary<WalkNumber, RecordMatters> MattersByWalk { get; init; } = ImmutableDictionary<WalkNumber, RecordMatters>.Empty;

    /// <summary>Gets a partnership in which nothing has happened.</summary>
    public static Partnership Empty(PartnershipId id) => new(id);

    /// <summary>Decides what becomes of a command. Nothing changes until the events of the answer have been folded in.</summary>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">Who asks, and when.</param>
    /// <returns>The events that follow, none when all of it had happened before, or the reason for a refusal.</returns>
    /// <exception cref="InvalidOperationException">
    /// A bug in the caller: the clock asked for something before the partnership was formed, or a member for what only the clock does.
    /// </exception>
    public Decision Decide(Command command, Moment moment)
    {
        if (Permissions.Refuse(this, command, moment) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        return command switch
        {
            FormPartnership form => FormationSlice.Form(this, form, moment),
            ListMember list => MemberSlice.List(this, list),
            UnlistMember unlist => MemberSlice.Unlist(this, unlist),
            GivePromise give => PromiseSlice.Give(this, give),
            PlanWalk plan => WalkSlice.Plan(this, plan),
            CarryOutWalk carryOut => WalkSlice.CarryOut(this, carryOut, moment),
            RegisterProposal register => ProposalSlice.Register(this, register),
            AddProposalPhoto add => ProposalSlice.AddPhoto(this, add),
            TriageProposal triage => TriageSlice.Triage(this, triage, moment),
            OpenPoll open => PollSlice.Open(this, open, moment),
            SetPollRules set => PollSlice.SetRules(this, set),
            PutInSubstitute put => PollSlice.PutIn(this, put),
            DeclareConflict declare => PollSlice.Declare(this, declare, moment),
            ExtendPoll extend => PollSlice.Extend(this, extend, moment),
            WithdrawProposal withdraw => ProposalSlice.Withdraw(this, withdraw, moment),
            ClosePoll close => PollSlice.Close(this, close, moment),
            ProposeSettlement propose => SettlementSlice.Propose(this, propose, moment),
            GiveCastingVote give => SettlementSlice.GiveCastingVote(this, give, moment),
            DrawLots draw => SettlementSlice.DrawLots(this, draw, moment),
            RecommendWithoutPoll recommend => DecisionSlice.RecommendWithoutPoll(this, recommend),
            ConfirmRecommendation confirm => DecisionSlice.Confirm(this, confirm, moment),
            RecordConfirmation record => DecisionSlice.Record(this, record, moment),
            ReturnProposal returned => DecisionSlice.Return(this, returned, moment),
            GiveDissent dissent => DecisionSlice.Dissent(this, dissent, moment),
            CloseWithoutMeasures close => DecisionSlice.Close(this, close),
            EnterDiaryNumber enter => DecisionRecordSlice.Enter(this, enter),
            CorrectRecord correct => DecisionRecordSlice.Correct(this, correct, moment),
            RecordDecision record => DecisionRecordSlice.Record(this, record, moment),
            ReplaceMeasure replace => MeasureSlice.Replace(this, replace, moment),
            ChangeMeasureStatus change => MeasureSlice.ChangeStatus(this, change, moment),
            ReplanMeasure replan => MeasureSlice.Replan(this, replan, moment),
            ScheduleWeekly schedule => WeeklySlice.Schedule(this, schedule),
            PostWeeklyStatus => WeeklySlice.Post(this, moment),
            _ => throw new InvalidOperationException($"No rule for the command {command.GetType().Name}."),
        };
    }

    /// <summary>Folds the log's next event in.</summary>
    /// <param name="recorded">The event; its version is one more than <see cref="Version"/>.</param>
    /// <exception cref="InvalidOperationException">The event is not the log's next one, or its kind is not known.</exception>
    public Partnership Evolve(RecordedEvent recorded)
    {
        if (recorded.Version != Version + 1)
        {
            throw new InvalidOperationException($"Event {recorded.Version} cannot follow event {Version}.");
        }

        Partnership next = recorded.Event switch
        {
            PartnershipFormed formed => FormationSlice.Evolve(this, formed, recorded),
            MemberListed listed => MemberSlice.Evolve(this, listed),
            MemberUnlisted unlisted => PollSlice.Note(MemberSlice.Evolve(this, unlisted), unlisted),
            PromiseGiven given => PromiseSlice.Evolve(this, given),
            WalkPlanned planned => WalkSlice.Evolve(this, planned),
            WalkCarriedOut carriedOut => WalkSlice.Evolve(this, carriedOut),
            ProposalRegistered registered => ProposalSlice.Evolve(this, registered, recorded.By),
            ProposalPhotoAdded added => ProposalSlice.Evolve(this, added),
            ProposalTriaged triaged => TriageSlice.Evolve(this, triaged),
            ProposalWithdrawn withdrawn => ProposalSlice.Evolve(this, withdrawn),
            PollRulesSet set => PollSlice.Evolve(this, set),
            SubstitutePutIn put => PollSlice.Evolve(this, put),
            PollOpened opened => PollSlice.Evolve(this, opened, recorded),
            ConflictDeclared declared => PollSlice.Evolve(this, declared),
            PollExtended extended => PollSlice.Evolve(this, extended),
            PollCancelled cancelled => PollSlice.Evolve(this, cancelled),
            PollClosed closed => PollSlice.Evolve(this, closed),
            SettlementProposed proposed => SettlementSlice.Evolve(this, proposed),
            PollSettled settled => SettlementSlice.Evolve(this, settled),
            RecommendationMade made => DecisionSlice.Evolve(this, made, recorded.At),
            RecommendationConfirmed confirmed => DecisionRecordSlice.Note(DecisionSlice.Evolve(this, confirmed, recorded), confirmed),
            ProposalReturned returned => DecisionSlice.Evolve(this, returned, recorded),
            DissentGiven given => DecisionSlice.Evolve(this, given, recorded),
            WalkClosedWithoutMeasures closed => DecisionSlice.Evolve(this, closed),
            DiaryNumberEntered entered => DecisionRecordSlice.Evolve(this, entered),
            RecordCorrected corrected => DecisionRecordSlice.Evolve(this, corrected, recorded.At),
            DecisionRecorded made => DecisionRecordSlice.Evolve(this, made, recorded.At),
            MeasureDecided decided => MeasureSlice.Evolve(this, decided, recorded.At),
            MeasureStatusChanged changed => MeasureSlice.Evolve(this, changed),
            MeasureReplaced replaced => MeasureSlice.Evolve(this, replaced),
            MeasureReplanned replanned => MeasureSlice.Evolve(this, replanned),
            WeeklyScheduled scheduled => WeeklySlice.Evolve(this, scheduled),
            WeeklyStatusPosted posted => WeeklySlice.Evolve(this, posted),
            _ => throw new InvalidOperationException($"No rule for the event {recorded.Event.GetType().Name}."),
        };

        return next with { Version = recorded.Version, Weekly = WeeklySlice.Note(next, recorded) };
    }

    /// <summary>Finds a member by identifier; nothing if the list has no such member.</summary>
    public Member? FindMember(MemberId id) => Members.FirstOrDefault(member => member.Id == id);

    /// <summary>Tells whether somebody is a member who coordinates; nobody is not.</summary>
    public bool IsCoordinator(MemberId? id) => id is { } known && FindMember(known) is { } member && member.Has(Duties.Coordinate);

    /// <summary>Finds a walk by number; nothing if there is none.</summary>
    public Walk? FindWalk(WalkNumber number) => Walks.FirstOrDefault(walk => walk.Number == number);

    /// <summary>Gets a walk's proposals in order of reference.</summary>
    public IEnumerable<Proposal> ProposalsOf(WalkNumber walk) => Proposals.Values.Where(proposal => proposal.Reference.Walk == walk);

    /// <summary>Finds a poll by identifier; nothing if there is none.</summary>
    public Poll? FindPoll(PollId id) => Polls.FirstOrDefault(poll => poll.Id == id);

    /// <summary>Gets a walk's latest poll; nothing if it has had none.</summary>
    public Poll? LatestPollOf(WalkNumber walk) => Polls.LastOrDefault(poll => poll.Walk == walk);

    /// <summary>Gets the promise whose period has the day; the latest one if several have.</summary>
    public Promise? PromiseOn(DateOnly day) => Promises.LastOrDefault(promise => promise.Period.Contains(day));

    /// <summary>Gets the promise that a walk, its proposals and its measures belong to: the one whose period has the walk's day.</summary>
    public Promise? PromiseOf(WalkNumber walk) => FindWalk(walk) is { } found ? PromiseOn(found.HeldOn) : null;

    /// <summary>
    /// Tells whether a walk's proposals have been put to the group: a poll of them has opened, or they were recommended
    /// without one. From then on neither the proposals nor their assessments change.
    /// </summary>
    public bool IsPutToGroup(WalkNumber walk) =>
        Recommendations.ContainsKey(walk) || LatestPollOf(walk) is not null || FindWalk(walk) is { NoMeasuresBecause: not null };

    /// <summary>Finds what a walk's polls have left to settle; nothing while one is open, and when nothing is left.</summary>
    public Unsettled? UnsettledOf(WalkNumber walk) => Unsettled.Of(this, walk);

    /// <summary>Gets the list of voters that a poll of the walk would have if it opened now, substitutes included.</summary>
    public ImmutableArray<RollEntry> RollOf(WalkNumber walk) => PollSlice.RollOf(this, walk);

    /// <summary>Gets a walk's candidates that can still be chosen: neither withdrawn, nor returned, nor decided. In order of reference.</summary>
    public ImmutableArray<ProposalReference> CandidatesOf(WalkNumber walk) => Choosing.CandidatesOf(this, walk);

    /// <summary>Gets what belongs to a walk's records of decision and to nothing else.</summary>
    public RecordMatters MattersOf(WalkNumber walk) => MattersByWalk.GetValueOrDefault(walk, RecordMatters.None);

    /// <summary>Gets a walk's latest record of decision; nothing if it has none.</summary>
    public DecisionRecord? LatestRecordOf(WalkNumber walk) => DecisionRecords.LastOrDefault(record => record.Walk == walk);

    /// <summary>Gets the number that the next record of decision has, if it is made at the given instant.</summary>
    public RecordNumber NextRecordNumber(DateTimeOffset now)
    {
        int year = SwedishTime.DayAt(now).Year;
        return new RecordNumber(year, DecisionRecords.Count(record => record.Number.Year == year) + 1);
    }

    /// <summary>Gets the promise that a status at the given day is about: the one in force, otherwise the latest one.</summary>
    public Promise? CurrentPromise(DateOnly today) => PromiseOn(today) ?? Promises.LastOrDefault();
}
