using System.Collections.Immutable;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>Draws what lies behind a recommendation: what it replaces, how ties were settled, what was returned, and who dissents.</summary>
internal static class DecisionLines
{
    // The whole card stays under 25 KB, whatever the members write.
    private const int MostReturned = 4;
    private const int MostDissents = 4;
    private const int LongestSuggestion = 90;

    /// <summary>Draws which measure is replaced and why, and what stands beside it.</summary>
    public static IEnumerable<CardElement> Replaced(Recommendation recommendation, Partnership partnership)
    {
        if (recommendation.Replaces is not { } reference)
        {
            yield break;
        }

        Measure replaced = partnership.Measures[reference];
        yield return Line.Below(Word.Fill(
            DecisionTexts.Replaces, reference, Clipped.To(replaced.Suggestion, LongestSuggestion).TrimEnd('.'), replaced.Closure!.Note));
        ProposalReference[] standing =
        [
            .. partnership.Measures.Values
                .Where(measure => measure.Reference.Walk == reference.Walk && measure.Status != MeasureStatus.Replaced)
                .Select(measure => measure.Reference)
                .Except(recommendation.Proposals),
        ];
        if (standing.Length > 0)
        {
            yield return Line.Subtle(Word.Fill(DecisionTexts.StandsAsBefore, WhatFollows.ListOf(standing)));
        }
    }

    /// <summary>Draws how it was settled what the polls had left unsettled.</summary>
    public static IEnumerable<CardElement> Settled(Recommendation recommendation, Partnership partnership) =>
        from poll in partnership.Polls
        where poll.Walk == recommendation.Walk && poll.Settlement is not null
        let settlement = poll.Settlement
        let chosen = settlement.Chosen.Intersect(recommendation.Proposals).ToArray()
        where chosen.Length > 0
        select Line.Below(settlement.Way switch
        {
            SettlementWay.Agreement => Word.Fill(DecisionTexts.SettledAgreement, WhatFollows.ListOf(chosen)),
            SettlementWay.CastingVote => Word.Fill(DecisionTexts.SettledCastingVote, WhatFollows.ListOf(chosen), settlement.Title, settlement.Reason),
            _ => Word.Fill(DecisionTexts.SettledLots, WhatFollows.ListOf(chosen)),
        });

    /// <summary>Draws what the parties have returned, and why; the latest, when there is much.</summary>
    public static IEnumerable<CardElement> Returned(Recommendation recommendation, Partnership partnership)
    {
        ImmutableArray<ReturnedProposal> all = DecisionStanding.ReturnedOnTheWay(recommendation, partnership);
        if (all.IsEmpty)
        {
            yield break;
        }

        yield return Line.Section(DecisionTexts.ReturnedHeading);
        foreach (ReturnedProposal returned in all.TakeLast(MostReturned))
        {
            yield return Line.Below(Word.Fill(
                DecisionTexts.ReturnedProposal, returned.Reference, Clipped.To(partnership.Proposals[returned.Reference].Suggestion, LongestSuggestion)));
            yield return Line.Subtle(returned.Recorded is { } recorded
                ? Word.Fill(
                    DecisionTexts.ReturnedRecorded,
                    Word.Capital(Word.For(returned.Party)),
                    returned.Title,
                    Word.For(recorded.Manner),
                    Word.For(recorded.Day),
                    recorded.RecorderTitle,
                    returned.Reason)
                : Word.Fill(
                    DecisionTexts.ReturnedBy,
                    Word.Capital(Word.For(returned.Party)),
                    returned.Title,
                    Word.For(SwedishTime.DayAt(returned.At)),
                    returned.Reason));
        }

        if (all.Length > MostReturned)
        {
            yield return Line.Subtle(Word.Fill(DecisionTexts.ReturnedEarlier, all.Length - MostReturned));
        }
    }

    /// <summary>Draws the dissenting opinions; the first, when there are many.</summary>
    public static IEnumerable<CardElement> Dissents(Recommendation recommendation)
    {
        if (recommendation.Dissents.IsEmpty)
        {
            yield break;
        }

        yield return Line.Section(DecisionTexts.DissentsHeading);
        foreach (Dissent dissent in recommendation.Dissents.Take(MostDissents))
        {
            yield return Line.Below(Word.Fill(DecisionTexts.DissentBy, dissent.Title, Word.For(dissent.Party), dissent.Text));
        }

        if (recommendation.Dissents.Length > MostDissents)
        {
            yield return Line.Subtle(Word.Fill(DecisionTexts.MoreDissents, recommendation.Dissents.Length - MostDissents));
        }
    }

    /// <summary>Draws the record of decision and the diary numbers.</summary>
    public static IEnumerable<CardElement> Record(WalkNumber walk, Partnership partnership)
    {
        RecordMatters matters = partnership.MattersOf(walk);
        if (!matters.DiaryNumbers.IsEmpty)
        {
            yield return Line.Subtle(Word.Fill(
                DecisionTexts.DiaryNumbers,
                string.Join(", ", matters.DiaryNumbers.Select(entry => Word.Fill(DecisionTexts.DiaryEntry, Word.For(entry.Key), entry.Value)))));
        }

        if (partnership.LatestRecordOf(walk) is { } record)
        {
            yield return Line.Subtle(Word.Fill(DecisionTexts.RecordMade, record.Number, Word.For(SwedishTime.DayAt(record.MadeAt))));
        }
    }
}
