using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PledgeBot.Dialogs.Decisions;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Polls;
using PledgeBot.Dialogs.Proposals;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Triage;
using PledgeBot.Dialogs.VotingRules;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Walks;

/// <summary>The card of a walk: when, where and who, its proposals, and what can be done next.</summary>
internal static class WalkCard
{
    // The whole card stays under 25 KB; the rest of it needs less than 6 KB.
    private const int MostListBytes = 16 * 1024;
    private const int BytesAroundText = 90;

    /// <summary>Draws the card of the walk with the given number; nothing if there is none.</summary>
    public static DrawnCard? Draw(string key, CardView view) =>
        WalkNumber.TryParse(key, CultureInfo.InvariantCulture, out WalkNumber number) && view.Partnership.FindWalk(number) is { } walk
            ? Draw(walk, view)
            : null;

    /// <summary>Draws a walk's card.</summary>
    public static DrawnCard Draw(Walk walk, CardView view)
    {
        Proposal[] proposals = [.. view.Partnership.ProposalsOf(walk.Number)];
        string title = WalkLines.Title(walk);
        List<CardElement> body =
        [
            Line.Heading(title),
            new TextBlock
            {
                Text = walk.IsCarriedOut ? WalkTexts.StatusCarriedOut : WalkTexts.StatusPlanned,
                Weight = TextWeight.Bolder,
                Color = walk.IsCarriedOut ? TextColor.Good : TextColor.Default,
                Spacing = Spacing.Small,
            },
            .. walk.NoMeasuresBecause is { } reason ? [Line.Of(Word.Fill(WalkTexts.NoMeasures, reason))] : Array.Empty<CardElement>(),
            Facts(walk, view).Draw(),
            Line.Section(Word.Fill(WalkTexts.Proposals, proposals.Length)),
            .. List(proposals),
        ];
        if (view.Partnership.Formed is { IsDemo: true })
        {
            body.Add(Line.Subtle(WalkTexts.Demo));
        }

        AdaptiveAction[] actions = Actions(walk, proposals, view.Partnership, view.Viewer);
        CardSubject subject = Subject.Of(walk.Number);
        IEnumerable<MemberId> othersSee = view.Partnership.Members
            .Where(member => Actions(walk, proposals, view.Partnership, member).Length != Actions(walk, proposals, view.Partnership, null).Length)
            .Select(member => member.Id);
        return new DrawnCard(
            CardFrame.Of(title, body, actions, ViewButton.Refresh(subject, view.AccountsOf(othersSee))),
            title);
    }

    private static FactList Facts(Walk walk, CardView view)
    {
        Partnership partnership = view.Partnership;
        Poll? poll = partnership.LatestPollOf(walk.Number);
        Recommendation? recommendation = partnership.Recommendations.GetValueOrDefault(walk.Number);
        string decided = WhatFollows.ListOf(
            partnership.Measures.Values
                .Where(measure => measure.Reference.Walk == walk.Number && measure.Status != MeasureStatus.Replaced)
                .Select(measure => measure.Reference));
        return new FactList
        {
            { WalkTexts.When, walk.CarriedOut is { } outcome ? Word.For(outcome.Date) : Word.For(walk.StartsAt) },
            { WalkTexts.RouteFact, walk.Route },
            { WalkTexts.LeaderFact, partnership.FindMember(walk.Leader)?.Title ?? WalkTexts.LeaderGone },
            { WalkTexts.Participants, walk.CarriedOut is { } came ? WalkLines.Participants(came) : null },
            { WalkTexts.Vote, poll is null ? null : poll.IsOpenAt(view.Now) ? Word.Fill(WalkTexts.VoteOpen, Word.For(poll.ClosesAt)) : WalkTexts.VoteClosed },
            { WalkTexts.Recommended, recommendation is { IsDecided: false } ? WhatFollows.ListOf(recommendation.Proposals) : null },
            { WalkTexts.Decided, decided },
            { WalkTexts.Returned, recommendation is null ? null : WhatFollows.ListOf(recommendation.Returned.Select(returned => returned.Reference)) },
        };
    }

