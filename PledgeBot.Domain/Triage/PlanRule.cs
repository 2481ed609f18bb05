using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Triage;

/// <summary>The rule for a plan: a unit that is responsible, and a day to be done by that lies ahead, within the promise's period.</summary>
internal static class PlanRule
{
    /// <summary>Gives the reason why a plan cannot be kept; nothing when it can. Its texts are trimmed before.</summary>
    public static Refusal? Refuse(Partnership partnership, WalkNumber walk, MeasurePlan plan, DateTimeOffset now)
    {
        if ((TextRule.Required(TextField.Responsible, plan.Responsible, MeasurePlan.LongestResponsible)
            ?? TextRule.Optional(TextField.Budget, plan.Budget, MeasurePlan.LongestBudget)) is { } refusal)
        {
            return refusal;
        }

        // A walk is planned and carried out within a promise's period, so it always has one.
        PromisePeriod period = partnership.PromiseOf(walk)!.Period;
        DateOnly today = SwedishTime.DayAt(now);
        DateOnly first = today > period.First ? today : period.First;
        return plan.Due >= first && plan.Due <= period.Last ? null : new DueOutsidePeriod(plan.Due, first, period.Last);
    }
}
