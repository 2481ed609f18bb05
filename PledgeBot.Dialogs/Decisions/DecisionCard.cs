using System.Globalization;
using System.Text.Json.Nodes;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Polls;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Decisions;

/// <summary>Draws the group's recommendation: <i>Gruppens förslag</i> until both parties have confirmed, then <i>Beslutat</i>.</summary>
internal static class DecisionCard
{
    /// <summary>The name of the walk in the button's data.</summary>
    public const string WalkField = "walk";

    /// <summary>Draws the recommendation from the walk with the given key.</summary>
    public static DrawnCard? Draw(string key, CardView view) =>
        WalkNumber.TryParse(key, CultureInfo.InvariantCulture, out WalkNumber walk)
        && view.Partnership.Recommendations.TryGetValue(walk, out Recommendation? recommendation)
            ? Draw(recommendation, view)
            : null;

    private static DrawnCard Draw(Recommendation recommendation, CardView view)
    {
        Partnership partnership = view.Partnership;
        WalkNumber walk = recommendation.Walk;
        string locality = partnership.FindWalk(walk)!.Locality;
        bool decided = recommendation.IsDecided;
        List<CardElement> body =
        [
            Line.Heading(Word.Fill(decided ? DecisionTexts.TitleDecided : DecisionTexts.TitleRecommended, walk, locality)),
            Line.Of(StandingOf(recommendation, view)),
        ];
        if (WithoutPollOf(recommendation) is { } withoutPoll)
        {
            body.Add(Line.Below(withoutPoll));
        }

        body.AddRange(DecisionLines.Replaced(recommendation, partnership));
        foreach (ProposalReference reference in recommendation.Proposals)
        {
            Proposal proposal = partnership.Proposals[reference];
            MeasurePlan plan = partnership.Measures.TryGetValue(reference, out var measure) ? measure.Plan : proposal.Assessment!.Plan!;
            body.Add(Line.Of(Word.Fill(DecisionTexts.Proposal, reference, proposal.Suggestion)));
            string who = Word.Fill(DecisionTexts.Plan, proposal.Place, plan.Responsible, Word.For(plan.Due));
            body.Add(Line.Subtle(plan.Budget.Length == 0 ? who : Word.Fill(DecisionTexts.PlanWithBudget, who, plan.Budget)));
        }

        body.AddRange(DecisionLines.Settled(recommendation, partnership));
        if (decided || DecisionStanding.CanBeConfirmed(recommendation, partnership))
        {
            body.AddRange(Enum.GetValues<Party>().Select(party => Line.Below(StandingOf(party, recommendation, partnership))));
        }

        body.AddRange(RecordedVotes.Behind(recommendation, partnership).Select(Line.Subtle));
        body.AddRange(DecisionLines.Returned(recommendation, partnership));
        body.AddRange(DecisionLines.Dissents(recommendation));
        body.AddRange(DecisionLines.Record(walk, partnership));
        string summary = Word.Fill(decided ? DecisionTexts.SummaryDecided : DecisionTexts.SummaryRecommended, walk, locality);
        CardSubject subject = Subject.OfDecision(walk);
        IEnumerable<MemberId> concerned = partnership.Members
            .Where(member => member.Has(Duties.Coordinate)
                || (!decided && (member.Has(Duties.Confirm) || DecisionStanding.TookPart(recommendation, partnership, member))))
            .Select(member => member.Id);
        AdaptiveCard card = CardFrame.Of(
            summary, body, Actions(recommendation, view), ViewButton.Refresh(subject, view.AccountsOf(concerned)));
        return new DrawnCard(card, summary, recommendation.Poll is { } poll ? Subject.Of(poll) : Subject.Of(walk));
    }

    /// <summary>Says how far it has come, and what is next.</summary>
    private static string StandingOf(Recommendation recommendation, CardView view)
    {
        Partnership partnership = view.Partnership;
        WalkNumber walk = recommendation.Walk;
        return recommendation.IsDecided ? DecisionTexts.DecidedBy
            : partnership.FindWalk(walk)!.NoMeasuresBecause is { } reason ? Word.Fill(DecisionTexts.WithoutMeasures, reason)
            : DecisionStanding.UnfinishedPollOf(partnership, walk) is { } poll
                ? poll.IsOpenAt(view.Now) ? Word.Fill(DecisionTexts.PollOpen, WhatFollows.ListOf(poll.Options), Word.For(poll.ClosesAt)) : DecisionTexts.PollClosing
            : partnership.UnsettledOf(walk) is { } unsettled ? Word.Fill(DecisionTexts.Unsettled, WhatFollows.ListOf(unsettled.Among))
            : recommendation.Proposals.IsEmpty ? WhatFollows.NothingLeft(recommendation, partnership)
            : DecisionStanding.ReturnedOnTheWay(recommendation, partnership).IsEmpty ? DecisionTexts.NotDecided
            : DecisionTexts.NotDecidedAnew;
    }

