using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Walks;

/// <summary>The dialog that plans a walk. It has no subject.</summary>
internal static class PlanDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "walk";

    private const string Locality = "locality";
    private const string Date = "date";
    private const string Time = "time";
    private const string Route = "route";
    private const string Leader = "leader";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => WalkTexts.PlanTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => WalkTexts.CommandNew.Split('|')[0],
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        if (!turn.Member.Has(Duties.Coordinate))
        {
            return new DialogStart.NotNow(RefusalText.For(new DutyNeeded(Duties.Coordinate), turn.Partnership));
        }

        return turn.Partnership.Promises.IsEmpty
            ? new DialogStart.NotNow(RefusalText.For(new OutsidePromise(SwedishTime.DayAt(turn.Now)), turn.Partnership))
            : new DialogStart.Ready("", "", Answers.None.With(Leader, turn.Member.Id.ToString()));
    }

    private static Question[] Ask(TurnContext turn, string subject)
    {
        Promise[] promises = [.. turn.Partnership.Promises];
        return
        [
            new TextQuestion(Locality, () => WalkTexts.Locality, () => WalkTexts.LocalityPrompt, PlanWalk.LongestLocality),
            new DateQuestion(Date, () => WalkTexts.Date, () => WalkTexts.DatePrompt)
            {
                Earliest = promises.Length == 0 ? null : promises.Min(promise => promise.Period.First),
                Latest = promises.Length == 0 ? null : promises.Max(promise => promise.Period.Last),
            },
            new TimeQuestion(Time, () => WalkTexts.Time, () => WalkTexts.TimePrompt),
            new TextQuestion(Route, () => WalkTexts.Route, () => WalkTexts.RoutePrompt, PlanWalk.LongestRoute),
            new ChoiceQuestion(Leader, () => WalkTexts.Leader, () => WalkTexts.LeaderPrompt, [.. turn.Partnership.Members.Select(member => MemberChoice.Of(turn, member))]),
        ];
    }

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        var startsAt = DateQuestion.Parse(answers[Date]).ToDateTime(TimeQuestion.Parse(answers[Time]));
        var command = new PlanWalk(answers[Locality], answers[Route], startsAt, MemberId.Parse(answers[Leader], CultureInfo.InvariantCulture));
        if (turn.Do(command) is { } refusal)
        {
            return Task.FromResult<DialogEnd>(new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), QuestionOf(refusal)));
        }

        Walk walk = turn.Partnership.Walks[^1];
        return Task.FromResult<DialogEnd>(
            new DialogEnd.Saved(Word.Fill(WalkTexts.Planned, walk.Number, walk.Locality, Word.For(walk.StartsAt))));
    }

    private static string? QuestionOf(Refusal refusal) => refusal switch
    {
        OutsidePromise => Date,
        LeaderNotAMember => Leader,
        TextMissing { Field: TextField.Locality } or TextTooLong { Field: TextField.Locality } => Locality,
        TextMissing { Field: TextField.Route } or TextTooLong { Field: TextField.Route } => Route,
        _ => null,
    };
}