    private static IEnumerable<CardElement> List(Proposal[] proposals)
    {
        if (proposals.Length == 0)
        {
            yield return Line.Below(WalkTexts.NoProposals);
            yield break;
        }

        int room = MostListBytes;
        for (int i = 0; i < proposals.Length; i++)
        {
            TextBlock line = Line.Below(ProposalLines.InList(proposals[i]));
            room -= Encoding.UTF8.GetByteCount(line.Text) + BytesAroundText;
            if (room < 0)
            {
                yield return Line.Subtle(Word.Fill(WalkTexts.MoreProposals, proposals.Length - i));
                yield break;
            }

            yield return line;
        }
    }

    /// <summary>What the viewer can do now; everything that somebody can, when nobody in particular looks.</summary>
    private static AdaptiveAction[] Actions(Walk walk, Proposal[] proposals, Partnership partnership, Member? viewer)
    {
        string subject = walk.Number.ToString();
        bool takesProposals = !partnership.IsPutToGroup(walk.Number);
        bool coordinates = viewer is null || viewer.Has(Duties.Coordinate);
        bool leads = coordinates || viewer?.Id == walk.Leader;
        bool allAssessed = proposals.All(proposal => proposal.Assessment is not null);
        var actions = new List<AdaptiveAction>();
        if (takesProposals)
        {
            actions.Add(FormButton.For(WalkTexts.ButtonPropose, ProposalDialog.Id, subject));
        }

        if (!walk.IsCarriedOut && leads)
        {
            actions.Add(FormButton.For(WalkTexts.ButtonCarriedOut, OutcomeDialog.Id, subject));
        }

        if (takesProposals && !allAssessed && coordinates)
        {
            actions.Add(FormButton.For(WalkTexts.ButtonTriage, TriageDialog.Id, subject));
        }

        if (coordinates && allAssessed && walk.IsCarriedOut && IsToBeChosen(walk, partnership))
        {
            actions.AddRange(WaysToChoose(subject, partnership.CandidatesOf(walk.Number).Length, partnership.PollRules));
        }

        if (coordinates && WithoutMeasuresDialog.Fits(partnership, walk))
        {
            actions.Add(FormButton.For(WalkTexts.ButtonWithout, WithoutMeasuresDialog.Id, subject));
        }

        if (proposals.Length > 0)
        {
            actions.Add(new ExecuteAction
            {
                Title = WalkTexts.ButtonProposals,
                Verb = ProposalFeature.ListVerb,
                Data = new JsonObject { [ProposalFeature.WalkField] = subject },
            }.WithSubmitFallback());
        }

        return [.. actions];
    }
    /// <summary>Tells whether the walk's candidates wait to be put to the group: the first time, or anew when everything recommended was returned.</summary>
    private static bool IsToBeChosen(Walk walk, Partnership partnership) =>
        !partnership.IsPutToGroup(walk.Number)
        || (walk.NoMeasuresBecause is null
            && partnership.Recommendations.GetValueOrDefault(walk.Number) is { IsDecided: false, Proposals.IsEmpty: true }
            && DecisionStanding.UnfinishedPollOf(partnership, walk.Number) is null
            && partnership.UnsettledOf(walk.Number) is null);

    /// <summary>With no more candidates than there are places the group need not vote, but it can as long as there is something to choose.</summary>
    private static IEnumerable<AdaptiveAction> WaysToChoose(string walk, int candidates, PollRules rules)
    {
        if (candidates is > 0 and <= PollRules.ChosenPerWalk)
        {
            yield return CommandButton.For(WalkTexts.ButtonRecommend, Word.Fill(WalkTexts.Recommend, walk));
        }

        if (candidates > PollRules.ChosenPerWalk || (candidates == PollRules.ChosenPerWalk && !rules.Exactly))
        {
            yield return FormButton.For(WalkTexts.ButtonVote, PollDialogs.Open, walk);
            yield return FormButton.For(WalkTexts.ButtonSubstitute, SubstituteDialog.Id, walk);
        }
    }
}