    /// <summary>Says that the group has not voted because there were too few candidates; nothing when it has.</summary>
    private static string? WithoutPollOf(Recommendation recommendation) => recommendation switch
    {
        { Poll: not null } => null,
        { Replaces: not null } => DecisionTexts.OnlyOneLeft,
        _ => recommendation.Proposals.Length + recommendation.Returned.Length == 1 ? DecisionTexts.OnlyOneCandidate : DecisionTexts.OnlyTwoCandidates,
    };

    private static string StandingOf(Party party, Recommendation recommendation, Partnership partnership)
    {
        string name = Word.Capital(Word.For(party));
        if (recommendation.Confirmations.FirstOrDefault(confirmation => confirmation.Party == party) is { } confirmed)
        {
            return confirmed.Recorded is { } recorded
                ? Word.Fill(
                    DecisionTexts.ConfirmedRecorded, name, confirmed.Title, Word.For(recorded.Manner), Word.For(confirmed.Day), recorded.RecorderTitle)
                : Word.Fill(DecisionTexts.Confirmed, name, confirmed.Title, Word.For(confirmed.Day));
        }

        string[] titles =
        [
            .. partnership.Members
                .Where(member => member.Party == party && DecisionStanding.MayConfirm(partnership, recommendation.Walk, member))
                .Select(member => member.Title)
                .Distinct(),
        ];
        return titles.Length == 0 ? Word.Fill(DecisionTexts.WaitsForNobody, name) : Word.Fill(DecisionTexts.Waits, name, Word.List(titles));
    }

    /// <summary>What the viewer can do now; everything that somebody can, when nobody in particular looks.</summary>
    private static List<AdaptiveAction> Actions(Recommendation recommendation, CardView view)
    {
        Partnership partnership = view.Partnership;
        WalkNumber walk = recommendation.Walk;
        string subject = walk.ToString();
        List<AdaptiveAction> actions = [];
        if (!recommendation.IsDecided)
        {
            bool canBeConfirmed = DecisionStanding.CanBeConfirmed(recommendation, partnership);
            if (canBeConfirmed && ConfirmTitleFor(view.Viewer, recommendation, partnership) is { } title)
            {
                actions.Add(Confirm(title, walk));
            }

            if (!recommendation.Proposals.IsEmpty && (view.Viewer is not { } returner || ReturnDialog.ReturnersFor(partnership, walk, returner).Any()))
            {
                actions.Add(FormButton.For(DecisionTexts.ReturnButton, ReturnDialog.Id, subject));
            }

            if (view.Viewer is not { } voter || DecisionStanding.TookPart(recommendation, partnership, voter))
            {
                actions.Add(FormButton.For(DecisionTexts.DissentButton, DissentDialog.Id, subject));
            }

            if (!canBeConfirmed && partnership.LatestPollOf(walk) is { } poll && !recommendation.Proposals.IsEmpty)
            {
                actions.Add(ViewButton.For(DecisionTexts.PollButton, Subject.Of(poll.Id)));
            }

            if (recommendation.Proposals.IsEmpty)
            {
                actions.Add(ViewButton.For(DecisionTexts.WalkButton, Subject.Of(walk)));
            }

            actions.Add(ViewButton.For(DecisionTexts.Refresh, Subject.OfDecision(walk)));
            if (canBeConfirmed
                && view.Viewer is { } recorder
                && recorder.Has(Duties.Coordinate)
                && RecordConfirmationDialog.ConfirmersLeft(recommendation, partnership, recorder).Any())
            {
                actions.Add(FormButton.For(DecisionTexts.RecordButton, RecordConfirmationDialog.Id, subject));
            }
        }

        bool hasRecord = partnership.LatestRecordOf(walk) is not null;
        if (hasRecord)
        {
            actions.Add(CommandButton.For(DecisionTexts.ShowRecordButton, Word.Fill(DecisionTexts.ShowRecord, walk)));
        }

        if (recommendation.IsDecided && view.Viewer?.Has(Duties.Coordinate) == true)
        {
            actions.Add(FormButton.For(DecisionTexts.DiaryTitle, DiaryDialog.Id, subject));
            if (hasRecord)
            {
                actions.Add(FormButton.For(DecisionTexts.CorrectTitle, CorrectionDialog.Id, subject));
            }
        }

        return actions;
    }

    /// <summary>Gets the words of the button that confirms; nothing for a viewer who cannot, or whose party has.</summary>
    private static string? ConfirmTitleFor(Member? viewer, Recommendation recommendation, Partnership partnership) =>
        viewer is null ? DecisionTexts.Confirm
        : DecisionStanding.MayConfirm(partnership, recommendation.Walk, viewer) && !recommendation.IsConfirmedBy(viewer.Party)
            ? Word.Fill(DecisionTexts.ConfirmFor, Word.For(viewer.Party))
            : null;

    private static ExecuteAction Confirm(string title, WalkNumber walk) => new ExecuteAction
    {
        Title = title,
        Verb = DecisionFeature.ConfirmVerb,
        Data = new JsonObject { [WalkField] = walk.ToString() },
        Style = ActionStyle.Positive,
    }.WithSubmitFallback();
}
