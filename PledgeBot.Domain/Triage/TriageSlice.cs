using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Triage;

/// <summary>The assessments.</summary>
internal static class TriageSlice
{
    public static Decision Triage(Partnership partnership, TriageProposal command, Moment moment)
    {
        if (!partnership.Proposals.TryGetValue(command.Reference, out Proposal? proposal))
        {
            return Decision.Refuse(new NoSuchProposal(command.Reference));
        }

        if (partnership.IsPutToGroup(command.Reference.Walk))
        {
            return Decision.Refuse(new TriageClosed(command.Reference));
        }

        Assessment assessment = Tidy(command.Assessment);
        if (assessment == proposal.Assessment)
        {
            return Decision.Accept();
        }

        return Refuse(partnership, command.Reference, assessment, moment) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new ProposalTriaged(command.Reference, assessment));
    }

    public static Partnership Evolve(Partnership partnership, ProposalTriaged triaged)
    {
        Proposal proposal = partnership.Proposals[triaged.Reference];
        return partnership with
        {
            Proposals = partnership.Proposals.SetItem(triaged.Reference, proposal with { Assessment = triaged.Assessment }),
        };
    }

    /// <summary>Finds the measure of another walk in the same promise that does the same at the same place; nothing if there is none.</summary>
    public static Measure? SameMeasure(Partnership partnership, ProposalReference reference)
    {
        Proposal proposal = partnership.Proposals[reference];
        return partnership.Measures.Values.FirstOrDefault(measure =>
            measure.Reference.Walk != reference.Walk
            && measure.Status is not (MeasureStatus.Replaced or MeasureStatus.WillNotBeDone)
            && partnership.PromiseOf(measure.Reference.Walk) == partnership.PromiseOf(reference.Walk)
            && string.Equals(measure.Place, proposal.Place, StringComparison.OrdinalIgnoreCase)
            && string.Equals(measure.Suggestion, proposal.Suggestion, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Drops the plan of what nobody will carry out here, and the blanks around the texts.</summary>
    private static Assessment Tidy(Assessment assessment) => assessment with
    {
        Plan = assessment is { Class: TriageClass.Candidate, Plan: { } plan } ? plan.Tidy() : null,
        Note = assessment.Note.Trim(),
    };

    private static Refusal? Refuse(Partnership partnership, ProposalReference reference, Assessment assessment, Moment moment)
    {
        Refusal? refusal = assessment.Class == TriageClass.SomeoneElses
            ? TextRule.Required(TextField.TriageNote, assessment.Note, TriageProposal.LongestNote)
            : TextRule.Optional(TextField.TriageNote, assessment.Note, TriageProposal.LongestNote);
        if (refusal is not null || assessment.Class != TriageClass.Candidate)
        {
            return refusal;
        }

        if (SameMeasure(partnership, reference) is { } measure)
        {
            return new SameAsMeasure(measure.Reference);
        }

        return assessment.Plan is { } plan
            ? PlanRule.Refuse(partnership, reference.Walk, plan, moment.Now)
            : new PlanMissing(reference);
    }
}
