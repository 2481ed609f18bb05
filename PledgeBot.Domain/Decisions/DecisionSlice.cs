using System.Collections.Immutable;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Decisions;

/// <summary>The group's recommendations, and the two confirmations that make a decision of one.</summary>
internal static class DecisionSlice
{
    public static Decision RecommendWithoutPoll(Partnership partnership, RecommendWithoutPoll command)
    {
        if (PollSlice.RefuseUntilReady(partnership, command.Walk) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        ImmutableArray<ProposalReference> candidates =
            [.. partnership.ProposalsOf(command.Walk).Where(proposal => proposal.IsCandidate).Select(proposal => proposal.Reference)];
        return candidates.Length switch
        {
            0 => Decision.Refuse(new TooFewCandidates(command.Walk, 0)),
            > PollRules.ChosenPerWalk => Decision.Refuse(new PollNeeded(command.Walk, candidates.Length)),
            _ => Decision.Accept(new RecommendationMade(command.Walk, candidates, Poll: null)),
        };
    }

    public static Decision Confirm(Partnership partnership, ConfirmRecommendation command, Moment moment)
    {
        if (!partnership.Recommendations.TryGetValue(command.Walk, out Recommendation? recommendation))
        {
            return Decision.Refuse(new NothingToConfirm(command.Walk));
        }

        Member member = partnership.FindMember(moment.By!.Value)!;
        if (recommendation.IsConfirmedBy(member.Party))
        {
            return Decision.Accept();
        }

        var confirmed = new RecommendationConfirmed(command.Walk, member.Party, member.Title);
        return recommendation.Confirmations.IsEmpty
            ? Decision.Accept(confirmed)
            : Decision.Accept([confirmed, .. recommendation.Proposals.Select(reference => Measured(partnership, reference))]);
    }

    public static Partnership Evolve(Partnership partnership, RecommendationMade made, DateTimeOffset at) => partnership with
    {
        Recommendations = partnership.Recommendations.Add(made.Walk, new Recommendation(made.Walk, made.Proposals, made.Poll, at, [])),
    };

    public static Partnership Evolve(Partnership partnership, RecommendationConfirmed confirmed, RecordedEvent recorded)
    {
        Recommendation recommendation = partnership.Recommendations[confirmed.Walk];
        var confirmation = new Confirmation(confirmed.Party, recorded.By!.Value, confirmed.Title, recorded.At);
        return partnership with
        {
            Recommendations = partnership.Recommendations.SetItem(
                confirmed.Walk,
                recommendation with { Confirmations = recommendation.Confirmations.Add(confirmation) }),
        };
    }

    /// <summary>A recommended proposal was a candidate, and a candidate has a plan.</summary>
    private static MeasureDecided Measured(Partnership partnership, ProposalReference reference) =>
        new(reference, partnership.Proposals[reference].Assessment!.Plan!);
}
