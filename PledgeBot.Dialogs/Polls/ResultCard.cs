using System.Collections.Immutable;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.VotingRules;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Draws a closed poll: votes per proposal and turnout per party. Who voted for what is in the record of decision, not here.</summary>
internal static class ResultCard
{
    /// <summary>More options than this are told without bars, which would take more room than a card has.</summary>
    private const int MostBars = 20;

    /// <summary>Draws the poll.</summary>
    public static DrawnCard Draw(Poll poll, PollResult result, CardView view)
    {
        Partnership partnership = view.Partnership;
        string locality = PollCard.LocalityOf(poll, partnership);
        Unsettled? unsettled = partnership.UnsettledOf(poll.Walk) is { } found && found.Poll.Id == poll.Id ? found : null;
        List<CardElement> body =
        [
            Line.Heading(Word.Fill(PollTexts.ClosedTitle, poll.Walk, locality)),
            .. OutcomeOf(poll, result, partnership, isUnsettled: unsettled is not null).Select(Line.Of),
            .. SettlementLines.For(poll, unsettled, partnership),
            .. unsettled is null ? [] : (CardElement[])[Line.Section(PollTexts.VotesHeading)],
            .. VotesOf(poll, result, partnership),
            Line.Section(PollTexts.TurnoutHeading),
            .. result.Turnouts.Select(turnout => Line.Below(PollLines.Of(turnout))),
            .. result.Abstentions > 0 ? [Line.Below(Word.Fill(PollTexts.Abstentions, result.Abstentions))] : (CardElement[])[],
            .. RecordedVotes.In(result.Turnouts).Concat(PollLines.ConflictsOf(poll)).Select(Line.Below),
            .. PollLines.ExtensionsOf(poll).Append(Word.Fill(PollTexts.ClosedAt, Word.For(result.ClosedAt))).Select(Line.Subtle),
        ];
        if (!result.Ballots.IsEmpty)
        {
            body.Add(Line.Subtle(PollTexts.CheckReceipt));
        }

        string summary = Word.Fill(PollTexts.SummaryClosed, poll.Walk, locality);
        return new DrawnCard(
            CardFrame.Of(summary, body, NextSteps(poll, unsettled, view), ViewButton.Refresh(Subject.Of(poll.Id), AccountsFor(unsettled, view))), summary);
    }

    private static IEnumerable<CardElement> VotesOf(Poll poll, PollResult result, Partnership partnership)
    {
        int most = result.Totals.Max(total => total.Votes);
        foreach (OptionTotal total in result.Totals.OrderByDescending(total => total.Votes).ThenBy(total => total.Option))
        {
            string suggestion = PollCard.Fitting(partnership.Proposals[total.Option].Suggestion, poll);
            string line = Word.Fill(PollTexts.OptionResult, total.Option, suggestion, Word.Votes(total.Votes));
            bool isChosen = result.Chosen.Contains(total.Option);
            yield return Line.Of(
                isChosen ? Word.Fill(PollTexts.ChosenMark, line)
                : result.Tied.Contains(total.Option) ? Word.Fill(PollTexts.TiedMark, line)
                : line);
            if (result.Totals.Length <= MostBars
                && ProportionBar.Draw(
                    new BarSegment(total.Votes, isChosen ? BarColor.Good : BarColor.Accent),
                    new BarSegment(most - total.Votes, BarColor.Rest)) is { } bar)
            {
                yield return bar;
            }
        }
    }

    private static IEnumerable<string> OutcomeOf(Poll poll, PollResult result, Partnership partnership, bool isUnsettled)
    {
        string nothing = isUnsettled ? $" {PollTexts.NothingDecided}" : "";
        switch (result.Outcome)
        {
            case PollOutcome.Clear:
                Recommendation? recommendation = partnership.Recommendations.GetValueOrDefault(poll.Walk);
                ImmutableArray<ProposalReference> recommended = recommendation?.Proposals ?? result.Chosen;
                yield return Word.Fill(
                    recommendation?.IsDecided == true ? PollTexts.OutcomeDecided : PollTexts.OutcomeClear, PollLines.Names(recommended));
                break;
            case PollOutcome.Tie:
                if (!result.Chosen.IsEmpty)
                {
                    yield return Word.Fill(PollTexts.OutcomeTieChosen, PollLines.Names(result.Chosen));
                }

                yield return Word.Fill(PollTexts.OutcomeTie, PollLines.Names(result.Tied)) + nothing;
                if (RunOffOf(poll, partnership) is not null)
                {
                    yield return PollTexts.TieRunOff;
                }

                break;
            case PollOutcome.NotQuorate:
                yield return Word.Fill(PollTexts.OutcomeNotQuorate, RuleLines.Quorum(poll.Rules, Math.Max(1, poll.Roll.Length))) + nothing;
                break;
            default:
                yield return PollTexts.OutcomeNoVotes + nothing;
                break;
        }
    }

    private static AdaptiveAction[] NextSteps(Poll poll, Unsettled? unsettled, CardView view)
    {
        if (RunOffOf(poll, view.Partnership) is { } runOff)
        {
            return [ViewButton.For(PollTexts.ShowNewPoll, Subject.Of(runOff.Id))];
        }

        return unsettled is null ? [] : [.. SettlementButtons.For(unsettled, view)];
    }

    // While something is to be settled, those who can do so see their own buttons.
    private static IReadOnlyList<string> AccountsFor(Unsettled? unsettled, CardView view) =>
        unsettled is null ? [] : view.AccountsOf(SettlementButtons.ConcernedBy(unsettled, view.Partnership));

    private static Poll? RunOffOf(Poll poll, Partnership partnership) => partnership.Polls.FirstOrDefault(other => other.RunOffOf == poll.Id);
}
