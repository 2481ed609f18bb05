using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Measures;

/// <summary>The dialogs that end a measure or change its plan. The subject is the measure's reference.</summary>
internal static class MeasureDialogs
{
    /// <summary>The name of the dialog that marks a measure as done.</summary>
    public const string Done = "measure-done";

    /// <summary>The name of the dialog that settles that a measure will not be done.</summary>
    public const string WillNotBeDone = "measure-not-done";

    /// <summary>The name of the dialog that changes who is responsible and by when.</summary>
    public const string Replan = "measure-replan";

    private const string Date = "date";
    private const string Note = "note";
    private const string Reason = "reason";
    private const string Responsible = "responsible";
    private const string Party = "party";
    private const string Due = "due";
    private const string Budget = "budget";

    /// <summary>Gets all of them.</summary>
    public static IEnumerable<GuidedDialog> All =>
    [
        new(Done, () => MeasureTexts.DoneTitle, StartDone, AskDone, SaveDoneAsync),
        new(WillNotBeDone, () => MeasureTexts.StopTitle, StartStop, AskStop, SaveStopAsync),
        new(Replan, () => MeasureTexts.ReplanTitle, StartReplan, AskReplan, SaveReplanAsync),
    ];

    private static DialogStart StartDone(TurnContext turn, string subject) => Start(
        turn,
        subject,
        MeasureTexts.DoneIntroduction,
        _ => Answers.None.With(Date, DateQuestion.Write(SwedishTime.DayAt(turn.Now))));

    private static Question[] AskDone(TurnContext turn, string subject) =>
    [
        new DateQuestion(Date, () => MeasureTexts.DoneDate, () => MeasureTexts.DoneDatePrompt) { Latest = SwedishTime.DayAt(turn.Now) },
        new TextQuestion(Note, () => MeasureTexts.DoneNote, () => MeasureTexts.DoneNotePrompt, ChangeMeasureStatus.LongestNote),
    ];

    private static Task<DialogEnd> SaveDoneAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        ProposalReference reference = Reference(subject);
        var command = new ChangeMeasureStatus(reference, MeasureStatus.Done, DateQuestion.Parse(answers[Date]), answers[Note]);
        return Task.FromResult(End(turn, command, Word.Fill(MeasureTexts.DoneSaved, reference)));
    }

    private static DialogStart StartStop(TurnContext turn, string subject) =>
        Start(turn, subject, MeasureTexts.StopIntroduction, _ => Answers.None);

    private static Question[] AskStop(TurnContext turn, string subject) =>
        [new TextQuestion(Reason, () => MeasureTexts.StopReason, () => MeasureTexts.StopReasonPrompt, ChangeMeasureStatus.LongestNote)];

    private static Task<DialogEnd> SaveStopAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        ProposalReference reference = Reference(subject);
        var command = new ChangeMeasureStatus(reference, MeasureStatus.WillNotBeDone, Date: null, answers[Reason]);
        return Task.FromResult(End(turn, command, Word.Fill(MeasureTexts.StopSaved, reference)));
    }

    private static DialogStart StartReplan(TurnContext turn, string subject) => turn.Member.Has(Duties.Coordinate)
        ? Start(turn, subject, MeasureTexts.ReplanIntroduction, PlanOf)
        : new DialogStart.NotNow(RefusalText.For(new DutyNeeded(Duties.Coordinate), turn.Partnership));

    private static Question[] AskReplan(TurnContext turn, string subject) =>
    [
        new TextQuestion(
            Responsible, () => MeasureTexts.ReplanResponsible, () => MeasureTexts.ReplanResponsiblePrompt, MeasurePlan.LongestResponsible),
        new ChoiceQuestion(
            Party,
            () => MeasureTexts.ReplanParty,
            () => MeasureTexts.ReplanPartyPrompt,
            [.. Enum.GetValues<ResponsibleParty>().Select(party => new Choice(party.ToString(), Word.Capital(Word.For(party))))]),
        new DateQuestion(Due, () => MeasureTexts.ReplanDue, () => MeasureTexts.ReplanDuePrompt)
        {
            Earliest = SwedishTime.DayAt(turn.Now),
            Latest = turn.Partnership.PromiseOf(WalkOf(subject))?.Period.Last,
        },
        new TextQuestion(Budget, () => MeasureTexts.ReplanBudget, () => MeasureTexts.ReplanBudgetPrompt, MeasurePlan.LongestBudget) { IsRequired = false },
    ];

    private static Task<DialogEnd> SaveReplanAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        ProposalReference reference = Reference(subject);
        var plan = new MeasurePlan(
            answers[Responsible], Enum.Parse<ResponsibleParty>(answers[Party]), DateQuestion.Parse(answers[Due]), answers[Budget]);
        string saved = Word.Fill(MeasureTexts.ReplanSaved, reference, plan.Responsible, Word.For(plan.Due));
        return Task.FromResult(End(turn, new ReplanMeasure(reference, plan), saved));
    }

    private static DialogStart Start(TurnContext turn, string subject, string introduction, Func<Measure, Answers> given)
    {
        if (!ProposalReference.TryParse(subject, CultureInfo.InvariantCulture, out ProposalReference reference))
        {
            return new DialogStart.NotNow(MeasureReading.Explain(subject, MeasureTexts.CommandShow));
        }

        if (!turn.Partnership.Measures.TryGetValue(reference, out Measure? measure))
        {
            return new DialogStart.NotNow(RefusalText.For(new NoSuchMeasure(reference), turn.Partnership));
        }

        return measure.IsOpen
            ? new DialogStart.Ready(reference.ToString(), Word.Fill(introduction, reference, measure.Suggestion), given(measure))
            : new DialogStart.NotNow(RefusalText.For(new MeasureEnded(reference, measure.Status), turn.Partnership));
    }

    private static Answers PlanOf(Measure measure) => Answers.None
        .With(Responsible, measure.Plan.Responsible)
        .With(Party, measure.Plan.Parties.ToString())
        .With(Due, DateQuestion.Write(measure.Plan.Due))
        .With(Budget, measure.Plan.Budget);

    private static DialogEnd End(TurnContext turn, Command command, string saved) => turn.Do(command) is { } refusal
        ? new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), QuestionOf(refusal))
        : new DialogEnd.Saved(saved);

    private static string? QuestionOf(Refusal refusal) => refusal switch
    {
        DayNotCome => Date,
        DueOutsidePeriod => Due,
        TextMissing { Field: TextField.ControlNote } or TextTooLong { Field: TextField.ControlNote } => Note,
        TextMissing { Field: TextField.PublicReason } or TextTooLong { Field: TextField.PublicReason } => Reason,
        TextTooLong { Field: TextField.Budget } => Budget,
        TextMissing { Field: TextField.Responsible } or TextTooLong { Field: TextField.Responsible } => Responsible,
        _ => null,
    };

    // The subject was settled by Start, which saving asks again.
    private static ProposalReference Reference(string subject) => ProposalReference.Parse(subject, CultureInfo.InvariantCulture);

    private static WalkNumber WalkOf(string subject) => Reference(subject).Walk;
}
