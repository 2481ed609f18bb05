using System.Collections.Immutable;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
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

    public static Decision Withdraw(Partnership partnership, WithdrawProposal command, Moment moment)
    {
        if (!partnership.Proposals.TryGetValue(command.Reference, out Proposal? proposal))
        {
            return Decision.Refuse(new NoSuchProposal(command.Reference));
        }

        if (proposal.WithdrawnBecause is not null)
        {
            return Decision.Accept();
        }

        WalkNumber walk = command.Reference.Walk;
        string reason = command.Reason.Trim();
        Poll? open = partnership.LatestPollOf(walk) is { HasEnded: false } unrecorded ? unrecorded : null;
        Recommendation? recommendation = partnership.Recommendations.GetValueOrDefault(walk);
        Refusal? refusal = partnership.Measures.ContainsKey(command.Reference) ? new IsMeasure(command.Reference)
            : recommendation?.Proposals.Contains(command.Reference) == true ? new IsRecommended(command.Reference)
            : !proposal.IsCandidate ? new NotACandidate(command.Reference)
            : open?.IsOpenAt(moment.Now) == false ? new NotSettledYet(walk)
            : TextRule.Required(TextField.WithdrawalReason, reason, WithdrawProposal.LongestReason);
        if (refusal is not null)
        {
            return Decision.Refuse(refusal);
        }

        var withdrawn = new ProposalWithdrawn(command.Reference, reason);
        Partnership after = Evolve(partnership, withdrawn);

        // A recommendation that stands is not touched: what was next in rank is just passed over.
        return Decision.Accept(open is { RunOffOf: null }
            ? [withdrawn, .. Restart(open, command, moment)]
            : [withdrawn, .. Choosing.Next(after, walk, command.Next, wentOut: command.Reference, moment.Now)]);
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

    public static Partnership Evolve(Partnership partnership, ProposalWithdrawn withdrawn)
    {
        Proposal proposal = partnership.Proposals[withdrawn.Reference];
        return partnership with
        {
            Proposals = partnership.Proposals.SetItem(withdrawn.Reference, proposal with { WithdrawnBecause = withdrawn.Reason }),
        };
    }

    public static Partnership Evolve(Partnership partnership, ProposalPhotoAdded added)
    {
        Proposal proposal = partnership.Proposals[added.Reference];
        return partnership with { Proposals = partnership.Proposals.SetItem(added.Reference, proposal with { Photo = added.Photo }) };
    }

    /// <summary>Breaks a poll off, and begins it again among the rest, or recommends them when there is nothing left to vote about.</summary>
    private static ImmutableArray<PartnershipEvent> Restart(Poll poll, WithdrawProposal command, Moment moment)
    {
        if (!poll.Options.Contains(command.Reference))
        {
            return [];
        }

        ImmutableArray<ProposalReference> left = poll.Options.Remove(command.Reference);
        var cancelled = new PollCancelled(poll.Id, command.Reference);
        return left.Length > poll.Rules.Picks ? [cancelled, PollSlice.Again(poll, command.Next, left, moment.Now)]
            : left.IsEmpty ? [cancelled]
            : [cancelled, new RecommendationMade(poll.Walk, left, Poll: null, poll.Replaces)];
    }
}
