using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Triage;
using PledgeBot.Dialogs.VotingRules;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Proposals;

/// <summary>The card of one proposal, the only one that shows its photo; and the list to choose one from.</summary>
internal static class ProposalCard
{
    /// <summary>Draws a proposal.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="partnership">The state.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="photo">Its photo; nothing if there is none.</param>
    public static DrawnCard Draw(Proposal proposal, Partnership partnership, Member viewer, Photo? photo)
    {
        Walk walk = partnership.FindWalk(proposal.Reference.Walk)!;
        List<CardElement> body = [Line.Heading(Word.Fill(ProposalTexts.CardTitle, proposal.Reference, proposal.Place))];
        if (photo is not null)
        {
            body.Add(new Image
            {
                Url = $"data:image/jpeg;base64,{Convert.ToBase64String(photo.Thumbnail.Span)}",
                AltText = Word.Fill(ProposalTexts.PhotoAlt, proposal.Place),
            });
        }

        body.Add(Facts(proposal, walk).Draw());
        string summary = Word.Fill(ProposalTexts.CardSummary, proposal.Reference, proposal.Suggestion);
        return new DrawnCard(CardFrame.Of(summary, body, Actions(proposal, partnership, viewer)), summary);
    }

    /// <summary>Draws the list of a walk's proposals to choose one from.</summary>
    /// <param name="walk">The walk.</param>
    /// <param name="proposals">Its proposals; at least one.</param>
    public static DrawnCard DrawList(Walk walk, IReadOnlyList<Proposal> proposals)
    {
        string title = Word.Fill(ProposalTexts.ListTitle, walk.Number, walk.Locality);
        return new DrawnCard(
            CardFrame.Of(
                title,
                [
                    Line.Heading(title),
                    new InputChoiceSet
                    {
                        Id = ProposalFeature.ProposalField,
                        Label = ProposalTexts.ListChoose,
                        IsRequired = true,
                        ErrorMessage = ProposalTexts.ListMissing,
                        Style = ChoiceInputStyle.Compact,
                        Choices = [.. proposals.Select(proposal => new InputChoice { Title = ProposalLines.InChoice(proposal), Value = proposal.Reference.ToString() })],
                    },
                ],
                [
                    new ExecuteAction { Title = ProposalTexts.ListShow, Verb = ProposalFeature.ShowVerb }.WithSubmitFallback(),
                    (ViewButton.For(ProposalTexts.ButtonWalk, Subject.Of(walk.Number)) with { AssociatedInputs = AssociatedInputs.None }).WithSubmitFallback(),
                ]),
            title);
    }

    private static FactList Facts(Proposal proposal, Walk walk)
    {
        Assessment? assessment = proposal.Assessment;
        MeasurePlan? plan = assessment?.Plan;
        return new FactList
        {
            { ProposalTexts.FactWalk, Word.Fill(ProposalTexts.FactWalkValue, walk.Number, walk.Locality) },
            { ProposalTexts.FactCategory, Word.For(proposal.Category) },
            { ProposalTexts.FactProblem, proposal.Problem },
            { ProposalTexts.FactSuggestion, proposal.Suggestion },
            { ProposalTexts.FactAssessment, ProposalLines.Assessment(proposal) },
            { ProposalTexts.FactWithdrawn, proposal.WithdrawnBecause },
            { ProposalTexts.FactResponsible, plan?.Responsible },
            { ProposalTexts.FactParty, plan is null ? null : Word.Capital(Word.For(plan.Parties)) },
            { ProposalTexts.FactDue, plan is null ? null : Word.For(plan.Due) },
            { ProposalTexts.FactBudget, plan?.Budget },
            { NoteTitle(assessment?.Class), assessment?.Note },
        };
    }

    private static string NoteTitle(TriageClass? assessed) => assessed switch
    {
        TriageClass.FaultReport => ProposalTexts.FactFaultNumber,
        TriageClass.SomeoneElses => ProposalTexts.FactSentTo,
        _ => ProposalTexts.FactWhy,
    };

    private static AdaptiveAction[] Actions(Proposal proposal, Partnership partnership, Member viewer)
    {
        var actions = new List<AdaptiveAction>();
        if (viewer.Has(Duties.Coordinate) && !partnership.IsPutToGroup(proposal.Reference.Walk))
        {
            string words = proposal.Assessment is null ? ProposalTexts.ButtonTriage : ProposalTexts.ButtonTriageAgain;
            actions.Add(FormButton.For(words, TriageDialog.Id, proposal.Reference.ToString()));
        }

        if (viewer.Has(Duties.Coordinate) && CanBeWithdrawn(proposal.Reference, partnership))
        {
            actions.Add(FormButton.For(ProposalTexts.ButtonWithdraw, WithdrawDialog.Id, proposal.Reference.ToString()));
        }

        if (partnership.Measures.ContainsKey(proposal.Reference))
        {
            actions.Add(ViewButton.For(ProposalTexts.ButtonMeasure, Subject.OfMeasure(proposal.Reference)));
        }

        actions.Add(ViewButton.For(ProposalTexts.ButtonWalk, Subject.Of(proposal.Reference.Walk)));
        return [.. actions];
    }

    private static bool CanBeWithdrawn(ProposalReference reference, Partnership partnership) =>
        partnership.CandidatesOf(reference.Walk).Contains(reference)
        && partnership.Recommendations.GetValueOrDefault(reference.Walk)?.Proposals.Contains(reference) != true;
}
