using System.Globalization;
using System.Text.Json.Nodes;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Measures;

/// <summary>Draws a measure: how far it has come, who is responsible, by when, and how it ended.</summary>
internal static class MeasureCard
{
    private static readonly MeasureStatus[] Steps =
        [MeasureStatus.Chosen, MeasureStatus.Planned, MeasureStatus.Ongoing, MeasureStatus.Done];

    /// <summary>Draws the measure with the given key; nothing if there is no such measure.</summary>
    public static DrawnCard? Draw(string key, CardView view) =>
        ProposalReference.TryParse(key, CultureInfo.InvariantCulture, out ProposalReference reference)
        && view.Partnership.Measures.TryGetValue(reference, out Measure? measure)
            ? Draw(measure, view)
            : null;

    private static DrawnCard Draw(Measure measure, CardView view)
    {
        DateOnly today = SwedishTime.DayAt(view.Now);
        string summary = Word.Fill(
            MeasureTexts.Summary,
            measure.Reference,
            measure.Suggestion,
            StatusBadge.Of(measure, today).Label,
            measure.Plan.Responsible,
            Word.For(measure.Plan.Due));
        List<CardElement> body =
        [
            Line.Heading(Word.Fill(MeasureTexts.Title, measure.Reference, measure.Suggestion)),
            StatusLine(measure, today),
        ];
        if (measure.Status is not (MeasureStatus.WillNotBeDone or MeasureStatus.Replaced))
        {
            body.Add(DrawSteps(measure.Status));
        }

        body.Add(Facts(measure, view.Partnership, today).Draw());
        var subject = Subject.OfMeasure(measure.Reference);
        AdaptiveCard card = CardFrame.Of(summary, body, Actions(measure, view.Viewer), RefreshFor(subject, view));
        return new DrawnCard(card, summary, Subject.OfDecision(measure.Reference.Walk));
    }

    private static TextBlock StatusLine(Measure measure, DateOnly today)
    {
        var badge = StatusBadge.Of(measure, today);
        if (measure.IsOverdueOn(today))
        {
            string days = Word.Days(today.DayNumber - measure.Plan.Due.DayNumber);
            badge = badge with { Label = Word.Fill(MeasureTexts.OverdueBy, days, Word.For(measure.Status)) };
        }

        return badge.Draw();
    }

    private static ColumnSet DrawSteps(MeasureStatus status)
    {
        int now = Array.IndexOf(Steps, status);
        return new ColumnSet { Columns = [.. Steps.Select((step, index) => DrawStep(step, index, now))] };
    }

    private static Column DrawStep(MeasureStatus step, int index, int now)
    {
        // The last step is an end, so whoever stands on it has reached it.
        bool reached = index < now || (index == now && step == MeasureStatus.Done);
        string text = reached ? Word.Fill(MeasureTexts.StepReached, Word.For(step)) : index == now ? StatusBadge.Of(step).ToString() : Word.For(step);
        BarColor color = index > now ? BarColor.Rest : step == MeasureStatus.Done ? BarColor.Good : BarColor.Accent;
        return new Column
        {
            Width = 1,
            Spacing = Spacing.Small,
            Items =
            [
                ProportionBar.Draw(new BarSegment(1, color))!,
                new TextBlock
                {
                    Text = text,
                    Size = TextSize.Small,
                    Spacing = Spacing.None,
                    Weight = index == now ? TextWeight.Bolder : null,
                    IsSubtle = index > now ? true : null,
                },
            ],
        };
    }

    private static FactList Facts(Measure measure, Partnership partnership, DateOnly today)
    {
        bool stopped = measure.Status is MeasureStatus.WillNotBeDone or MeasureStatus.Replaced;
        return new FactList
        {
            { stopped ? MeasureTexts.FactReason : MeasureTexts.FactControl, measure.Closure?.Note },
            { stopped ? MeasureTexts.FactStoppedOn : MeasureTexts.FactDoneOn, measure.Closure is { } closure ? Word.For(closure.Date) : null },
            { MeasureTexts.FactInstead, measure.Status == MeasureStatus.Replaced ? InsteadOf(measure.Reference, partnership) : null },
            { MeasureTexts.FactPlace, measure.Place },
            { MeasureTexts.FactResponsible, measure.Plan.Responsible },
            { MeasureTexts.FactParty, Word.Capital(Word.For(measure.Plan.Parties)) },
            { MeasureTexts.FactDue, DueOf(measure, today) },
            { MeasureTexts.FactBudget, measure.Plan.Budget },
        };
    }

