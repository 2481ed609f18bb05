using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Draws a poll: the ballot while it is open, the result when it is closed.</summary>
/// <remarks>
/// While it is open the card shows how many have answered per party, and each viewer's own picks to that viewer. It has no way
/// to the count: <see cref="BallotBox"/> gives none.
/// </remarks>
internal static class PollCard
{
    /// <summary>The name of the picks in the button's data.</summary>
    public const string Picks = "picks";

    /// <summary>The name of the poll in the button's data.</summary>
    public const string PollField = "poll";

    /// <summary>Draws the poll with the given key.</summary>
    public static DrawnCard? Draw(string key, CardView view) =>
        PollId.TryParse(key, CultureInfo.InvariantCulture, out PollId id) && view.Partnership.FindPoll(id) is { } poll
            ? Draw(poll, view)
            : null;

    /// <summary>Draws a poll.</summary>
    public static DrawnCard Draw(Poll poll, CardView view) =>
        poll.Result is { } result ? DrawResult(poll, result, view) : DrawBallot(poll, view);

    /// <summary>Gets a proposal as a line of a ballot: reference, suggestion, place.</summary>
    public static string OptionOf(Partnership partnership, ProposalReference reference)
    {
        Proposal proposal = partnership.Proposals[reference];
        return Word.Fill(PollTexts.Option, reference, proposal.Suggestion, proposal.Place);
    }

    /// <summary>Gets how many to choose.</summary>
    public static string RuleOf(Poll poll) => poll.Rules switch
    {
        { Picks: 1 } => PollTexts.ExactlyOne,
        { Exactly: true } => Word.Fill(PollTexts.ExactlyMany, poll.Rules.Picks),
        _ => Word.Fill(PollTexts.AtMostMany, poll.Rules.Picks),
    };

    private static DrawnCard DrawBallot(Poll poll, CardView view)
    {
        Member? viewer = view.Viewer;
        BallotBox box = view.BoxOf(poll.Id);
        Ballot? own = viewer is null ? null : box.BallotOf(viewer.Id);
        bool mayVote = viewer is null || poll.IsOnRoll(viewer.Id);
        string locality = LocalityOf(poll, view.Partnership);

        List<CardElement> body =
        [
            Line.Heading(Word.Fill(poll.RunOffOf is null ? PollTexts.Title : PollTexts.RunOffTitle, poll.Walk, locality)),
            Line.Of($"{RuleOf(poll)} {Word.Fill(PollTexts.ClosesAt, Word.For(poll.ClosesAt))}"),
            Line.Subtle(PollTexts.OpenBallot),
        ];
        if (viewer is not null)
        {
            body.Add(StandingOf(poll, own, mayVote));
        }

        if (own?.Recording is { } recording)
        {
            body.Add(Line.Below(Word.Fill(PollTexts.YourVoteIsRecorded, Word.For(recording.Manner))));
        }

        body.Add(mayVote ? Ballot(poll, own, view.Partnership) : OptionList(poll, view.Partnership));
        body.AddRange(TurnoutOf(poll, box));
        List<AdaptiveAction> actions = [];
        if (mayVote)
        {
            body.Add(Line.Subtle(Word.Fill(PollTexts.TypeVote, VoteReading.Example(poll))));
            actions.Add(Button(own is null ? PollTexts.Vote : PollTexts.ChangeVote, PollFeature.VoteVerb, poll));
            actions.Add((Button(PollTexts.Abstain, PollFeature.AbstainVerb, poll) with { AssociatedInputs = AssociatedInputs.None }).WithSubmitFallback());
        }

        actions.Add(ViewButton.For(PollTexts.Refresh, Subject.Of(poll.Id)));
        if (viewer?.Has(Duties.Coordinate) == true)
        {
            actions.Add(FormButton.For(PollTexts.RecordButton, RecordVoteDialog.Id, poll.Id.ToString()));
        }

        string summary = Word.Fill(PollTexts.SummaryOpen, poll.Walk, locality, Word.For(poll.ClosesAt));
        return new DrawnCard(CardFrame.Of(summary, body, actions, RefreshFor(poll, view)), summary);
    }

    private static DrawnCard DrawResult(Poll poll, PollResult result, CardView view)
    {
        string locality = LocalityOf(poll, view.Partnership);
        List<CardElement> body =
        [
            Line.Heading(Word.Fill(PollTexts.ClosedTitle, poll.Walk, locality)),
            .. OutcomeOf(poll, result, view.Partnership).Select(Line.Of),
        ];
        int most = result.Totals.Max(total => total.Votes);
        foreach (OptionTotal total in result.Totals.OrderByDescending(total => total.Votes).ThenBy(total => total.Option))
        {
            string line = Word.Fill(
                PollTexts.OptionResult, total.Option, view.Partnership.Proposals[total.Option].Suggestion, Word.Votes(total.Votes));
            bool isChosen = result.Chosen.Contains(total.Option);
            body.Add(Line.Of(
                isChosen ? Word.Fill(PollTexts.ChosenMark, line)
                : result.Tied.Contains(total.Option) ? Word.Fill(PollTexts.TiedMark, line)
                : line));
            if (ProportionBar.Draw(
                new BarSegment(total.Votes, isChosen ? BarColor.Good : BarColor.Accent),
                new BarSegment(most - total.Votes, BarColor.Rest)) is { } bar)
            {
                body.Add(bar);
            }
        }

        body.Add(Line.Section(PollTexts.TurnoutHeading));
        body.AddRange(result.Turnouts.Select(turnout => Line.Below(TurnoutLine(turnout))));
        if (result.Abstentions > 0)
        {
            body.Add(Line.Below(Word.Fill(PollTexts.Abstentions, result.Abstentions)));
        }

        body.AddRange(RecordedVotes.In(result.Turnouts).Select(Line.Below));
        body.Add(Line.Subtle(Word.Fill(PollTexts.ClosedAt, Word.For(result.ClosedAt))));
        string summary = Word.Fill(PollTexts.SummaryClosed, poll.Walk, locality);
        return new DrawnCard(CardFrame.Of(summary, body, NextSteps(poll, result, view), ViewButton.Refresh(Subject.Of(poll.Id), [])), summary);
    }

