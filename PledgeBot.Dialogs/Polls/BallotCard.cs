using System.Text.Json.Nodes;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.VotingRules;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Draws an open poll.</summary>
/// <remarks>
/// The card shows how many have answered per party, and each viewer's own picks and receipt to that viewer. It has no way to the
/// count: <see cref="BallotBox"/> gives none.
/// </remarks>
internal static class BallotCard
{
    /// <summary>Draws the poll.</summary>
    public static DrawnCard Draw(Poll poll, CardView view)
    {
        Member? viewer = view.Viewer;
        BallotBox box = view.BoxOf(poll.Id);
        Ballot? own = viewer is null ? null : box.BallotOf(viewer.Id);
        bool mayVote = viewer is null || poll.IsOnRoll(viewer.Id);

        // Whether it is open or secret is said before the ballot, not among the other rules after it.
        string notice = poll.Rules.IsSecret ? RuleTexts.LineSecret : RuleTexts.LineOpen;
        List<CardElement> body =
        [
            Line.Heading(PollLines.TitleOf(poll, view.Partnership)),
            Line.Of($"{PollCard.RuleOf(poll)} {Word.Fill(PollTexts.ClosesAt, Word.For(poll.ClosesAt))}"),
            .. PollLines.ExtensionsOf(poll).Concat(BeganAnew(poll, view.Partnership)).Select(Line.Below),
            Line.Subtle(PollTexts.OpenBallot),
            Line.Subtle(notice),
        ];
        if (viewer is not null)
        {
            body.AddRange(StandingOf(poll, viewer, own, mayVote));
        }

        body.Add(mayVote ? Ballot(poll, own, view.Partnership) : OptionList(poll, view.Partnership));
        if (mayVote)
        {
            body.Add(new ActionSet { Actions = [.. VotersButtons(poll, viewer, own)] });
            body.Add(Line.Subtle(Word.Fill(poll.Rules.IsSecret ? PollTexts.TypeVoteInOwnChat : PollTexts.TypeVote, VoteReading.Example(poll))));
        }

        body.AddRange(TurnoutOf(poll, box));
        body.Add(Line.Section(PollTexts.RulesHeading));
        body.AddRange(RuleLines.For(poll).Where(line => line != notice).Select(Line.Subtle));
        string summary = Word.Fill(PollTexts.SummaryOpen, poll.Walk, PollCard.LocalityOf(poll, view.Partnership), Word.For(poll.ClosesAt));
        return new DrawnCard(CardFrame.Of(summary, body, [.. OtherButtons(poll, viewer)], RefreshFor(poll, view)), summary);
    }

    private static IEnumerable<CardElement> StandingOf(Poll poll, Member viewer, Ballot? own, bool mayVote)
    {
        yield return own switch
        {
            _ when poll.Conflicted.Any(entry => entry.Member == viewer.Id) => Line.Of(PollTexts.YouHaveAConflict),
            _ when !mayVote => Line.Of(PollTexts.NotEntitled),
            null => Line.Of(PollTexts.YouHaveNotVoted),
            { IsAbstention: true } => Line.Of(PollTexts.YouAbstain),
            _ => Line.Of(Word.Fill(PollTexts.YouHaveChosen, own.Picks.Length, poll.Rules.Picks, PollLines.Names(own.Picks))),
        };
        if (mayVote && own?.Receipt is { } receipt)
        {
            yield return Line.Below(Word.Fill(PollTexts.YourReceipt, receipt));
        }

        if (own?.Recording is { } recording)
        {
            yield return Line.Below(Word.Fill(PollTexts.YourVoteIsRecorded, Word.For(recording.Manner)));
        }
    }

    /// <summary>Says that the poll takes the place of one that was broken off just before it opened.</summary>
    private static IEnumerable<string> BeganAnew(Poll poll, Partnership partnership) =>
        partnership.Polls.LastOrDefault(other => other.Walk == poll.Walk && other.Id != poll.Id) is { Withdrawn: { } candidate }
            ? [Word.Fill(PollTexts.BeganAnew, candidate)]
            : [];