    /// <summary>Says what took a replaced measure's place; nothing when a later replacement has taken over the walk's recommendation.</summary>
    private static string? InsteadOf(ProposalReference reference, Partnership partnership)
    {
        if (partnership.LatestPollOf(reference.Walk) is { HasEnded: false } open && open.Replaces == reference)
        {
            return Word.Fill(MeasureTexts.InsteadPoll, Word.For(open.ClosesAt));
        }

        Recommendation recommendation = partnership.Recommendations[reference.Walk];
        return recommendation.Replaces != reference ? null
            : recommendation.Proposals is [var successor, ..]
                ? Word.Fill(recommendation.IsDecided ? MeasureTexts.InsteadDecided : MeasureTexts.InsteadRecommended, successor, partnership.Proposals[successor].Suggestion)
            : null;
    }

    private static string DueOf(Measure measure, DateOnly today)
    {
        string due = Word.For(measure.Plan.Due);
        int days = measure.Plan.Due.DayNumber - today.DayNumber;
        return !measure.IsOpen ? due
            : days > 0 ? Word.Fill(MeasureTexts.DueIn, due, Word.Days(days))
            : days == 0 ? Word.Fill(MeasureTexts.DueToday, due)
            : Word.Fill(MeasureTexts.DueOverdue, due, Word.Days(-days));
    }

    private static List<AdaptiveAction> Actions(Measure measure, Member? viewer)
    {
        string reference = measure.Reference.ToString();
        bool coordinates = viewer is null || viewer.Has(Duties.Coordinate);
        if (!measure.IsOpen)
        {
            return measure.Status == MeasureStatus.Replaced ? [ViewButton.For(MeasureTexts.ButtonDecision, Subject.OfDecision(measure.Reference.Walk))]
                : coordinates ? [StatusButton(MeasureTexts.ButtonReopen, measure, MeasureStatus.Planned)] : [];
        }

        List<AdaptiveAction> actions = [];
        if (measure.Status != MeasureStatus.Planned)
        {
            actions.Add(StatusButton(MeasureTexts.ButtonPlanned, measure, MeasureStatus.Planned));
        }

        if (measure.Status != MeasureStatus.Ongoing)
        {
            actions.Add(StatusButton(MeasureTexts.ButtonOngoing, measure, MeasureStatus.Ongoing));
        }

        actions.Add(FormButton.For(MeasureTexts.ButtonDone, MeasureDialogs.Done, reference));
        actions.Add(FormButton.For(MeasureTexts.ButtonWillNotBeDone, MeasureDialogs.WillNotBeDone, reference));
        if (coordinates)
        {
            actions.Add(FormButton.For(MeasureTexts.ButtonReplan, MeasureDialogs.Replan, reference));
            actions.Add(FormButton.For(MeasureTexts.ButtonReplace, ReplaceDialog.Id, reference));
        }

        return actions;
    }

    private static ExecuteAction StatusButton(string title, Measure measure, MeasureStatus to) => new ExecuteAction
    {
        Title = title,
        Verb = MeasureFeature.StatusVerb,
        Data = new JsonObject
        {
            [MeasureFeature.ReferenceField] = measure.Reference.ToString(),
            [MeasureFeature.FromField] = measure.Status.ToString(),
            [MeasureFeature.ToField] = to.ToString(),
        },
    }.WithSubmitFallback();

    // Everybody's card has the coordinators' buttons; the others get a view without them.
    private static CardRefresh RefreshFor(CardSubject subject, CardView view) => ViewButton.Refresh(
        subject,
        view.AccountsOf(view.Partnership.Members.Where(member => !member.Has(Duties.Coordinate)).Select(member => member.Id)));
}
