using System.Globalization;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Dialogs.Weekly;

/// <summary>The dialog that sets when the weekly status is posted. It has no subject.</summary>
internal static class WeeklyTimeDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "weekly-time";

    private const string Day = "day";
    private const string Time = "time";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => WeeklyTexts.TimeTitle, Start, (_, _) => Questions, SaveAsync)
    {
        Phrase = () => WeeklyTexts.CommandTime.Split('|')[0],
    };

    /// <summary>Gets the questions, for the set-up too.</summary>
    public static Question[] Questions =>
    [
        new ChoiceQuestion(
            Day, () => WeeklyTexts.Day, () => WeeklyTexts.DayPrompt, [.. MondayFirst.Select(day => new Choice(day.ToString(), Word.Capital(NameOf(day))))])
        {
            FormHint = () => WeeklyTexts.DayPrompt,
        },
        new TimeQuestion(Time, () => WeeklyTexts.Time, () => WeeklyTexts.TimePrompt),
    ];

    private static IEnumerable<DayOfWeek> MondayFirst => Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7));

    /// <summary>Gets answers that say the same as a schedule.</summary>
    public static Answers Given(WeeklySchedule schedule) =>
        Answers.None.With(Day, schedule.Day.ToString()).With(Time, TimeQuestion.Write(schedule.Time));

    /// <summary>Gets the command that the answers to the questions ask for.</summary>
    public static ScheduleWeekly Read(Answers answers) => new(Enum.Parse<DayOfWeek>(answers[Day]), TimeQuestion.Parse(answers[Time]));

    /// <summary>"varje måndag kl. 08.30".</summary>
    public static string Show(WeeklySchedule schedule) => Word.Fill(WeeklyTexts.Every, NameOf(schedule.Day), Word.For(schedule.Time));

    private static DialogStart Start(TurnContext turn, string subject) => turn.Partnership.IsCoordinator(turn.Member.Id)
        ? new DialogStart.Ready("", WeeklyTexts.TimeIntroduction, Given(turn.Partnership.Weekly.Schedule))
        : new DialogStart.NotNow(RefusalText.For(new DutyNeeded(Duties.Coordinate), turn.Partnership));

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        if (turn.Do(Read(answers)) is { } refusal)
        {
            return Task.FromResult<DialogEnd>(new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership)));
        }

        WeeklySchedule schedule = turn.Partnership.Weekly.Schedule;
        return Task.FromResult<DialogEnd>(
            new DialogEnd.Saved(Word.Fill(WeeklyTexts.TimeSaved, Show(schedule), Word.For(schedule.NextAfter(turn.Now)))));
    }

    private static string NameOf(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);
}
