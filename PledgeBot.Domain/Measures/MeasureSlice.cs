using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Partnerships;
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

        DateOnly today = SwedishTime.DayAt(moment.Now);
        string note = command.Note.Trim();
        if (!measure.IsOpen && (Measure.IsEnd(command.To) || !partnership.IsCoordinator(moment.By)))
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

        MeasurePlan plan = command.Plan with { Responsible = command.Plan.Responsible.Trim() };
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
            Closure: null);
        return partnership with { Measures = partnership.Measures.Add(decided.Reference, measure) };
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

    public static Partnership Evolve(Partnership partnership, MeasureReplanned replanned)
    {
        Measure measure = partnership.Measures[replanned.Reference];
        return partnership with { Measures = partnership.Measures.SetItem(replanned.Reference, measure with { Plan = replanned.Plan }) };
    }

    private static Decision End(Measure measure, MeasureStatus to, DateOnly date, string note, TextField field, DateOnly today)
    {
        Refusal? refusal = TextRule.Required(field, note, ChangeMeasureStatus.LongestNote)
            ?? (date > today ? new DayNotCome(date) : null);
        return refusal is null
            ? Decision.Accept(new MeasureStatusChanged(measure.Reference, measure.Status, to, date, note))
            : Decision.Refuse(refusal);
    }
}
