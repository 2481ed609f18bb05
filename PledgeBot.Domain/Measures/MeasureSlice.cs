using System.Collections.Immutable;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Measures;

/// <summary>The measures.</summary>
internal static class MeasureSlice
{
    public static Decision ChangeStatus(Partnership partnership, ChangeMeasureStatus command, Moment moment)
    {
        if (!partnership.Measures.TryGetValue(command.Reference, out Measure? measure))
        {
            return Decision.Refuse(new NoSuchMeasure(command.Reference));
        }

        if (measure.Status == command.To)
        {
            return Decision.Accept();
        }

        if (command.To == MeasureStatus.Replaced)
        {
            return Decision.Refuse(new ReplaceInstead(measure.Reference));
        }

        DateOnly today = SwedishTime.DayAt(moment.Now);
        string note = command.Note.Trim();
        if (!measure.IsOpen && (measure.Status == MeasureStatus.Replaced || Measure.IsEnd(command.To) || !partnership.IsCoordinator(moment.By)))
        {
            return Decision.Refuse(new MeasureEnded(measure.Reference, measure.Status));
        }

        return command.To switch
        {
            MeasureStatus.Done => End(measure, command.To, command.Date ?? today, note, TextField.ControlNote, today),
            MeasureStatus.WillNotBeDone => End(measure, command.To, today, note, TextField.PublicReason, today),
            _ => Decision.Accept(new MeasureStatusChanged(measure.Reference, measure.Status, command.To, today, Note: "")),
        };
    }

    public static Decision Replace(Partnership partnership, ReplaceMeasure command, Moment moment)
    {
        if (!partnership.Measures.TryGetValue(command.Reference, out Measure? measure))
        {
            return Decision.Refuse(new NoSuchMeasure(command.Reference));
        }

        if (measure.Status == MeasureStatus.Replaced)
        {
            return Decision.Accept();
        }

        WalkNumber walk = command.Reference.Walk;
        string reason = command.Reason.Trim();
        Refusal? refusal = !measure.IsOpen ? new MeasureEnded(measure.Reference, measure.Status)
            : IsBeingChosen(partnership, walk) ? new NotSettledYet(walk)
            : TextRule.Required(TextField.PublicReason, reason, ChangeMeasureStatus.LongestNote);
        if (refusal is not null)
        {
            return Decision.Refuse(refusal);
        }

        var replaced = new MeasureReplaced(measure.Reference, SwedishTime.DayAt(moment.Now), reason);
        Partnership after = Evolve(partnership, replaced);
        ImmutableArray<ProposalReference> left = Choosing.CandidatesOf(after, walk);
        if (left.IsEmpty)
        {
            return Decision.Accept(replaced);
        }

        if (!command.ByNewPoll)
        {
            ImmutableArray<PartnershipEvent> next =
                Choosing.Next(after, walk, command.Poll, wentOut: null, moment.Now);
            return next.IsEmpty ? Decision.Refuse(new NobodyNextInRank(walk, left.Length)) : Decision.Accept([replaced, .. next]);
        }

        if (left is [var only])
        {
            return Decision.Accept(replaced, new RecommendationMade(walk, [only], Poll: null, measure.Reference));
        }

        PollRules rules = partnership.PollRules with { Picks = 1 };
        ImmutableArray<RollEntry> roll = PollSlice.RollOf(partnership, walk);
        return (PollSlice.RefuseRoll(roll) ?? PollSlice.RefuseRules(partnership, rules) ?? PollSlice.RefuseClosingTime(command.ClosesAt, moment)) is { } wrong
            ? Decision.Refuse(wrong)
            : Decision.Accept(
                replaced,
                new PollOpened(command.Poll, walk, RunOffOf: null, left, roll, rules, command.ClosesAt.ToUniversalTime(), measure.Reference));
    }

    public static Decision Replan(Partnership partnership, ReplanMeasure command, Moment moment)
    {
        if (!partnership.Measures.TryGetValue(command.Reference, out Measure? measure))
        {
            return Decision.Refuse(new NoSuchMeasure(command.Reference));
        }

        if (!measure.IsOpen)
        {
            return Decision.Refuse(new MeasureEnded(measure.Reference, measure.Status));
        }

        MeasurePlan plan = command.Plan.Tidy();
        if (plan == measure.Plan)
        {
            return Decision.Accept();
        }

        return PlanRule.Refuse(partnership, measure.Reference.Walk, plan, moment.Now) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new MeasureReplanned(measure.Reference, plan));
    }

    public static Partnership Evolve(Partnership partnership, MeasureDecided decided, DateTimeOffset at)
    {
        Proposal proposal = partnership.Proposals[decided.Reference];
        var measure = new Measure(
            decided.Reference,
            proposal.Suggestion,
            proposal.Place,
            decided.Plan,
            MeasureStatus.Chosen,
            at,
            Closure: null)
        {
            Replaces = partnership.Recommendations.GetValueOrDefault(decided.Reference.Walk)?.Replaces,
        };
        return partnership with
        {
            Measures = partnership.Measures.Add(decided.Reference, measure),

            // Who was away then may be back when a measure's place is to be filled.
            Substitutions = partnership.Substitutions.RemoveAll(put => put.Walk == decided.Reference.Walk),
        };
    }

    public static Partnership Evolve(Partnership partnership, MeasureStatusChanged changed)
    {
        Measure measure = partnership.Measures[changed.Reference];
        MeasureClosure? closure = Measure.IsEnd(changed.To) ? new MeasureClosure(changed.Date, changed.Note) : null;
        return partnership with
        {
            Measures = partnership.Measures.SetItem(changed.Reference, measure with { Status = changed.To, Closure = closure }),
        };
    }

    public static Partnership Evolve(Partnership partnership, MeasureReplaced replaced)
    {
        Measure measure = partnership.Measures[replaced.Reference];
        return partnership with
        {
            Measures = partnership.Measures.SetItem(
                replaced.Reference,
                measure with { Status = MeasureStatus.Replaced, Closure = new MeasureClosure(replaced.Date, replaced.Reason) }),
        };
    }

    public static Partnership Evolve(Partnership partnership, MeasureReplanned replanned)
    {
        Measure measure = partnership.Measures[replanned.Reference];
        return partnership with { Measures = partnership.Measures.SetItem(replanned.Reference, measure with { Plan = replanned.Plan }) };
    }

    /// <summary>Tells whether another place of the walk is still to be filled; one that nobody is left for is not.</summary>
    private static bool IsBeingChosen(Partnership partnership, WalkNumber walk) =>
        partnership.LatestPollOf(walk) is { HasEnded: false }
        || partnership.Recommendations[walk] is { IsDecided: false, Proposals.IsEmpty: false }
        || (Choosing.PlacesLeftOf(partnership, walk) > 0 && !Choosing.CandidatesOf(partnership, walk).IsEmpty);

    private static Decision End(Measure measure, MeasureStatus to, DateOnly date, string note, TextField field, DateOnly today)
    {
        Refusal? refusal = TextRule.Required(field, note, ChangeMeasureStatus.LongestNote)
            ?? (date > today ? new DayNotCome(date) : null);
        return refusal is null
            ? Decision.Accept(new MeasureStatusChanged(measure.Reference, measure.Status, to, date, note))
            : Decision.Refuse(refusal);
    }
}
