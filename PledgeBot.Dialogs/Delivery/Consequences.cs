using System.Collections.Immutable;
using PledgeBot.Dialogs.DecisionRecords;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Reminders;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Dialogs.Delivery;

/// <summary>What follows later from what happened: which cards the channel shows anew, and what the clock will do.</summary>
public static class Consequences
{
    /// <summary>How long changes to a card are gathered before the channel's message is changed.</summary>
    /// <remarks>Each change to a message can make up to sixty clients ask for their view of it (protocol 5.2).</remarks>
    internal static readonly TimeSpan Gathering = TimeSpan.FromSeconds(2);

    /// <summary>Schedules what follows from events that the turn has appended, in the transaction that records them.</summary>
    public static void Schedule(ITurn records, ImmutableArray<PartnershipEvent> events, DateTimeOffset now)
    {
        foreach (PartnershipEvent happened in events)
        {
            foreach (CardSubject subject in SubjectsOf(happened, records.Partnership))
            {
                records.Schedule(ShowCard(subject, now));
            }

            switch (happened)
            {
                case PollOpened opened:
                    records.Schedule(new DueWork(WorkKinds.ClosePoll, opened.Poll.ToString(), opened.ClosesAt, ""));
                    PollReminders.Schedule(records, opened.Poll, now);
                    break;
                case PollExtended extended:
                    // Taken off first: of two times that wait, the list would keep the earlier one.
                    records.Unschedule(WorkKinds.ClosePoll, extended.Poll.ToString());
                    records.Schedule(new DueWork(WorkKinds.ClosePoll, extended.Poll.ToString(), extended.ClosesAt, ""));
                    PollReminders.Schedule(records, extended.Poll, now);
                    break;
                case ConflictDeclared declared:
                    records.Discard(declared.Poll, declared.Member);
                    break;
                case PollClosed closed:
                    records.Unschedule(WorkKinds.ClosePoll, closed.Poll.ToString());
                    PollReminders.Unschedule(records, closed.Poll);
                    records.DestroyBallots(closed.Poll);
                    break;
                case PollCancelled cancelled:
                    records.Unschedule(WorkKinds.ClosePoll, cancelled.Poll.ToString());
                    PollReminders.Unschedule(records, cancelled.Poll);
                    records.DestroyBallots(cancelled.Poll);
                    break;
                case MemberUnlisted unlisted:
                    // What they were in the middle of is nobody's any more; it may be a vote that somebody told them.
                    records.Remember(DialogState.KeyOf(unlisted.Member), value: null);
                    break;
                case WeeklyScheduled:
                    // Taken off first: of two times that wait, the list would keep the earlier one.
                    DueWork next = NextWeeklyStatus(records.Partnership, now);
                    records.Unschedule(next.Kind, next.Key);
                    records.Schedule(next);
                    break;
            }
        }

        DecisionRecording.Schedule(records, now);
    }

    /// <summary>Gets the work of posting the next weekly status.</summary>
    internal static DueWork NextWeeklyStatus(Partnership partnership, DateTimeOffset now) =>
        new(WorkKinds.WeeklyStatus, "next", partnership.Weekly.Schedule.NextAfter(now), "");

    /// <summary>Schedules the gathered change of a poll's card after a vote.</summary>
    internal static void ScheduleTurnout(ITurn records, PollId poll, DateTimeOffset now) =>
        records.Schedule(ShowCard(Subject.Of(poll), now + Gathering));

    private static DueWork ShowCard(CardSubject subject, DateTimeOffset dueAt) => new(WorkKinds.ShowCard, subject.ToString(), dueAt, "");

    private static IEnumerable<CardSubject> SubjectsOf(PartnershipEvent happened, Partnership after) => happened switch
    {
        // A demo begins in the middle: nobody set it up here.
        PartnershipFormed or MemberListed or MemberUnlisted or PromiseGiven or WeeklyScheduled when after.Formed is { IsDemo: false } =>
            [Subject.SetUp],
        WalkPlanned planned => [Subject.Of(planned.Number)],
        WalkCarriedOut carriedOut => [Subject.Of(carriedOut.Walk)],
        ProposalRegistered registered => [Subject.Of(registered.Reference.Walk)],
        ProposalPhotoAdded photographed => [Subject.Of(photographed.Reference.Walk)],
        ProposalTriaged triaged => [Subject.Of(triaged.Reference.Walk)],
        PollOpened { RunOffOf: { } tied } opened => [Subject.Of(opened.Poll), Subject.Of(tied), Subject.Of(opened.Walk)],
        PollOpened opened => [Subject.Of(opened.Poll), Subject.Of(opened.Walk)],
        PollExtended extended => [Subject.Of(extended.Poll), Subject.Of(after.FindPoll(extended.Poll)!.Walk)],
        ConflictDeclared declared => [Subject.Of(declared.Poll)],
        PollCancelled cancelled => [Subject.Of(cancelled.Poll), Subject.Of(after.FindPoll(cancelled.Poll)!.Walk)],
        PollClosed closed => [Subject.Of(closed.Poll), Subject.Of(after.FindPoll(closed.Poll)!.Walk)],
        SettlementProposed proposed => [Subject.Of(proposed.Poll)],
        PollSettled settled => [Subject.Of(settled.Poll), Subject.Of(after.FindPoll(settled.Poll)!.Walk)],
        ProposalWithdrawn withdrawn => [Subject.Of(withdrawn.Reference.Walk)],
        WalkClosedWithoutMeasures closed => [Subject.Of(closed.Walk)],
        ProposalReturned returned => [Subject.OfDecision(returned.Reference.Walk), Subject.Of(returned.Reference.Walk)],
        DissentGiven given => [Subject.OfDecision(given.Walk)],
        DiaryNumberEntered entered when after.Recommendations.ContainsKey(entered.Walk) => [Subject.OfDecision(entered.Walk)],
        DecisionRecorded recorded => [Subject.OfDecision(recorded.Walk)],
        MeasureReplaced replaced => [Subject.OfMeasure(replaced.Reference), Subject.Of(replaced.Reference.Walk)],
        RecommendationMade made => [Subject.OfDecision(made.Walk), Subject.Of(made.Walk)],
        RecommendationConfirmed confirmed => [Subject.OfDecision(confirmed.Walk), Subject.Of(confirmed.Walk)],
        MeasureDecided decided => [Subject.OfMeasure(decided.Reference)],
        MeasureStatusChanged changed => [Subject.OfMeasure(changed.Reference)],
        MeasureReplanned replanned => [Subject.OfMeasure(replanned.Reference), Subject.OfDecision(replanned.Reference.Walk)],
        _ => [],
    };
}
