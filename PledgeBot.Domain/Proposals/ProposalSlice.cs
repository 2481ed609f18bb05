using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Proposals;

/// <summary>The proposals.</summary>
internal static class ProposalSlice
{
    public static Decision Register(Partnership partnership, RegisterProposal command)
    {
        if (partnership.FindWalk(command.Walk) is null)
        {
            return Decision.Refuse(new NoSuchWalk(command.Walk));
        }

        if (partnership.IsPutToGroup(command.Walk))
        {
            return Decision.Refuse(new ProposalsClosed(command.Walk));
        }

        string place = command.Place.Trim();
        string problem = command.Problem.Trim();
        string suggestion = command.Suggestion.Trim();
        int held = partnership.ProposalsOf(command.Walk).Count();
        Refusal? refusal = TextRule.Required(TextField.Place, place, RegisterProposal.LongestPlace)
            ?? TextRule.Required(TextField.Problem, problem, RegisterProposal.LongestProblem)
            ?? TextRule.Required(TextField.Suggestion, suggestion, RegisterProposal.LongestSuggestion)
            ?? (held >= RegisterProposal.MostPerWalk ? new TooManyProposals(command.Walk, RegisterProposal.MostPerWalk) : null);
        if (refusal is not null)
        {
            return Decision.Refuse(refusal);
        }

        var reference = new ProposalReference(command.Walk, held + 1);
        return Decision.Accept(new ProposalRegistered(reference, place, command.Category, problem, suggestion, command.Photo));
    }

    public static Decision AddPhoto(Partnership partnership, AddProposalPhoto command)
    {
        if (!partnership.Proposals.TryGetValue(command.Reference, out Proposal? proposal))
        {
            return Decision.Refuse(new NoSuchProposal(command.Reference));
        }

        return proposal.Photo == command.Photo
            ? Decision.Accept()
            : Decision.Accept(new ProposalPhotoAdded(command.Reference, command.Photo));
    }

    public static Partnership Evolve(Partnership partnership, ProposalRegistered registered, MemberId? by)
    {
        var proposal = new Proposal(
            registered.Reference,
            registered.Place,
            registered.Category,
            registered.Problem,
            registered.Suggestion,
            registered.Photo,
            by,
            Assessment: null);
        return partnership with { Proposals = partnership.Proposals.Add(registered.Reference, proposal) };
    }

    public static Partnership Evolve(Partnership partnership, ProposalPhotoAdded added)
    {
        Proposal proposal = partnership.Proposals[added.Reference];
        return partnership with { Proposals = partnership.Proposals.SetItem(added.Reference, proposal with { Photo = added.Photo }) };
    }
}
