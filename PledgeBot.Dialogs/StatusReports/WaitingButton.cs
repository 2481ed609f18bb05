using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.StatusReports;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.StatusReports;

/// <summary>Leads to the cards where what waits can be done.</summary>
internal static class WaitingButton
{
    /// <summary>Gets buttons for what waits, the most pressing first, each card once.</summary>
    /// <param name="waiting">What waits.</param>
    /// <param name="most">The most buttons.</param>
    public static IEnumerable<AdaptiveAction> For(IEnumerable<Waiting> waiting, int most) =>
        waiting.Select(Target).DistinctBy(target => target.Subject).Take(most).Select(target => ViewButton.For(target.Title, target.Subject));

    private static (string Title, CardSubject Subject) Target(Waiting waiting) => waiting switch
    {
        Waiting.OverdueMeasure late => (Word.Fill(StatusTexts.ButtonMeasure, late.Reference), Subject.OfMeasure(late.Reference)),
        Waiting.PartyConfirmation confirmation =>
            (Word.Fill(StatusTexts.ButtonConfirmation, confirmation.Walk), Subject.OfDecision(confirmation.Walk)),
        Waiting.DutyOf => (StatusTexts.ButtonSetUp, Subject.SetUp),
        Waiting.Votes votes => (Word.Fill(StatusTexts.ButtonPoll, votes.Walk), Subject.Of(votes.Poll)),
        Waiting.PollClosing closing => (Word.Fill(StatusTexts.ButtonPoll, closing.Walk), Subject.Of(closing.Poll)),
        Waiting.Settlement unsettled => (Word.Fill(StatusTexts.ButtonPoll, unsettled.Walk), Subject.Of(unsettled.Poll)),
        Waiting.NothingLeft nothing => (Word.Fill(StatusTexts.ButtonWalk, nothing.Walk), Subject.Of(nothing.Walk)),
        Waiting.Choice choice => (Word.Fill(StatusTexts.ButtonWalk, choice.Walk), Subject.Of(choice.Walk)),
        Waiting.TriageOf triage => (Word.Fill(StatusTexts.ButtonWalk, triage.Walk), Subject.Of(triage.Walk)),
        Waiting.WalkReport report => (Word.Fill(StatusTexts.ButtonWalk, report.Walk), Subject.Of(report.Walk)),
        _ => throw new InvalidOperationException($"There is no card for {waiting.GetType().Name}."),
    };
}
