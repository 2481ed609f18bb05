using System.Collections.Immutable;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

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

        return Confirmed(partnership, recommendation, new RecommendationConfirmed(command.Walk, member.Party, member.Title));
    }

    public static Decision Record(Partnership partnership, RecordConfirmation command, Moment moment)
    {
        if (!partnership.Recommendations.TryGetValue(command.Walk, out Recommendation? recommendation))
        {
            return Decision.Refuse(new NothingToConfirm(command.Walk));
        }

        if (partnership.FindMember(command.Member) is not { } member || !member.Has(Duties.Confirm))
        {
            return Decision.Refuse(new NotAConfirmer());
        }

        Member recorder = partnership.FindMember(moment.By!.Value)!;
        if (member == recorder)
        {
            return Decision.Refuse(new OwnConfirmation(command.Walk));
        }

        if (recommendation.IsConfirmedBy(member.Party))
        {
            return Decision.Refuse(new PartyHasConfirmed(command.Walk, member.Party));
        }

        if (RefuseDay(command.Day, recommendation, moment) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        var recorded = new RecordedConfirmation(member.Id, command.Day, command.Manner, recorder.Title);
        return Confirmed(partnership, recommendation, new RecommendationConfirmed(command.Walk, member.Party, member.Title, recorded));
    }

    public static Partnership Evolve(Partnership partnership, RecommendationMade made, DateTimeOffset at) => partnership with
    {
        Recommendations = partnership.Recommendations.Add(made.Walk, new Recommendation(made.Walk, made.Proposals, made.Poll, at, [])),
    };

    public static Partnership Evolve(Partnership partnership, RecommendationConfirmed confirmed, RecordedEvent recorded)
    {
        Recommendation recommendation = partnership.Recommendations[confirmed.Walk];
        MemberId by = confirmed.Recorded?.Member ?? recorded.By!.Value;
        var confirmation = new Confirmation(confirmed.Party, by, confirmed.Title, recorded.At, confirmed.Recorded);
        return partnership with
        {
            Recommendations = partnership.Recommendations.SetItem(
                confirmed.Walk,
                recommendation with { Confirmations = recommendation.Confirmations.Add(confirmation) }),
        };
    }

    private static Decision Confirmed(Partnership partnership, Recommendation recommendation, RecommendationConfirmed confirmed) =>
        recommendation.Confirmations.IsEmpty
            ? Decision.Accept(confirmed)
            : Decision.Accept([confirmed, .. recommendation.Proposals.Select(reference => Measured(partnership, reference))]);

    private static Refusal? RefuseDay(DateOnly day, Recommendation recommendation, Moment moment)
    {
        DateOnly made = SwedishTime.DayAt(recommendation.RecommendedAt);
        return day > SwedishTime.DayAt(moment.Now) ? new DayNotCome(day)
            : day < made ? new ConfirmedTooEarly(day, made)
            : null;
    }

    /// <summary>A recommended proposal was a candidate, and a candidate has a plan.</summary>
    private static MeasureDecided Measured(Partnership partnership, ProposalReference reference) =>
        new(reference, partnership.Proposals[reference].Assessment!.Plan!);
}
