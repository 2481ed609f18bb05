using System.Collections.Immutable;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>Says what came of a proposal going out, returned or replaced: the next in rank, a new poll, or nothing.</summary>
internal static class WhatFollows
{
    /// <summary>Gets the sentence.</summary>
    /// <param name="partnership">The state after it went out.</param>
    /// <param name="walk">The walk.</param>
    /// <param name="before">What was recommended before.</param>
    public static string After(Partnership partnership, WalkNumber walk, ImmutableArray<ProposalReference> before)
    {
        if (DecisionStanding.UnfinishedPollOf(partnership, walk) is { } poll)
        {
            return Word.Fill(DecisionTexts.FollowsPoll, ListOf(poll.Options), Word.For(poll.ClosesAt));
        }

        if (partnership.UnsettledOf(walk) is { } unsettled)
        {
            return Word.Fill(DecisionTexts.FollowsUnsettled, ListOf(unsettled.Among));
        }

        Recommendation recommendation = partnership.Recommendations[walk];
        if (recommendation.IsDecided)
        {
            return DecisionTexts.FollowsEmptyPlace;
        }

        ImmutableArray<ProposalReference> coming = [.. recommendation.Proposals.Except(before)];
        return recommendation.Proposals.IsEmpty ? NothingLeft(recommendation, partnership)
            : coming.IsEmpty ? Word.Fill(DecisionTexts.FollowsRemains, ListOf(recommendation.Proposals))
            : Word.Fill(DecisionTexts.FollowsNext, ListOf(coming));
    }

    /// <summary>Says what a coordinator is to do when nothing is recommended any more.</summary>
    /// <param name="recommendation">What has nothing in it any more.</param>
    /// <param name="partnership">The state.</param>
    public static string NothingLeft(Recommendation recommendation, Partnership partnership) => partnership.CandidatesOf(recommendation.Walk).Length switch
    {
        0 when HasMeasures(partnership, recommendation.Walk) => DecisionTexts.NothingLeftForThePlace,
        0 => DecisionTexts.NothingLeft,
        1 => DecisionTexts.NothingLeftOne,
        var candidates => Word.Fill(DecisionTexts.NothingLeftMany, candidates),
    };

    /// <summary>Tells whether a walk has measures that no other has replaced.</summary>
    public static bool HasMeasures(Partnership partnership, WalkNumber walk) =>
        partnership.Measures.Values.Any(measure => measure.Reference.Walk == walk && measure.Status != MeasureStatus.Replaced);

    /// <summary>"V1-02 och V1-03".</summary>
    public static string ListOf(IEnumerable<ProposalReference> references) => Word.List([.. references.Select(reference => reference.ToString())]);
}
