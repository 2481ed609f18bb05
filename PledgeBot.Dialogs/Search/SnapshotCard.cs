using System.Text.Json.Nodes;
using PledgeBot.Dialogs.Measures;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Proposals;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Walks;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Search;

/// <summary>
/// Draws a subject as it is at one moment, for a message that the bot can never change and that may stand in any chat: it says
/// when that moment was, asks for nothing, and has a way to how things are now.
/// </summary>
/// <param name="partnership">The state.</param>
/// <param name="now">The present.</param>
internal sealed class SnapshotCard(Partnership partnership, DateTimeOffset now)
{
    /// <summary>Draws a walk.</summary>
    public AdaptiveCard Draw(Walk walk)
    {
        Poll? poll = partnership.LatestPollOf(walk.Number);
        Recommendation? recommendation = partnership.Recommendations.GetValueOrDefault(walk.Number);
        var facts = new FactList
        {
            { WalkTexts.When, walk.CarriedOut is { } outcome ? Word.For(outcome.Date) : Word.For(walk.StartsAt) },
            { WalkTexts.RouteFact, walk.Route },
            { SearchTexts.FactProposals, WalkLines.Proposals(partnership.ProposalsOf(walk.Number).Count()) },
            { WalkTexts.Vote, poll is null ? null : poll.IsOpenAt(now) ? Word.Fill(WalkTexts.VoteOpen, Word.For(poll.ClosesAt)) : WalkTexts.VoteClosed },
            {
                recommendation?.IsDecided == true ? WalkTexts.Decided : WalkTexts.Recommended,
                recommendation is null ? null : Word.List([.. recommendation.Proposals.Select(reference => reference.ToString())])
            },
        };
        return Draw(
            WalkLines.Title(walk),
            new TextBlock { Text = walk.IsCarriedOut ? WalkTexts.StatusCarriedOut : WalkTexts.StatusPlanned, Weight = TextWeight.Bolder, Spacing = Spacing.Small },
            facts,
            ViewButton.For(SearchTexts.ShowNow, Subject.Of(walk.Number)));
    }

    /// <summary>Draws a proposal.</summary>
    public AdaptiveCard Draw(Proposal proposal) => Draw(
        Word.Fill(ProposalTexts.CardTitle, proposal.Reference, proposal.Place),
        new TextBlock { Text = ProposalLines.Assessment(proposal), Weight = TextWeight.Bolder, Spacing = Spacing.Small },
        new FactList
        {
            { ProposalTexts.FactWalk, WalkOf(proposal.Reference) },
            { ProposalTexts.FactCategory, Word.For(proposal.Category) },
            { ProposalTexts.FactProblem, proposal.Problem },
            { ProposalTexts.FactSuggestion, proposal.Suggestion },
        },
        new ExecuteAction
        {
            Title = SearchTexts.ShowNow,
            Verb = ProposalFeature.ShowVerb,
            Data = new JsonObject { [ProposalFeature.ProposalField] = proposal.Reference.ToString() },
        }.WithSubmitFallback());

    /// <summary>Draws a measure.</summary>
    public AdaptiveCard Draw(Measure measure)
    {
        bool stopped = measure.Status == MeasureStatus.WillNotBeDone;
        return Draw(
            Word.Fill(MeasureTexts.Title, measure.Reference, measure.Suggestion),
            StatusBadge.Of(measure, SwedishTime.DayAt(now)).Draw(),
            new FactList
            {
                { ProposalTexts.FactWalk, WalkOf(measure.Reference) },
                { MeasureTexts.FactPlace, measure.Place },
                { MeasureTexts.FactResponsible, measure.Plan.Responsible },
                { MeasureTexts.FactParty, Word.Capital(Word.For(measure.Plan.Parties)) },
                { MeasureTexts.FactDue, Word.For(measure.Plan.Due) },
                { stopped ? MeasureTexts.FactStoppedOn : MeasureTexts.FactDoneOn, measure.Closure is { } closure ? Word.For(closure.Date) : null },
                { stopped ? MeasureTexts.FactReason : MeasureTexts.FactControl, measure.Closure?.Note },
            },
            ViewButton.For(SearchTexts.ShowNow, Subject.OfMeasure(measure.Reference)));
    }

    private AdaptiveCard Draw(string title, TextBlock status, FactList facts, ExecuteAction showNow)
    {
        string asOf = Word.Fill(SearchTexts.AsOf, Word.For(now));
        List<CardElement> body = [Line.Heading(title), status, facts.Draw(), Line.Subtle(asOf)];
        if (partnership.Formed is { IsDemo: true })
        {
            body.Add(Line.Subtle(WalkTexts.Demo));
        }

        return CardFrame.Of($"{title}. {status.Text}. {asOf}", body, [showNow]);
    }

    private string? WalkOf(ProposalReference reference) => partnership.FindWalk(reference.Walk) is { } walk
        ? Word.Fill(ProposalTexts.FactWalkValue, walk.Number, walk.Locality)
        : null;
}
