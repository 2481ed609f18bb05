using System.Collections.Immutable;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
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
        return recommendation.Proposals.IsEmpty ? NothingLeft(partnership.CandidatesOf(walk).Length)
            : coming.IsEmpty ? Word.Fill(DecisionTexts.FollowsRemains, ListOf(recommendation.Proposals))
            : Word.Fill(DecisionTexts.FollowsNext, ListOf(coming));
    }

    /// <summary>Says what a coordinator is to do when nothing is recommended any more.</summary>
    /// <param name="candidates">How many candidates are left.</param>
    public static string NothingLeft(int candidates) => candidates switch
    {
        0 => DecisionTexts.NothingLeft,
        1 => DecisionTexts.NothingLeftOne,
        _ => Word.Fill(DecisionTexts.NothingLeftMany, candidates),
    };

    /// <summary>"V1-02 och V1-03".</summary>
    public static string ListOf(IEnumerable<ProposalReference> references) => Word.List([.. references.Select(reference => reference.ToString())]);
}
