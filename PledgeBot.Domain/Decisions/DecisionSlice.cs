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

        if (partnership.LatestPollOf(command.Walk) is { HasEnded: false } open)
        {
            return Decision.Refuse(new AnotherPollOpen(command.Walk, open.ClosesAt));
        }

        ImmutableArray<ProposalReference> candidates = Choosing.CandidatesOf(partnership, command.Walk);
        if (candidates.IsEmpty)
        {
            return Decision.Refuse(new TooFewCandidates(command.Walk, 0));
        }

        return candidates.Length > Choosing.PlacesLeftOf(partnership, command.Walk)
            ? Decision.Refuse(new PollNeeded(command.Walk, candidates.Length))
            : Decision.Accept(new RecommendationMade(command.Walk, candidates, Poll: null, Choosing.ReplacedOf(partnership, command.Walk)));
    }

    public static Decision Confirm(Partnership partnership, ConfirmRecommendation command, Moment moment)
    {
        if (RefuseUnlessStanding(partnership, command.Walk, out Recommendation? recommendation) is { } unready)
        {
            return Decision.Refuse(unready);
        }

        if (Confirmer.Find(partnership, command.Walk, told: null, moment, out Confirmer confirmer) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        return recommendation!.IsConfirmedBy(confirmer.Member.Party) ? Decision.Accept() : Confirmed(partnership, recommendation, confirmer);
    }

    public static Decision Record(Partnership partnership, RecordConfirmation command, Moment moment)
    {
        if (RefuseUnlessStanding(partnership, command.Walk, out Recommendation? recommendation) is { } unready)
        {
            return Decision.Refuse(unready);
        }

        var told = new Told(command.Member, command.Day, command.Manner);
        if (Confirmer.Find(partnership, command.Walk, told, moment, out Confirmer confirmer) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        if (recommendation!.IsConfirmedBy(confirmer.Member.Party))
        {
            return Decision.Refuse(new PartyHasConfirmed(command.Walk, confirmer.Member.Party));
        }

        DateOnly made = SwedishTime.DayAt(recommendation.RecommendedAt);
        return command.Day < made ? Decision.Refuse(new ConfirmedTooEarly(command.Day, made)) : Confirmed(partnership, recommendation, confirmer);
    }

    public static Decision Return(Partnership partnership, ReturnProposal command, Moment moment)
    {
        WalkNumber walk = command.Reference.Walk;
        if (!partnership.Recommendations.TryGetValue(walk, out Recommendation? recommendation) || !recommendation.Proposals.Contains(command.Reference))
        {
            return Decision.Refuse(new NotRecommended(command.Reference));
        }

        if (recommendation.IsDecided)
        {
            return Decision.Refuse(new AlreadyDecided(walk));
        }

        // What a poll came to whose time has passed is not for a return to undo.
        if (partnership.LatestPollOf(walk) is { HasEnded: false } poll && !poll.IsOpenAt(moment.Now))
        {
            return Decision.Refuse(new NotSettledYet(walk));
        }

        if (Confirmer.Find(partnership, walk, command.Told, moment, out Confirmer confirmer) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        string reason = command.Reason.Trim();
        if (TextRule.Required(TextField.ReturnReason, reason, ReturnProposal.LongestReason) is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        var returned = new ProposalReturned(command.Reference, confirmer.Member.Party, confirmer.Member.Title, reason, confirmer.Recorded);
        Partnership after = Evolve(partnership, returned, new RecordedEvent(partnership.Version + 1, moment.Now, moment.By, returned));
        return Decision.Accept(
            [returned, .. Choosing.Next(after, walk, command.RunOff, wentOut: command.Reference, moment.Now)]);
    }

    public static Decision Dissent(Partnership partnership, GiveDissent command, Moment moment)
    {
        if (!partnership.Recommendations.TryGetValue(command.Walk, out Recommendation? recommendation))
        {
            return Decision.Refuse(new NothingToConfirm(command.Walk));
        }

        if (recommendation.IsDecided)
        {
            return Decision.Refuse(new AlreadyDecided(command.Walk));
        }

        Member member = partnership.FindMember(moment.By!.Value)!;
        bool took = recommendation.Poll is { } id ? partnership.FindPoll(id)!.IsOnRoll(member.Id) : member.Has(Duties.Vote);
        if (!took || Confirmer.HasConflict(partnership, command.Walk, member.Id))
        {
            return Decision.Refuse(new NotOnRoll());
        }

        string text = command.Text.Trim();
        if (TextRule.Required(TextField.DissentText, text, GiveDissent.LongestText) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        return recommendation.Dissents.Any(dissent => dissent.By == member.Id && dissent.Text == text)
            ? Decision.Accept()
            : Decision.Accept(new DissentGiven(command.Walk, member.Party, member.Title, text));
    }

    public static Decision Close(Partnership partnership, CloseWithoutMeasures command)
    {
        if (partnership.FindWalk(command.Walk) is { NoMeasuresBecause: not null })
        {
            return Decision.Accept();
        }

        if (PollSlice.RefuseUntilReady(partnership, command.Walk) is { } unready)
        {
            return Decision.Refuse(unready);
        }

        if (partnership.LatestPollOf(command.Walk) is { HasEnded: false } open)
        {
            return Decision.Refuse(new AnotherPollOpen(command.Walk, open.ClosesAt));
        }

        bool hasMeasures = partnership.Measures.Values.Any(measure => measure.Reference.Walk == command.Walk && measure.Status != MeasureStatus.Replaced);
        if (hasMeasures || !Choosing.CandidatesOf(partnership, command.Walk).IsEmpty)
        {
            return Decision.Refuse(new HasCandidates(command.Walk));
        }

        string reason = command.Reason.Trim();
        return TextRule.Required(TextField.NoMeasuresReason, reason, CloseWithoutMeasures.LongestReason) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(new WalkClosedWithoutMeasures(command.Walk, reason));
    }

    public static Partnership Evolve(Partnership partnership, RecommendationMade made, DateTimeOffset at)
    {
        Recommendation? earlier = partnership.Recommendations.GetValueOrDefault(made.Walk);
        var recommendation = new Recommendation(made.Walk, made.Proposals, made.Poll, at, [])
        {
            Replaces = made.Replaces,
            Returned = earlier?.Returned ?? [],
            Dissents = earlier is { IsDecided: false } ? earlier.Dissents : [],
        };
        return partnership with { Recommendations = partnership.Recommendations.SetItem(made.Walk, recommendation) };
    }

    public static Partnership Evolve(Partnership partnership, RecommendationConfirmed confirmed, RecordedEvent recorded)
    {
        Recommendation recommendation = partnership.Recommendations[confirmed.Walk];
        MemberId by = confirmed.Recorded?.Member ?? recorded.By!.Value;
        var confirmation = new Confirmation(confirmed.Party, by, confirmed.Title, recorded.At, confirmed.Recorded);
        return With(partnership, recommendation with { Confirmations = recommendation.Confirmations.Add(confirmation) });
    }

    public static Partnership Evolve(Partnership partnership, ProposalReturned returned, RecordedEvent recorded)
    {
        Recommendation recommendation = partnership.Recommendations[returned.Reference.Walk];
        MemberId by = returned.Recorded?.Member ?? recorded.By!.Value;
        var entry = new ReturnedProposal(
            returned.Reference, returned.Party, by, returned.Title, returned.Reason, recorded.At, returned.Recorded);
        return With(
            partnership,
            recommendation with
            {
                Proposals = recommendation.Proposals.Remove(returned.Reference),
                RecommendedAt = recorded.At,
                Confirmations = [],
                Returned = recommendation.Returned.Add(entry),
            });
    }

    public static Partnership Evolve(Partnership partnership, DissentGiven given, RecordedEvent recorded)
    {
        Recommendation recommendation = partnership.Recommendations[given.Walk];
        var dissent = new Dissent(recorded.By!.Value, given.Party, given.Title, given.Text, recorded.At);
        return With(partnership, recommendation with { Dissents = recommendation.Dissents.RemoveAll(earlier => earlier.By == dissent.By).Add(dissent) });
    }

    public static Partnership Evolve(Partnership partnership, WalkClosedWithoutMeasures closed)
    {
        Walk walk = partnership.FindWalk(closed.Walk)!;
        return partnership with { Walks = partnership.Walks.Replace(walk, walk with { NoMeasuresBecause = closed.Reason }) };
    }

    /// <summary>Gives the reason why a walk's recommendation cannot be confirmed now; nothing when it can, or is decided.</summary>
    private static Refusal? RefuseUnlessStanding(Partnership partnership, WalkNumber walk, out Recommendation? recommendation)
    {
        if (!partnership.Recommendations.TryGetValue(walk, out recommendation))
        {
            return new NothingToConfirm(walk);
        }

        if (recommendation.IsDecided)
        {
            return null;
        }

        bool waits = partnership.LatestPollOf(walk) is { HasEnded: false } || Unsettled.Of(partnership, walk) is not null;
        return waits ? new NotSettledYet(walk)
            : recommendation.Proposals.IsEmpty ? new NothingToConfirm(walk)
            : null;
    }

    private static Decision Confirmed(Partnership partnership, Recommendation recommendation, Confirmer confirmer)
    {
        if (!recommendation.Confirmations.IsEmpty && PollSlice.RefuseDecidedElsewhere(partnership, recommendation.Proposals) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        var confirmed = new RecommendationConfirmed(recommendation.Walk, confirmer.Member.Party, confirmer.Member.Title, confirmer.Recorded);
        return recommendation.Confirmations.IsEmpty
            ? Decision.Accept(confirmed)
            : Decision.Accept([confirmed, .. recommendation.Proposals.Select(reference => Measured(partnership, reference))]);
    }

    /// <summary>A recommended proposal was a candidate, and a candidate has a plan.</summary>
    private static MeasureDecided Measured(Partnership partnership, ProposalReference reference) =>
        new(reference, partnership.Proposals[reference].Assessment!.Plan!);

    private static Partnership With(Partnership partnership, Recommendation recommendation) =>
        partnership with { Recommendations = partnership.Recommendations.SetItem(recommendation.Walk, recommendation) };
}