    private static InputChoiceSet Ballot(Poll poll, Ballot? own, Partnership partnership) => new()
    {
        Id = PollCard.Picks,
        Label = PollTexts.Choices,
        IsMultiSelect = poll.Rules.Picks > 1 ? true : null,
        Style = ChoiceInputStyle.Expanded,
        Choices = [.. poll.Options.Select(option => new InputChoice { Title = PollCard.OptionOf(partnership, poll, option), Value = option.ToString() })],
        Value = own is { IsAbstention: false } ? string.Join(',', own.Picks) : null,
        ErrorMessage = PollTexts.ChoiceError,
    };

    private static Container OptionList(Poll poll, Partnership partnership) => new()
    {
        Items = [Line.Section(PollTexts.Choices), .. poll.Options.Select(option => Line.Below(PollCard.OptionOf(partnership, poll, option)))],
    };

    private static IEnumerable<CardElement> TurnoutOf(Poll poll, BallotBox box)
    {
        yield return Line.Section(PollTexts.TurnoutHeading);
        foreach (Party party in Enum.GetValues<Party>())
        {
            Turnout turnout = box.TurnoutOf(party, poll);
            yield return Line.Below(PollLines.Of(turnout));
            if (ProportionBar.Draw(
                new BarSegment(turnout.Answered, BarColor.Good),
                new BarSegment(turnout.Entitled - turnout.Answered, BarColor.Rest)) is { } bar)
            {
                yield return bar;
            }
        }

        foreach (string conflicts in PollLines.ConflictsOf(poll))
        {
            yield return Line.Below(conflicts);
        }
    }

    /// <summary>Gets the buttons that stand below the ballot. With all the others they are more than Teams shows in a row.</summary>
    private static IEnumerable<AdaptiveAction> VotersButtons(Poll poll, Member? viewer, Ballot? own)
    {
        yield return Button(own is null ? PollTexts.Vote : PollTexts.ChangeVote, PollFeature.VoteVerb, poll) with { Style = ActionStyle.Positive };
        if (poll.Rules.MayAbstain)
        {
            yield return (Button(PollTexts.Abstain, PollFeature.AbstainVerb, poll) with { AssociatedInputs = AssociatedInputs.None }).WithSubmitFallback();
        }

        if (viewer is not null)
        {
            yield return FormButton.For(PollTexts.ConflictButton, ConflictDialog.Id, poll.Id.ToString());
        }
    }

    private static IEnumerable<AdaptiveAction> OtherButtons(Poll poll, Member? viewer)
    {
        yield return ViewButton.For(PollTexts.Refresh, Subject.Of(poll.Id));
        if (viewer?.Has(Duties.Coordinate) != true)
        {
            yield break;
        }

        string subject = poll.Id.ToString();
        yield return FormButton.For(PollTexts.RecordButton, RecordVoteDialog.Id, subject);
        yield return FormButton.For(PollTexts.ExtendButton, ExtendDialog.Id, subject);
        yield return FormButton.For(PollTexts.WithdrawButton, WithdrawDialog.Id, poll.Walk.ToString());
        if (!poll.IsOnRoll(viewer.Id))
        {
            // Whoever is on the list of voters has this button below the ballot.
            yield return FormButton.For(PollTexts.ConflictButton, ConflictDialog.Id, subject);
        }
    }

    private static CardRefresh RefreshFor(Poll poll, CardView view) => ViewButton.Refresh(
        Subject.Of(poll.Id), view.AccountsOf(poll.Roll.Concat(poll.Conflicted).Select(entry => entry.Member)));

    private static ExecuteAction Button(string title, string verb, Poll poll) =>
        new ExecuteAction { Title = title, Verb = verb, Data = new JsonObject { [PollCard.PollField] = poll.Id.ToString() } }.WithSubmitFallback();
}