    private static IEnumerable<string> OutcomeOf(Poll poll, PollResult result, Partnership partnership)
    {
        switch (result.Outcome)
        {
            case PollOutcome.Clear:
                ImmutableArray<ProposalReference> recommended =
                    partnership.Recommendations.TryGetValue(poll.Walk, out var recommendation) ? recommendation.Proposals : result.Chosen;
                yield return Word.Fill(PollTexts.OutcomeClear, Names(recommended));
                break;
            case PollOutcome.Tie:
                if (!result.Chosen.IsEmpty)
                {
                    yield return Word.Fill(PollTexts.OutcomeTieChosen, Names(result.Chosen));
                }

                yield return Word.Fill(PollTexts.OutcomeTie, Names(result.Tied));
                yield return HasRunOff(poll, partnership) ? PollTexts.TieRunOff : PollTexts.TieNext;
                break;
            case PollOutcome.NotQuorate:
                yield return PollTexts.OutcomeNotQuorate;
                break;
            default:
                yield return PollTexts.OutcomeNoVotes;
                break;
        }
    }

    private static AdaptiveAction[] NextSteps(Poll poll, PollResult result, CardView view)
    {
        bool mayStart = view.Viewer?.Has(Duties.Coordinate) ?? true;
        if (!mayStart || view.Partnership.LatestPollOf(poll.Walk) != poll)
        {
            return [];
        }

        return result.Outcome switch
        {
            PollOutcome.NotQuorate or PollOutcome.NoVotes => [FormButton.For(PollTexts.StartAgain, PollDialogs.Open, poll.Walk.ToString())],
            _ => [],
        };
    }

    private static bool HasRunOff(Poll poll, Partnership partnership) => partnership.Polls.Any(other => other.RunOffOf == poll.Id);

    private static TextBlock StandingOf(Poll poll, Ballot? own, bool mayVote) => own switch
    {
        _ when !mayVote => Line.Of(PollTexts.NotEntitled),
        null => Line.Of(PollTexts.YouHaveNotVoted),
        { IsAbstention: true } => Line.Of(PollTexts.YouAbstain),
        _ => Line.Of(Word.Fill(PollTexts.YouHaveChosen, own.Picks.Length, poll.Rules.Picks, Names(own.Picks))),
    };

    private static InputChoiceSet Ballot(Poll poll, Ballot? own, Partnership partnership) => new()
    {
        Id = Picks,
        Label = PollTexts.Choices,
        IsMultiSelect = poll.Rules.Picks > 1 ? true : null,
        Style = ChoiceInputStyle.Expanded,
        Choices = [.. poll.Options.Select(option => new InputChoice { Title = OptionOf(partnership, option), Value = option.ToString() })],
        Value = own is { IsAbstention: false } ? string.Join(',', own.Picks) : null,
        ErrorMessage = PollTexts.ChoiceError,
    };

    private static Container OptionList(Poll poll, Partnership partnership) => new()
    {
        Items = [Line.Section(PollTexts.Choices), .. poll.Options.Select(option => Line.Below(OptionOf(partnership, option)))],
    };

    private static IEnumerable<CardElement> TurnoutOf(Poll poll, BallotBox box)
    {
        yield return Line.Section(PollTexts.TurnoutHeading);
        foreach (Party party in Enum.GetValues<Party>())
        {
            Turnout turnout = box.TurnoutOf(party, poll);
            yield return Line.Below(TurnoutLine(turnout));
            if (ProportionBar.Draw(
                new BarSegment(turnout.Answered, BarColor.Good),
                new BarSegment(turnout.Entitled - turnout.Answered, BarColor.Rest)) is { } bar)
            {
                yield return bar;
            }
        }
    }

    private static string TurnoutLine(Turnout turnout)
    {
        string line = Word.Fill(PollTexts.TurnoutOf, Word.Capital(Word.For(turnout.Party)), turnout.Answered, turnout.Entitled);
        return RecordedVotes.Within(turnout) is { Length: > 0 } recorded ? Word.Fill(PollTexts.TurnoutOfWhich, line, recorded) : line;
    }

    private static CardRefresh RefreshFor(Poll poll, CardView view) =>
        ViewButton.Refresh(Subject.Of(poll.Id), view.AccountsOf(poll.Roll.Select(entry => entry.Member)));

    private static ExecuteAction Button(string title, string verb, Poll poll) =>
        new ExecuteAction { Title = title, Verb = verb, Data = new JsonObject { [PollField] = poll.Id.ToString() } }.WithSubmitFallback();

    private static string Names(ImmutableArray<ProposalReference> proposals) => Word.List([.. proposals.Select(proposal => proposal.ToString())]);

    private static string LocalityOf(Poll poll, Partnership partnership) => partnership.FindWalk(poll.Walk)!.Locality;
}
