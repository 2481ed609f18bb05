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
            Line.Of(decided ? DecisionTexts.DecidedBy : DecisionTexts.NotDecided),
        ];
        foreach (ProposalReference reference in recommendation.Proposals)
        {
            Proposal proposal = partnership.Proposals[reference];
            MeasurePlan plan = partnership.Measures.TryGetValue(reference, out var measure) ? measure.Plan : proposal.Assessment!.Plan!;
            body.Add(Line.Of(Word.Fill(DecisionTexts.Proposal, reference, proposal.Suggestion)));
            body.Add(Line.Subtle(Word.Fill(DecisionTexts.Plan, proposal.Place, plan.Responsible, Word.For(plan.Due))));
        }

        body.AddRange(Enum.GetValues<Party>().Select(party => Line.Below(StandingOf(party, recommendation, partnership))));
        body.AddRange(RecordedVotes.Behind(recommendation, partnership).Select(Line.Subtle));
        string summary = Word.Fill(decided ? DecisionTexts.SummaryDecided : DecisionTexts.SummaryRecommended, walk, locality);
        CardSubject subject = Subject.OfDecision(walk);
        IEnumerable<MemberId> concerned = decided
            ? []
            : partnership.Members.Where(member => member.Has(Duties.Confirm) || member.Has(Duties.Coordinate)).Select(member => member.Id);
        AdaptiveCard card = CardFrame.Of(
            summary, body, Actions(recommendation, view), ViewButton.Refresh(subject, view.AccountsOf(concerned)));
        return new DrawnCard(card, summary, recommendation.Poll is { } poll ? Subject.Of(poll) : Subject.Of(walk));
    }

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

        string[] titles = [.. partnership.Members.Where(member => member.Party == party && member.Has(Duties.Confirm)).Select(member => member.Title).Distinct()];
        return titles.Length == 0 ? Word.Fill(DecisionTexts.WaitsForNobody, name) : Word.Fill(DecisionTexts.Waits, name, Word.List(titles));
    }

    private static AdaptiveAction[] Actions(Recommendation recommendation, CardView view)
    {
        if (recommendation.IsDecided)
        {
            return [];
        }

        ExecuteAction refresh = ViewButton.For(DecisionTexts.Refresh, Subject.OfDecision(recommendation.Walk));
        if (view.Viewer is not { } viewer)
        {
            return [Confirm(DecisionTexts.Confirm, recommendation.Walk), refresh];
        }

        List<AdaptiveAction> actions = [];
        if (viewer.Has(Duties.Confirm) && !recommendation.IsConfirmedBy(viewer.Party))
        {
            actions.Add(Confirm(Word.Fill(DecisionTexts.ConfirmFor, Word.For(viewer.Party)), recommendation.Walk));
        }

        actions.Add(refresh);
        if (viewer.Has(Duties.Coordinate) && RecordConfirmationDialog.ConfirmersLeft(recommendation, view.Partnership, viewer).Any())
        {
            actions.Add(FormButton.For(DecisionTexts.RecordButton, RecordConfirmationDialog.Id, recommendation.Walk.ToString()));
        }

        return [.. actions];
    }

    private static ExecuteAction Confirm(string title, WalkNumber walk) => new ExecuteAction
    {
        Title = title,
        Verb = DecisionFeature.ConfirmVerb,
        Data = new JsonObject { [WalkField] = walk.ToString() },
        Style = ActionStyle.Positive,
    }.WithSubmitFallback();
}
